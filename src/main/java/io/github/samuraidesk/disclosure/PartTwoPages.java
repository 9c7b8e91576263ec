package io.github.samuraidesk.disclosure;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Cuts the blocks of a document that is no HTML at its legal headings into body files as EDINET takes them. */
final class PartTwoPages {

    /** A file is cut at the next numbered heading once it is this long: EDINET takes 2.5 MB (E007). */
    private static final int LONG = 1_500_000;

    private static final int SERIAL_STEP = 10;

    private final String title;
    private final Map<String, byte[]> files = new TreeMap<>();
    private final List<Element> content = new ArrayList<>();
    private int part = 2;
    private int chapter = 1;
    private int serial = SERIAL_STEP;
    private int length;
    private boolean onlyPartHeading;

    private PartTwoPages(String title) {
        this.title = title;
    }

    /**
     * @param blocks headings, paragraphs, lists and tables in their order, the first a legal heading
     * @return names under {@code PublicDoc/} with their bytes
     */
    static Map<String, byte[]> of(List<Element> blocks, String title) {
        var pages = new PartTwoPages(title);
        blocks.forEach(pages::add);
        pages.flush();
        return pages.files;
    }

    private void add(Element block) {
        LegalHeading heading = LegalHeading.in(block.text())
                .filter(h -> block.normalName().matches("p|h[1-6]"))
                .orElse(null);
        if (heading == null) {
            onlyPartHeading = false;
            keep(withoutHeadingBrackets(block));
            return;
        }
        switch (heading.kind()) {
            case PART -> {
                flush();
                part = EdinetRendition.kanji(
                        heading.number().substring(1, heading.number().length() - 1));
                chapter = 1;
                onlyPartHeading = true;
            }
            case ARTICLE -> {
                // the first chapter stays with the heading of its part
                if (!onlyPartHeading) {
                    flush();
                }
                chapter = Integer.parseInt(heading.number().substring(1));
                onlyPartHeading = false;
            }
            case NUMBER -> {
                if (length > LONG) {
                    flush();
                }
            }
            default -> {}
        }
        keep(new Element("h" + heading.kind().level()).text(heading.text()));
    }

    private void keep(Element block) {
        length += block.outerHtml().length();
        content.add(block);
    }

    /** Brackets of this kind make a heading on EDINET wherever they stand (E025). */
    private static Element withoutHeadingBrackets(Element block) {
        for (Element e : block.getAllElements()) {
            for (TextNode text : e.textNodes()) {
                text.text(text.getWholeText().replace('【', '〔').replace('】', '〕'));
            }
        }
        return block;
    }

    private void flush() {
        if (content.isEmpty()) {
            return;
        }
        String name = EdinetRendition.fileName(part, Math.min(99, chapter), serial, part + "bu");
        while (files.containsKey(name)) {
            serial += SERIAL_STEP;
            name = EdinetRendition.fileName(part, Math.min(99, chapter), serial, part + "bu");
        }
        files.put(name, EdinetRendition.page(title, content).getBytes(StandardCharsets.UTF_8));
        serial = SERIAL_STEP;
        content.clear();
        length = 0;
    }
}
