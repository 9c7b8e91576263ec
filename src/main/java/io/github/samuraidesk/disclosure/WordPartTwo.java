package io.github.samuraidesk.disclosure;

import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.ICell;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFAbstractFootnoteEndnote;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFPicture;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.apache.xmlbeans.XmlObject;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrBase;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.w3c.dom.Node;

/**
 * Reads Part 2 out of a DOCX: headings by the level of their style, paragraphs, bold text, lists with the numbers that
 * the word processor shows, tables with joined cells, images, and footnotes as text behind the block that they belong to.
 */
final class WordPartTwo {

    private static final Pattern HEADING_STYLE = Pattern.compile("(?:heading|見出し) ?([1-9])", Pattern.CASE_INSENSITIVE);
    private static final Pattern CONTENTS_STYLE = Pattern.compile("(?:toc|目次) ?\\d", Pattern.CASE_INSENSITIVE);
    private static final int LEVELS = 9;
    private static final int DEEPEST_TABLE = 4;
    private static final int PAGE_PIXELS = 640;

    /** As many images as a part may have; names of files count them in three digits. */
    private static final int MOST_IMAGES = 999;

    private final String fileName;
    private final XWPFDocument document;
    private final List<Element> blocks = new ArrayList<>();
    private final Map<String, byte[]> images = new LinkedHashMap<>();
    private final Map<String, String> imageNames = new HashMap<>();
    private final WordNumbering numbering;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Element> notes = new ArrayList<>();
    private int noteNumber;
    private boolean contentsLeftOut;

    /** Text of cells joined to the one above, which no word processor shows. */
    private final List<String> underJoined = new ArrayList<>();

    private WordPartTwo(String fileName, XWPFDocument document, WordNumbering numbering) {
        this.fileName = fileName;
        this.document = document;
        this.numbering = numbering;
    }

    static PartTwoSource read(String fileName, byte[] bytes) {
        try {
            if (FileMagic.valueOf(bytes) == FileMagic.OLE2) {
                return PartTwoSource.refused(oldOrProtected(fileName, bytes));
            }
            WordParts parts = WordParts.of(fileName, bytes);
            if (!parts.findings().isEmpty()) {
                return PartTwoSource.refused(parts.findings().toArray(Finding[]::new));
            }
            try (var document = new XWPFDocument(new ByteArrayInputStream(parts.bytes()))) {
                var word = new WordPartTwo(fileName, document, parts.numbering());
                word.body();
                var notices = new LinkedHashSet<>(parts.notices());
                if (word.contentsLeftOut) {
                    notices.add(Finding.field("partTwo", "partTwoContents"));
                }
                if (!word.underJoined.isEmpty()) {
                    notices.add(Finding.field("partTwo", "partTwoJoinedCell", String.join("; ", word.underJoined)));
                }
                return new PartTwoSource(word.blocks, word.images, List.copyOf(notices), word.findings);
            }
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // POI throws what it likes at broken files
            return PartTwoSource.refused(Finding.field("partTwo", "partTwoBroken", fileName, "DOCX"));
        }
    }

    /** A DOCX with a password looks like a document of the format before it, with its real bytes inside. */
    private static Finding oldOrProtected(String fileName, byte[] bytes) throws IOException {
        try (var files = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            return files.getRoot().hasEntryCaseInsensitive("EncryptedPackage")
                    ? Finding.field("partTwo", "partTwoProtected", fileName)
                    : Finding.field("partTwo", "partTwoMustBeHtml", fileName);
        }
    }

    private void body() {
        Element list = null;
        for (IBodyElement e : document.getBodyElements()) {
            if (e instanceof XWPFParagraph paragraph) {
                Element block = paragraph(paragraph);
                if (block == null) {
                    continue;
                }
                if (block.normalName().equals("li")) {
                    if (list == null) {
                        list = new Element("ul").attr("style", "list-style-type: none");
                        blocks.add(list);
                    }
                    list.appendChild(block);
                } else {
                    list = null;
                    blocks.add(block);
                }
            } else if (e instanceof XWPFTable table) {
                list = null;
                blocks.add(table(table, 0));
            }
            if (!notes.isEmpty()) {
                list = null;
                blocks.addAll(notes);
                notes.clear();
            }
        }
        if (blocks.isEmpty()) {
            findings.add(Finding.field("partTwo", "partTwoEmpty", fileName));
        }
    }

    private @Nullable Element paragraph(XWPFParagraph paragraph) {
        XWPFStyle style = paragraph.getStyle() == null || document.getStyles() == null
                ? null
                : document.getStyles().getStyle(paragraph.getStyle());
        if (style != null
                && style.getName() != null
                && CONTENTS_STYLE.matcher(style.getName()).matches()) {
            contentsLeftOut = true;
            return null;
        }
        int heading = headingLevel(paragraph, style);
        String label = label(paragraph);
        var content = new Element(heading > 0 ? "h" + Math.min(6, heading + 1) : label.isEmpty() ? "p" : "li");
        if (!label.isEmpty()) {
            content.appendText(label);
        }
        runs(paragraph, content);
        if (content.text().isBlank() && content.selectFirst("img") == null) {
            return null;
        }
        boolean legal = LegalHeading.in(content.text()).isPresent();
        if ((heading > 0 || legal) && content.selectFirst("img") == null) {
            if (content.selectFirst("s") != null) {
                findings.add(Finding.field("partTwo", "partTwoStruckHeading", fileName, content.text()));
            }
            return new Element(heading > 0 ? content.normalName() : "p")
                    .text(content.text().strip());
        }
        align(paragraph, content);
        return content;
    }

    private static void align(XWPFParagraph paragraph, Element content) {
        ParagraphAlignment alignment = paragraph.getAlignment();
        if (alignment == ParagraphAlignment.CENTER) {
            content.attr("style", "text-align: center");
        } else if (alignment == ParagraphAlignment.RIGHT || alignment == ParagraphAlignment.END) {
            content.attr("style", "text-align: right");
        }
    }

    /** Level of the heading from 1; 0 for running text. */
    private int headingLevel(XWPFParagraph paragraph, @Nullable XWPFStyle style) {
        CTPPrBase own = paragraph.getCTP().getPPr();
        if (own != null && own.isSetOutlineLvl()) {
            int level = own.getOutlineLvl().getVal().intValue();
            return level < LEVELS ? level + 1 : 0;
        }
        XWPFStyle at = style;
        for (int i = 0; at != null && i < LEVELS; i++) {
            Matcher named = HEADING_STYLE.matcher(at.getName() == null ? "" : at.getName());
            if (named.matches()) {
                return Integer.parseInt(named.group(1));
            }
            CTPPrBase properties = at.getCTStyle().getPPr();
            if (properties != null && properties.isSetOutlineLvl()) {
                int level = properties.getOutlineLvl().getVal().intValue();
                return level < LEVELS ? level + 1 : 0;
            }
            at = at.getBasisStyleID() == null ? null : document.getStyles().getStyle(at.getBasisStyleID());
        }
        return 0;
    }

    /** The number or bullet that the word processor shows before the paragraph, with a blank behind it; or empty. */
    private String label(XWPFParagraph paragraph) {
        WordNumbering.Label label =
                numbering.next((org.w3c.dom.Element) paragraph.getCTP().getDomNode());
        if (!label.unknownFormat().isEmpty()) {
            findings.add(Finding.field(
                    "partTwo", "partTwoNumberFormat", fileName, label.unknownFormat(), paragraph.getText()));
        }
        return label.text();
    }

    private void runs(XWPFParagraph paragraph, Element to) {
        for (XWPFRun run : paragraph.getRuns()) {
            Element target = to;
            String raised = run.getVerticalAlignment().toString();
            if (raised.equals("superscript") || raised.equals("subscript")) {
                target = new Element(raised.equals("superscript") ? "sup" : "sub");
            }
            if (run.isBold()) {
                Element last = to.lastElementChild();
                boolean goesOn = target == to
                        && last != null
                        && last == to.lastChild()
                        && last.normalName().equals("b");
                Element bold = goesOn ? last : to.appendElement("b");
                if (target == to) {
                    target = bold;
                } else {
                    bold.appendChild(target);
                }
            } else if (target != to) {
                to.appendChild(target);
            }
            Element looks = target;
            if (run.getUnderline() != UnderlinePatterns.NONE) {
                looks = looks.appendElement("u");
            }
            if (run.isStrikeThrough()) {
                looks = looks.appendElement("s");
            }
            run(run, looks);
            for (Element e = looks; e != to && e.childNodeSize() == 0; ) {
                Element empty = e;
                e = e.parent();
                empty.remove();
            }
        }
    }

    private void run(XWPFRun run, Element to) {
        List<XWPFPicture> pictures = run.getEmbeddedPictures();
        int picture = 0;
        Node node = run.getCTR().getDomNode();
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            switch (child.getLocalName() == null ? "" : child.getLocalName()) {
                case "t" -> to.appendChild(new TextNode(text(child)));
                case "tab", "ptab" -> to.appendText(" ");
                case "br" -> {
                    if (!"page".equals(attribute(child, "type"))) {
                        to.appendElement("br");
                    }
                }
                case "cr" -> to.appendElement("br");
                case "noBreakHyphen" -> to.appendText("-");
                case "ruby" -> ruby(child, to);
                case "footnoteReference", "endnoteReference" -> note(child, to);
                case "drawing" -> {
                    while (picture < pictures.size()) {
                        picture(pictures.get(picture++), to);
                    }
                }
                default -> {}
            }
        }
    }

    /** Base and reading, with parentheses for readers that print no ruby. */
    private static void ruby(Node ruby, Element to) {
        var base = new StringBuilder();
        var reading = new StringBuilder();
        for (Node part = ruby.getFirstChild(); part != null; part = part.getNextSibling()) {
            if ("rubyBase".equals(part.getLocalName())) {
                base.append(allText(part));
            } else if ("rt".equals(part.getLocalName())) {
                reading.append(allText(part));
            }
        }
        if (reading.toString().isBlank()) {
            to.appendText(base.toString());
            return;
        }
        Element element = to.appendElement("ruby");
        element.appendText(base.toString());
        element.appendElement("rp").text("（");
        element.appendElement("rt").text(reading.toString());
        element.appendElement("rp").text("）");
    }

    private static String allText(Node node) {
        var text = new StringBuilder();
        for (Node n = node.getFirstChild(); n != null; n = n.getNextSibling()) {
            text.append("t".equals(n.getLocalName()) ? text(n) : allText(n));
        }
        return text.toString();
    }

    private static String text(Node node) {
        var text = new StringBuilder();
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeValue() != null) {
                text.append(child.getNodeValue());
            }
        }
        return text.toString();
    }

    private static @Nullable String attribute(Node node, String name) {
        Node found = node.getAttributes() == null
                ? null
                : node.getAttributes()
                        .getNamedItemNS("http://schemas.openxmlformats.org/wordprocessingml/2006/main", name);
        return found == null ? null : found.getNodeValue();
    }

    private void note(Node reference, Element to) {
        String id = attribute(reference, "id");
        if (id == null) {
            return;
        }
        XWPFAbstractFootnoteEndnote note = reference.getLocalName().startsWith("foot")
                ? document.getFootnoteByID(Integer.parseInt(id))
                : document.getEndnoteByID(Integer.parseInt(id));
        if (note == null) {
            return;
        }
        noteNumber++;
        to.appendElement("sup").text("(*" + noteNumber + ")");
        int number = noteNumber;
        var text = new Element("p").text("(*" + number + ") ");
        for (XWPFParagraph paragraph : note.getParagraphs()) {
            if (text.childNodeSize() > 1) {
                text.appendText(" ");
            }
            runs(paragraph, text);
        }
        if (!note.getTables().isEmpty()) {
            findings.add(Finding.field("partTwo", "partTwoTableInNote", fileName, text.text()));
        }
        notes.add(text);
    }

    private void picture(XWPFPicture picture, Element to) {
        byte[] bytes = picture.getPictureData() == null
                ? new byte[0]
                : picture.getPictureData().getData();
        String part =
                picture.getPictureData() == null ? "" : picture.getPictureData().getFileName();
        String kind = PartTwoImages.kind(bytes);
        String hash = Sha256.of(bytes);
        String name = imageNames.get(hash);
        if (name == null) {
            if (kind.isEmpty() || imageNames.size() >= MOST_IMAGES) {
                findings.add(Finding.field("partTwo", "partTwoImageKind", part));
                return;
            }
            name = "images/part2_%03d.%s".formatted(imageNames.size() + 1, PartTwoImages.extension(kind));
            imageNames.put(hash, name);
            images.put(name, bytes);
        }
        int pixels = (int) Math.max(1, Math.min(PAGE_PIXELS, Math.round(picture.getWidth() * 96 / 72)));
        to.appendElement("img")
                .attr("src", name)
                .attr("alt", picture.getDescription() == null ? "" : picture.getDescription())
                .attr("width", String.valueOf(pixels));
    }

    /** A cell in its place, with the columns and rows that it spans. */
    private static final class Cell {
        private final Element element;
        private int rows = 1;

        Cell(Element element) {
            this.element = element;
        }
    }

    private Element table(XWPFTable table, int depth) {
        var element = new Element("table");
        var above = new HashMap<Integer, Cell>();
        Element head = null;
        Element body = null;
        for (XWPFTableRow row : table.getRows()) {
            boolean heading = row.isRepeatHeader() && body == null;
            if (heading && head == null) {
                head = element.appendElement("thead");
            } else if (!heading && body == null) {
                body = element.appendElement("tbody");
            }
            Element tr = (heading ? head : body).appendElement("tr");
            int column = 0;
            var here = new HashMap<Integer, Cell>();
            for (ICell any : row.getTableICells()) {
                if (!(any instanceof XWPFTableCell cell)) {
                    continue;
                }
                CTTcPr properties = cell.getCTTc().getTcPr();
                int span = properties == null || properties.getGridSpan() == null
                        ? 1
                        : Math.max(
                                1,
                                Math.min(60, properties.getGridSpan().getVal().intValue()));
                boolean merged = properties != null && properties.isSetVMerge();
                boolean goesOn = merged && properties.getVMerge().getVal() != STMerge.RESTART;
                Cell joined = goesOn ? above.get(column) : null;
                if (joined != null) {
                    if (!cell.getText().isBlank()) {
                        underJoined.add(cell.getText().strip());
                    }
                    joined.rows++;
                    joined.element.attr("rowspan", String.valueOf(joined.rows));
                    here.put(column, joined);
                } else {
                    Element td = tr.appendElement(heading ? "th" : "td");
                    if (span > 1) {
                        td.attr("colspan", String.valueOf(span));
                    }
                    cell(cell, td, depth);
                    if (merged) {
                        here.put(column, new Cell(td));
                    }
                }
                column += span;
            }
            above.clear();
            above.putAll(here);
        }
        widths(table, element);
        return element;
    }

    /** Columns get their share of the table's width. */
    private static void widths(XWPFTable table, Element element) {
        var grid = table.getCTTbl().getTblGrid();
        if (grid == null || grid.sizeOfGridColArray() == 0 || grid.sizeOfGridColArray() > 60) {
            return;
        }
        var widths = new ArrayList<Long>();
        for (XmlObject column : grid.getGridColList()) {
            String width = attribute(column.getDomNode(), "w");
            widths.add(width != null && width.matches("\\d{1,6}") ? Long.parseLong(width) : 0L);
        }
        long total = widths.stream().mapToLong(Long::longValue).sum();
        if (total == 0 || widths.contains(0L)) {
            return;
        }
        var group = new Element("colgroup");
        widths.forEach(w ->
                group.appendElement("col").attr("style", "width: " + Math.max(1, Math.round(100.0 * w / total)) + "%"));
        element.prependChild(group);
    }

    private void cell(XWPFTableCell cell, Element td, int depth) {
        boolean first = true;
        for (IBodyElement inner : cell.getBodyElements()) {
            if (inner instanceof XWPFParagraph paragraph) {
                var content = new Element("span");
                content.appendText(label(paragraph));
                runs(paragraph, content);
                if (content.text().isBlank() && content.selectFirst("img") == null) {
                    continue;
                }
                if (!first) {
                    td.appendElement("br");
                } else {
                    align(paragraph, td);
                }
                first = false;
                List.copyOf(content.childNodes()).forEach(td::appendChild);
            } else if (inner instanceof XWPFTable table && depth < DEEPEST_TABLE) {
                td.appendChild(table(table, depth + 1));
            } else if (inner instanceof XWPFTable) {
                findings.add(Finding.field("partTwo", "partTwoDeep", fileName));
            }
        }
    }
}
