package io.github.samuraidesk.disclosure;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A heading in 【】 with its number, by which EDINET builds the table of contents (S:EDI-FILE, table 3-4-5).
 *
 * @param kind sequence of its number
 * @param number its number in half width, empty where it has none
 * @param title text between the brackets
 * @param note what stands behind the brackets, in brackets of its own; or empty
 */
record LegalHeading(Kind kind, String number, String title, String note) {

    enum Kind {
        PART(2),
        ARTICLE(3),
        NUMBER(4),
        IN_BRACKETS(5),
        OTHER(6),
        NONE(4);

        private final int level;

        Kind(int level) {
            this.level = level;
        }

        /** Level of the heading in a paper, whose title is level 1. */
        int level() {
            return level;
        }
    }

    private static final Pattern HEADING = Pattern.compile("([^【】]{0,8})【([^【】]{1,120})】\\s*([（(][^【】]*[）)])?");
    private static final Pattern PART = Pattern.compile("第[一二三四五六七八九十]{1,3}部");
    private static final Pattern ARTICLE = Pattern.compile("第\\d{1,2}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");
    private static final Pattern IN_BRACKETS = Pattern.compile("\\(\\d{1,2}\\)");
    private static final Pattern OTHER = Pattern.compile("[①-⑳]|\\(?[ァ-ヶa-z]\\)?");

    /** The heading that the text is; empty when it is none. */
    static Optional<LegalHeading> in(String text) {
        Matcher heading = HEADING.matcher(text.strip());
        if (!heading.matches()) {
            return Optional.empty();
        }
        String written = heading.group(1).strip();
        boolean circled = written.length() == 1 && written.charAt(0) >= '①' && written.charAt(0) <= '⑳';
        String number = circled ? written : Normalizer.normalize(written, Normalizer.Form.NFKC);
        Kind kind = kind(number);
        return kind == null
                ? Optional.empty()
                : Optional.of(new LegalHeading(
                        kind, number, heading.group(2).strip(), heading.group(3) == null ? "" : heading.group(3)));
    }

    private static @org.jspecify.annotations.Nullable Kind kind(String number) {
        if (number.isEmpty()) {
            return Kind.NONE;
        }
        if (PART.matcher(number).matches()) {
            return Kind.PART;
        }
        if (ARTICLE.matcher(number).matches()) {
            return Kind.ARTICLE;
        }
        if (NUMBER.matcher(number).matches()) {
            return Kind.NUMBER;
        }
        if (IN_BRACKETS.matcher(number).matches()) {
            return Kind.IN_BRACKETS;
        }
        return OTHER.matcher(number).matches() ? Kind.OTHER : null;
    }

    String text() {
        return number + "【" + title + "】" + note;
    }
}
