package io.github.samuraidesk.disclosure;

import io.github.samuraidesk.deal.Finding;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * What was read out of an uploaded DOCX or PDF.
 *
 * @param blocks headings, paragraphs, lists and tables in their order
 * @param images names under {@code PublicDoc/} with their bytes
 * @param notices what counsel must compare or know
 * @param findings why it is refused; empty when it is not
 */
record PartTwoSource(List<Element> blocks, Map<String, byte[]> images, List<Finding> notices, List<Finding> findings) {

    static PartTwoSource refused(Finding... findings) {
        return new PartTwoSource(List.of(), Map.of(), List.of(), List.of(findings));
    }
}
