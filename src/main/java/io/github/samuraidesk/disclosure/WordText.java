package io.github.samuraidesk.disclosure;

import static io.github.samuraidesk.disclosure.WordStyles.attribute;
import static io.github.samuraidesk.disclosure.WordStyles.child;
import static io.github.samuraidesk.disclosure.WordStyles.children;
import static io.github.samuraidesk.disclosure.WordStyles.value;

import io.github.samuraidesk.deal.Finding;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The text of one part of a DOCX as its word processor shows it: wrappers are taken away, what is hidden, deleted under
 * tracking or code of a field is left out and named, and what a filing cannot carry, or nobody here knows, is refused by
 * its place. Nothing is dropped or published in silence.
 */
final class WordText {

    private static final int DEEPEST = 200;
    private static final int SHOWN = 40;

    /** Half points; letters of one point or less are there not to be read. */
    private static final int SMALLEST_SIZE = 2;

    private static final Set<String> UNWRAPPED =
            Set.of("sdt", "sdtContent", "hyperlink", "smartTag", "customXml", "ins", "moveTo", "fldSimple", "dir");

    private static final Set<String> DELETED = Set.of("del", "moveFrom", "delText", "delInstrText");

    private static final Set<String> MARKERS = Set.of(
            "sdtPr",
            "sdtEndPr",
            "smartTagPr",
            "customXmlPr",
            "proofErr",
            "permStart",
            "permEnd",
            "bookmarkStart",
            "bookmarkEnd",
            "commentRangeStart",
            "commentRangeEnd",
            "moveFromRangeStart",
            "moveFromRangeEnd",
            "moveToRangeStart",
            "moveToRangeEnd",
            "customXmlInsRangeStart",
            "customXmlInsRangeEnd",
            "customXmlDelRangeStart",
            "customXmlDelRangeEnd",
            "customXmlMoveFromRangeStart",
            "customXmlMoveFromRangeEnd",
            "customXmlMoveToRangeStart",
            "customXmlMoveToRangeEnd",
            "lastRenderedPageBreak",
            "annotationRef",
            "background");

    private static final Set<String> PROPERTIES =
            Set.of("pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "tblPrEx", "rubyPr");

    private static final Set<String> CONTAINERS =
            Set.of("body", "footnotes", "footnote", "endnotes", "endnote", "tbl", "tr", "tc", "ruby", "rt", "rubyBase");

    /** Content of a run that is read. */
    private static final Set<String> READ = Set.of(
            "t",
            "tab",
            "ptab",
            "br",
            "cr",
            "noBreakHyphen",
            "softHyphen",
            "footnoteReference",
            "endnoteReference",
            "footnoteRef",
            "endnoteRef",
            "separator",
            "continuationSeparator");

    /** Pages of the upload are not those of the paper. */
    private static final Set<String> PAGES = Set.of("PAGE", "PAGEREF", "NUMPAGES", "SECTIONPAGES");

    private static final Set<String> CONTENTS = Set.of("TOC", "INDEX", "TOA");

    /** Fields that show nothing where they stand. */
    private static final Set<String> SILENT = Set.of("XE", "TC", "TA", "RD", "SET", "ASK", "PRIVATE", "BIDIOUTLINE");

    private static final Pattern FIELD_NAME = Pattern.compile("\\s*\\\\?([A-Za-z=]+)");

    /** Readings as an equation field writes them: the reading raised over its characters. */
    private static final Pattern READING_BY_FIELD =
            Pattern.compile("\\\\s\\s*\\\\up\\s*[\\d.]+\\s*\\(([^()]+)\\)\\s*[,;]\\s*([^()]+?)\\s*\\)\\s*$");

    private static final Set<String> SYMBOL_FONTS = Set.of(
            "symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings", "marlett", "mt extra", "zapfdingbats");

    private final String fileName;
    private final WordStyles styles;
    private final Seen seen;
    private final Deque<FieldCode> fields = new ArrayDeque<>();
    private String namespace = "";
    private int paragraphs;
    private int tables;
    private String heading = "";

    WordText(String fileName, WordStyles styles, Seen seen) {
        this.fileName = fileName;
        this.styles = styles;
        this.seen = seen;
    }

    /** What was met in all parts of a document. */
    static final class Seen {
        final Set<Finding> findings = new LinkedHashSet<>();
        final List<String> hidden = new ArrayList<>();
        final List<String> struck = new ArrayList<>();
        int comments;
        boolean tracked;
        boolean contents;
    }

    /** A field whose end has not come: its code first, then its result. */
    private static final class FieldCode {
        private final Optional<Element> form;
        private final Where where;
        private final StringBuilder code = new StringBuilder();
        private boolean result;
        private boolean shown;

        FieldCode(Optional<Element> form, Where where) {
            this.form = form;
            this.where = where;
        }

        String name() {
            Matcher name = FIELD_NAME.matcher(code);
            return name.lookingAt() ? name.group(1).toUpperCase(Locale.ROOT) : "";
        }
    }

    /** @param cell the table's number, row and column, or empty outside tables */
    private record Where(
            @Nullable Element paragraph,
            @Nullable Element table,
            @Nullable Element tc,
            String cell) {
        WordStyles.Place place() {
            return new WordStyles.Place(paragraph, table);
        }
    }

    /** @throws IOException when the markup is nested beyond all documents */
    void simplify(Element root) throws IOException {
        namespace = String.valueOf(root.getNamespaceURI());
        accept(root, 0);
        walk(root, new Where(null, null, null, ""), 0);
        for (FieldCode open : fields) {
            refuse("partTwoField", open.where, open.name());
        }
        fields.clear();
    }

    /** Rows, cells and paragraph marks deleted under tracking go, as they would on acceptance. */
    private void accept(Element element, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("too deep");
        }
        for (Element e : children(element)) {
            if (e.getParentNode() != element) {
                continue;
            }
            String name = e.getLocalName();
            Optional<Element> properties = child(e, name + "Pr");
            seen.tracked |=
                    name.equals("tr") && has(properties, "ins") || name.equals("tc") && has(properties, "cellIns");
            boolean rowGone = name.equals("tr") && has(properties, "del");
            boolean cellGone = name.equals("tc") && has(properties, "cellDel");
            if (rowGone || cellGone) {
                seen.tracked = true;
                element.removeChild(e);
                continue;
            }
            if (name.equals("tr") && has(properties, "hidden")) {
                hide(e, "");
                element.removeChild(e);
                continue;
            }
            accept(e, depth + 1);
            Optional<Element> mark = name.equals("p") ? properties.flatMap(p -> child(p, "rPr")) : Optional.empty();
            if (has(mark, "del") || has(mark, "moveFrom")) {
                seen.tracked = true;
                joinToNext(e);
            }
        }
        if (element.getLocalName().equals("tbl")
                && element.getElementsByTagNameNS("*", "tr").getLength() == 0) {
            element.getParentNode().removeChild(element);
        }
    }

    private static boolean has(Optional<Element> parent, String child) {
        return parent.flatMap(p -> child(p, child)).isPresent();
    }

    private static void joinToNext(Element paragraph) {
        Node next = paragraph.getNextSibling();
        while (next != null && !(next instanceof Element)) {
            next = next.getNextSibling();
        }
        if (next instanceof Element following && following.getLocalName().equals("p")) {
            Node first = child(following, "pPr").<Node>map(Node::getNextSibling).orElse(following.getFirstChild());
            for (Element e : children(paragraph)) {
                if (!e.getLocalName().equals("pPr")) {
                    following.insertBefore(e, first);
                }
            }
            paragraph.getParentNode().removeChild(paragraph);
        }
    }

    private void walk(Element element, Where where, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("too deep");
        }
        int row = 0;
        int column = 0;
        Node next;
        for (Node child = element.getFirstChild(); child != null; child = next) {
            next = child.getNextSibling();
            if (!(child instanceof Element e)) {
                continue;
            }
            String name = e.getLocalName();
            seen.tracked |= Set.of("ins", "del", "moveFrom", "moveTo").contains(name);
            if (MARKERS.contains(name) || DELETED.contains(name)) {
                element.removeChild(e);
            } else if (name.equals("sdt") && isTableOfContents(e)) {
                seen.contents = true;
                element.removeChild(e);
            } else if (name.equals("AlternateContent")) {
                Element chosen =
                        child(e, "Choice").or(() -> child(e, "Fallback")).orElse(null);
                next = unwrap(element, e, chosen, next);
            } else if (UNWRAPPED.contains(name)) {
                wrapper(e, where);
                next = unwrap(element, e, e, next);
            } else if (PROPERTIES.contains(name)) {
                withoutEarlierLooks(e, where);
            } else if (name.equals("p")) {
                paragraph(e, where, depth);
            } else if (name.equals("r")) {
                run(e, where, depth);
            } else if (CONTAINERS.contains(name)) {
                row += name.equals("tr") ? 1 : 0;
                column += name.equals("tc") ? 1 : 0;
                walk(e, within(e, where, row, column), depth + 1);
            } else {
                unknown(e, where);
            }
        }
    }

    private Where within(Element e, Where where, int row, int column) {
        return switch (e.getLocalName()) {
            case "tbl" -> {
                tables++;
                if (styles.hidesSomeCells(e)) {
                    refuse("partTwoHidingTable", where, "T" + tables);
                }
                yield new Where(where.paragraph(), e, where.tc(), "T" + tables);
            }
            case "tr" -> new Where(where.paragraph(), where.table(), where.tc(), where.cell() + " R" + row);
            case "tc" -> new Where(where.paragraph(), where.table(), e, where.cell() + " C" + column);
            default -> where;
        };
    }

    /** Moves what a wrapper holds before it and takes it away. @return where to go on */
    private static @Nullable Node unwrap(Element parent, Element wrapper, @Nullable Element held, @Nullable Node next) {
        Node first = held == null ? null : held.getFirstChild();
        while (held != null && held.getFirstChild() != null) {
            parent.insertBefore(held.getFirstChild(), wrapper);
        }
        parent.removeChild(wrapper);
        return first == null ? next : first;
    }

    private void wrapper(Element e, Where where) {
        if (e.getLocalName().equals("sdt")) {
            boolean unfilled = child(e, "sdtPr")
                    .flatMap(p -> child(p, "showingPlcHdr"))
                    .filter(p -> attribute(p, "val").map(WordStyles::isOn).orElse(true))
                    .isPresent();
            if (unfilled) {
                refuse("partTwoPlaceholder", where, shown(textOf(e)));
            }
        } else if (e.getLocalName().equals("fldSimple")) {
            var field = new FieldCode(Optional.empty(), where);
            field.code.append(attribute(e, "instr").orElse(""));
            if (PAGES.contains(field.name())) {
                refuse("partTwoPageNumber", where, field.name());
            } else if (textOf(e).isBlank() && !SILENT.contains(field.name())) {
                refuse("partTwoField", where, field.name());
            }
        }
    }

    /** What a property was before a tracked change of looks says nothing of how it is. */
    private void withoutEarlierLooks(Element properties, Where where) {
        for (Element e : children(properties)) {
            String name = e.getLocalName();
            if (name.endsWith("Change")) {
                seen.tracked = true;
                properties.removeChild(e);
            } else if (name.equals("rPr")) {
                withoutEarlierLooks(e, where);
            } else if (name.equals("cellMerge")) {
                refuse("partTwoUnknown", where, "cellMerge");
            }
        }
    }

    private void paragraph(Element paragraph, Where around, int depth) throws IOException {
        paragraphs++;
        var where = new Where(paragraph, around.table(), around.tc(), around.cell());
        Optional<Element> mark = child(paragraph, "pPr").flatMap(p -> child(p, "rPr"));
        boolean hiddenMark = styles.isOn("vanish", mark.orElse(null), where.place());
        walk(paragraph, where, depth + 1);
        String text = textOf(paragraph).strip();
        if (!text.isEmpty()
                && (styles.isHeading(paragraph) || LegalHeading.in(text).isPresent())) {
            heading = shown(text);
        }
        boolean empty = text.isEmpty()
                && paragraph.getElementsByTagNameNS("*", "drawing").getLength() == 0;
        boolean onlyOne = around.tc() != null
                && child(around.tc(), "p").filter(p -> p == paragraph).isPresent();
        if (hiddenMark && empty && !onlyOne) {
            // neither shown nor counted in a list
            paragraph.getParentNode().removeChild(paragraph);
        }
    }

    private void run(Element run, Where where, int depth) throws IOException {
        Element properties = child(run, "rPr").orElse(null);
        if (properties != null) {
            withoutEarlierLooks(properties, where);
        }
        boolean hidden = styles.isOn("vanish", properties, where.place());
        boolean judged = false;
        Node next;
        for (Node child = run.getFirstChild(); child != null; child = next) {
            next = child.getNextSibling();
            if (!(child instanceof Element e)) {
                continue;
            }
            String name = e.getLocalName();
            if (name.equals("rPr")) {
                continue;
            }
            if (name.equals("AlternateContent")) {
                Element chosen =
                        child(e, "Choice").or(() -> child(e, "Fallback")).orElse(null);
                next = unwrap(run, e, chosen, next);
            } else if (name.equals("fldChar")) {
                fieldCharacter(run, e, where, hidden);
                run.removeChild(e);
            } else if (name.equals("instrText")) {
                if (!fields.isEmpty() && !fields.peek().result) {
                    fields.peek().code.append(textOf(e));
                }
                run.removeChild(e);
            } else if (MARKERS.contains(name) || DELETED.contains(name)) {
                run.removeChild(e);
            } else if (name.equals("commentReference")) {
                seen.comments++;
                run.removeChild(e);
            } else if (!isShownByFields()) {
                run.removeChild(e);
            } else if (hidden) {
                hide(e, where.cell());
                run.removeChild(e);
            } else {
                judged |= !judged && judgeLooks(run, properties, where);
                shownByFields(e, where);
                content(run, e, properties, where, depth);
            }
        }
    }

    /** Code of a field and tables of contents are not text of the paper. */
    private boolean isShownByFields() {
        boolean shown = true;
        for (FieldCode f : fields) {
            if (f.result && CONTENTS.contains(f.name())) {
                seen.contents = true;
                shown = false;
            }
            shown &= f.result;
        }
        return shown;
    }

    private void shownByFields(Element e, Where where) {
        boolean says = !textOf(e).isBlank() || e.getLocalName().equals("drawing");
        for (FieldCode f : fields) {
            if (says && !f.shown && PAGES.contains(f.name())) {
                refuse("partTwoPageNumber", where, f.name());
            }
            f.shown |= says;
        }
    }

    private void fieldCharacter(Element run, Element e, Where where, boolean hidden) {
        String type = attribute(e, "fldCharType").orElse("");
        if (type.equals("begin")) {
            fields.push(new FieldCode(child(e, "ffData"), where));
        } else if (type.equals("separate") && !fields.isEmpty()) {
            fields.peek().result = true;
        } else if (type.equals("end") && !fields.isEmpty()) {
            FieldCode field = fields.pop();
            if (isShownByFields() && !hidden) {
                ended(run, e, field, where);
            }
        }
    }

    /** A field without a result shows what its form says, or is refused: its text stands in its code. */
    private void ended(Element run, Element end, FieldCode field, Where where) {
        if (field.shown) {
            return;
        }
        String name = field.name();
        Optional<Element> choice = field.form.flatMap(f -> child(f, "ddList"));
        Optional<Element> box = field.form.flatMap(f -> child(f, "checkBox"));
        Matcher reading = READING_BY_FIELD.matcher(field.code);
        if (choice.isPresent()) {
            List<Element> entries = children(choice.get()).stream()
                    .filter(c -> c.getLocalName().equals("listEntry"))
                    .toList();
            int chosen = value(choice.get(), "result")
                    .or(() -> value(choice.get(), "default"))
                    .map(Integer::parseInt)
                    .orElse(0);
            if (chosen < 0 || chosen >= entries.size()) {
                refuse("partTwoField", where, name);
            } else {
                insert(run, end, attribute(entries.get(chosen), "val").orElse(""));
            }
        } else if (box.isPresent()) {
            Element said = child(box.get(), "checked")
                    .or(() -> child(box.get(), "default"))
                    .orElse(null);
            boolean checked =
                    said != null && attribute(said, "val").map(WordStyles::isOn).orElse(true);
            // ☐ and ☒ are outside the characters of EDINET
            insert(run, end, checked ? "■" : "□");
        } else if (name.equals("EQ") && reading.find()) {
            ruby(run, end, reading.group(2), reading.group(1));
        } else if (!SILENT.contains(name) && !field.result) {
            refuse("partTwoField", where, name.isEmpty() ? "?" : name);
        }
    }

    private static void insert(Element run, Element before, String text) {
        Element t = element(run, "t");
        t.setTextContent(text);
        run.insertBefore(t, before);
    }

    private static void ruby(Element run, Element before, String base, String reading) {
        Element ruby = element(run, "ruby");
        for (String[] part : new String[][] {{"rt", reading}, {"rubyBase", base}}) {
            Element holder = element(run, part[0]);
            Element inner = element(run, "r");
            Element t = element(run, "t");
            t.setTextContent(part[1]);
            inner.appendChild(t);
            holder.appendChild(inner);
            ruby.appendChild(holder);
        }
        run.insertBefore(ruby, before);
    }

    private static Element element(Element like, String name) {
        String prefix = like.getPrefix() == null ? "" : like.getPrefix() + ":";
        return like.getOwnerDocument().createElementNS(like.getNamespaceURI(), prefix + name);
    }

    /** Looks that hide text or change what it says. @return true, once a run was judged */
    private boolean judgeLooks(Element run, @Nullable Element properties, Where where) {
        String text = textOf(run);
        if (text.isBlank()) {
            return true;
        }
        String shown = shown(text);
        String color =
                styles.attribute("color", "val", properties, where.place()).orElse("auto");
        if (color.equalsIgnoreCase("FFFFFF") && !hasBackground(properties, where)) {
            refuse("partTwoInvisible", where, shown);
        }
        int size = styles.attribute("sz", "val", properties, where.place())
                .filter(s -> s.matches("\\d{1,4}"))
                .map(Integer::parseInt)
                .orElse(SMALLEST_SIZE + 1);
        if (size <= SMALLEST_SIZE) {
            refuse("partTwoInvisible", where, shown);
        }
        for (String script : List.of("ascii", "hAnsi", "eastAsia")) {
            String font = styles.attribute("rFonts", script, properties, where.place())
                    .orElse("")
                    .toLowerCase(Locale.ROOT);
            boolean ofScript = text.codePoints()
                    .anyMatch(c -> !Character.isWhitespace(c) && (script.equals("eastAsia") == c >= 0x2E80));
            if (SYMBOL_FONTS.contains(font) && ofScript) {
                refuse("partTwoSymbolFont", where, shown, font);
                break;
            }
        }
        if (properties != null
                && child(properties, "eastAsianLayout")
                        .flatMap(l -> attribute(l, "combine"))
                        .filter(WordStyles::isOn)
                        .isPresent()) {
            refuse("partTwoUnknown", where, "eastAsianLayout combine");
        }
        boolean struck =
                styles.isOn("strike", properties, where.place()) || styles.isOn("dstrike", properties, where.place());
        if (struck) {
            seen.struck.add(named(where, shown));
            Element direct = properties == null ? element(run, "rPr") : properties;
            if (properties == null) {
                run.insertBefore(direct, run.getFirstChild());
            }
            for (String toggle : List.of("strike", "dstrike")) {
                child(direct, toggle).ifPresent(direct::removeChild);
            }
            direct.appendChild(element(run, "strike"));
        }
        return true;
    }

    private boolean hasBackground(@Nullable Element properties, Where where) {
        boolean own = properties != null
                && (child(properties, "highlight").isPresent()
                        || child(properties, "shd").filter(WordStyles::isShade).isPresent());
        boolean cell = where.tc() != null
                && child(where.tc(), "tcPr")
                        .flatMap(p -> child(p, "shd"))
                        .filter(WordStyles::isShade)
                        .isPresent();
        return own || cell || styles.isShaded(where.place()) || styles.shadesCells(where.table());
    }

    private void content(Element run, Element e, @Nullable Element properties, Where where, int depth)
            throws IOException {
        String name = e.getLocalName();
        if (name.equals("t") && styles.isOn("caps", properties, where.place())) {
            e.setTextContent(textOf(e).toUpperCase(Locale.ROOT));
        } else if (name.equals("drawing")) {
            drawing(run, e, where);
        } else if (name.equals("sym")) {
            symbol(run, e, where);
        } else if (name.equals("ruby")) {
            walk(e, where, depth + 1);
        } else if (!READ.contains(name)) {
            unknown(e, where);
        }
    }

    /** A symbol by the code of a text font is that character; those of symbol fonts have no character. */
    private void symbol(Element run, Element e, Where where) {
        String font = attribute(e, "font").orElse("");
        String code = attribute(e, "char").orElse("");
        int character = code.matches("[0-9A-Fa-f]{4}") ? Integer.parseInt(code, 16) : 0;
        boolean ofItsOwn = character >= 0xE000 && character <= 0xF8FF;
        if (character == 0 || ofItsOwn || SYMBOL_FONTS.contains(font.toLowerCase(Locale.ROOT))) {
            refuse("partTwoSymbolFont", where, code, font);
        } else {
            insert(run, e, Character.toString(character));
            run.removeChild(e);
        }
    }

    private void drawing(Element run, Element drawing, Where where) {
        var frames = drawing.getElementsByTagNameNS("*", "docPr");
        for (int i = 0; i < frames.getLength(); i++) {
            if (attribute((Element) frames.item(i), "hidden")
                    .filter(WordStyles::isOn)
                    .isPresent()) {
                seen.hidden.add(
                        named(where, attribute((Element) frames.item(i), "name").orElse("drawing")));
                run.removeChild(drawing);
                return;
            }
        }
        if (drawing.getElementsByTagNameNS("*", "txbxContent").getLength() > 0) {
            refuse("partTwoTextBox", where);
        }
        var graphics = drawing.getElementsByTagNameNS("*", "graphicData");
        for (int i = 0; i < graphics.getLength(); i++) {
            String kind =
                    attribute((Element) graphics.item(i), "uri").orElse("").replaceFirst(".*/", "");
            if (!kind.equals("picture")) {
                refuse("partTwoDrawing", where, kind);
            }
        }
    }

    /** What is not known is refused, whether or not it holds text: nobody here can tell what it shows. */
    private void unknown(Element e, Where where) {
        String name = e.getLocalName();
        boolean foreignMarker = !namespace.equals(e.getNamespaceURI())
                && textOf(e).isBlank()
                && e.getElementsByTagNameNS("*", "drawing").getLength() == 0;
        switch (name) {
            case "object", "altChunk", "subDoc", "contentPart" -> refuse("partTwoEmbeddedAt", where, name);
            case "pict", "oMath", "oMathPara" -> {
                if (e.getElementsByTagNameNS("*", "txbxContent").getLength() > 0) {
                    refuse("partTwoTextBox", where);
                }
                refuse("partTwoDrawing", where, e.getNodeName());
            }
            case "pgNum" -> refuse("partTwoPageNumber", where, name);
            default -> {
                if (!foreignMarker) {
                    refuse("partTwoUnknown", where, e.getNodeName());
                }
            }
        }
    }

    private void hide(Element e, String cell) {
        String text = shown(textOf(e));
        boolean picture = e.getLocalName().equals("drawing");
        if (!text.isEmpty() || picture) {
            seen.hidden.add(
                    "¶" + paragraphs + (cell.isEmpty() ? "" : " (" + cell + ")") + " " + (picture ? "drawing" : text));
        }
    }

    /** Pages of a table of contents are those of the upload, not of the paper. */
    private static boolean isTableOfContents(Element sdt) {
        return child(sdt, "sdtPr")
                .flatMap(p -> child(p, "docPartObj"))
                .flatMap(p -> value(p, "docPartGallery"))
                .filter("Table of Contents"::equals)
                .isPresent();
    }

    /** The refusal names file, what it is about, and the place: paragraph, cell, heading and text around. */
    private void refuse(String code, Where where, String... about) {
        var args = new ArrayList<String>();
        args.add(fileName);
        args.addAll(List.of(about));
        args.add(place(where));
        seen.findings.add(Finding.field("partTwo", code, args.toArray(String[]::new)));
    }

    private String place(Where where) {
        String text = where.paragraph() == null ? "" : shown(textOf(where.paragraph()));
        return "¶" + paragraphs
                + (where.cell().isEmpty() ? "" : " (" + where.cell() + ")")
                + (heading.isEmpty() ? "" : " " + heading)
                + (text.isEmpty() ? "" : " … " + text);
    }

    private String named(Where where, String text) {
        return "¶" + paragraphs + (where.cell().isEmpty() ? "" : " (" + where.cell() + ")") + " " + text;
    }

    private static String shown(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() > SHOWN
                ? line.substring(0, line.offsetByCodePoints(0, Math.min(SHOWN, line.codePointCount(0, line.length()))))
                        + "…"
                : line;
    }

    /** The text within, without codes of fields. */
    private static String textOf(Element e) {
        if (e.getLocalName().matches("instrText|delText|delInstrText")) {
            return e.getLocalName().equals("instrText") ? e.getTextContent() : "";
        }
        var text = new StringBuilder();
        for (Node n = e.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element inner) {
                text.append(
                        PROPERTIES.contains(inner.getLocalName())
                                        || inner.getLocalName().matches("instrText|sdtPr")
                                ? ""
                                : textOf(inner));
            } else if (n.getNodeValue() != null && n.getNodeType() != Node.COMMENT_NODE) {
                text.append(n.getNodeValue());
            }
        }
        return text.toString();
    }
}
