package io.github.samuraidesk.workflow;

import io.github.samuraidesk.deal.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the name of an uploaded file must be: people read it in lists and save under it. */
final class FileName {

    /** In UTF-16 units; the table of files takes no more than 300. */
    static final int MOST = 200;

    private FileName() {}

    static List<Finding> faults(String name) {
        var findings = new ArrayList<Finding>();
        if (name.isBlank()) {
            findings.add(Finding.field("file", "required"));
        }
        if (name.length() > MOST) {
            findings.add(Finding.field("file", "tooLong", String.valueOf(name.length()), String.valueOf(MOST)));
        }
        if (name.indexOf('/') >= 0 || name.indexOf('\\') >= 0) {
            findings.add(Finding.field("file", "fileNameHasPath"));
        }
        name.codePoints()
                .filter(FileName::isUnseen)
                .findFirst()
                .ifPresent(c -> findings.add(
                        Finding.field("file", "controlCharacter", String.format(Locale.ROOT, "U+%04X", c))));
        return findings;
    }

    /** Controls, half pairs, and the marks that turn the direction of text: they make one name look like another. */
    private static boolean isUnseen(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
