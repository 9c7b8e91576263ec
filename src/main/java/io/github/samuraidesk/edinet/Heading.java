package io.github.samuraidesk.edinet;

/**
 * A heading of a body file (目次項目): a number, a title in 【】 and what follows it up to the next heading.
 *
 * @param number the number before the bracket without blanks around it, empty when there is none
 * @param hasContent whether anything stands between this heading and the next
 * @param firstLine the first line of text after the heading, empty when there is none
 */
record Heading(int line, String number, String title, boolean hasContent, String firstLine) {

    Heading followedBy(String text) {
        return new Heading(line, number, title, true, hasContent ? firstLine : text);
    }
}
