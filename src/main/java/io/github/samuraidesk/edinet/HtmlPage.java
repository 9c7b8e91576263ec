package io.github.samuraidesk.edinet;

import java.util.List;
import java.util.Set;

/**
 * What the check of a package keeps of an HTML file once the file itself is gone from memory.
 *
 * @param ids anchors of the file, in {@code id} and {@code name}
 * @param headings only of files whose headings make the table of contents
 * @param document what the cover says under 【提出書類】, empty for other files
 * @param whole whether the file was read to its end
 */
record HtmlPage(List<Link> links, Set<String> ids, List<Heading> headings, String document, boolean whole) {

    /** Stands for a file of which nothing is known but that it is there. */
    static final HtmlPage UNREAD = new HtmlPage(List.of(), Set.of(), List.of(), "", false);

    int size() {
        return links.size() + ids.size() + headings.size();
    }

    /** A reference to another file. */
    record Link(String tag, String target, int line) {}
}
