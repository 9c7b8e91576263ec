package io.github.samuraidesk.edinet;

import java.util.ArrayDeque;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rule E013 as far as the target alone shows it. */
final class LinkTarget {

    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]+:.*", Pattern.DOTALL);

    private LinkTarget() {}

    /** The key of the message, or null when the target is relative. */
    static @Nullable String fault(String target) {
        String lower = target.toLowerCase(Locale.ROOT);
        if (lower.startsWith("mailto:")) {
            return "linkMail";
        }
        if (lower.startsWith("javascript:") || lower.startsWith("vbscript:")) {
            return "linkScript";
        }
        if (lower.startsWith("file:")
                || lower.matches("(?s)[a-z]:[\\\\/].*")
                || target.startsWith("/") && !target.startsWith("//")
                || target.startsWith("\\")) {
            return "linkAbsolute";
        }
        if (target.startsWith("//") || SCHEME.matcher(target).matches()) {
            return "linkUrl";
        }
        if (target.isEmpty() || target.indexOf('\\') >= 0 || target.indexOf('?') >= 0) {
            return "linkMissing";
        }
        String path = lower.indexOf('#') < 0 ? lower : lower.substring(0, lower.indexOf('#'));
        return path.endsWith(".pdf") ? "linkPdf" : null;
    }

    /**
     * The target as a path within the document folder.
     *
     * @param from path of the linking file within its document folder
     * @return null when the path leaves the folder, be it only on its way
     */
    static @Nullable String resolved(String from, String relative) {
        var parts = new ArrayDeque<String>();
        String[] own = from.split("/");
        for (int i = 0; i < own.length - 1; i++) {
            parts.addLast(own[i]);
        }
        for (String part : relative.split("/")) {
            if (part.equals("..")) {
                if (parts.pollLast() == null) {
                    return null;
                }
            } else if (!part.equals(".") && !part.isEmpty()) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }
}
