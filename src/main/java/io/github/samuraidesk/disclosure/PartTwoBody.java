package io.github.samuraidesk.disclosure;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Part 2 as a part of a paper: the text of its body files in the order of their names, with nothing of their looks but
 * alignment and the widths of columns. Only what is listed here comes through, so that no upload can reach outside the
 * paper or change the rest of it.
 */
final class PartTwoBody {

    /** Deeper markup has no reader and would exhaust the typesetter. */
    private static final int DEEPEST = 60;

    /** Each table within a table makes its width be measured twice over. */
    private static final int DEEPEST_TABLES = 5;

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "table",
            "caption",
            "colgroup",
            "col",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "td",
            "th",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "blockquote",
            "hr");
    private static final Set<String> INLINE = Set.of("br", "b", "strong", "u", "s", "sup", "sub", "span", "img");
    private static final String BLOCK_SELECTOR = String.join(", ", BLOCKS) + ", h1, h2, h3, h4, h5, h6";

    /** Struck text stays struck, lists have their numbers written out. */
    private static final Map<String, String> SAME = Map.of("del", "s", "strike", "s", "ins", "u", "ol", "ul");

    private static final Set<String> DROPPED = Set.of("head", "script", "style", "title", "ix:header", "noscript");
    private static final Set<String> LAID_OUT = Set.of("table", "tr", "thead", "tbody", "tfoot", "ul", "ol", "dl");
    private static final Pattern ALIGN = Pattern.compile("(?:^|[;\\s])text-align\\s*:\\s*(left|right|center|justify)");
    private static final Pattern WIDTH = Pattern.compile("(?:^|[;\\s])width\\s*:\\s*(\\d{1,4})(?:\\.\\d+)?(%|px|pt)");
    private static final Pattern WITHOUT_MARK = Pattern.compile("list-style(?:-type)?\\s*:[^;]*\\bnone\\b");
    private static final Pattern MARK = Pattern.compile("list-style(?:-type)?\\s*:\\s*([a-z-]+)");
    private static final Pattern PLAIN_WIDTH = Pattern.compile("(\\d{1,4})(%|px)?");

    /** Width of the text of an EDINET page in pixels (E015), of which columns get their share on paper. */
    private static final int PAGE_PIXELS = 660;

    /** Tables of more columns are set in smaller type. */
    private static final int MANY_COLUMNS = 7;

    private final Map<String, byte[]> files;
    private final List<Element> out = new ArrayList<>();
    private final List<LegalHeading> headings = new ArrayList<>();
    private int lastLevel = 3;
    private boolean tooDeep;

    private PartTwoBody(Map<String, byte[]> files) {
        this.files = files;
    }

    /** @param files names relative to {@code PublicDoc/}, with their bytes */
    static PartTwoBody of(Map<String, byte[]> files) {
        var body = new PartTwoBody(new TreeMap<>(files));
        body.files.forEach((name, bytes) -> {
            if (isBodyFile(name)) {
                Element source =
                        Jsoup.parse(new String(bytes, StandardCharsets.UTF_8)).body();
                source.select("ruby").forEach(PartTwoBody::inOneForm);
                source.select("ol").forEach(PartTwoBody::numbered);
                Element target = new Element("div");
                body.children(source, target, name, 0, 0);
                body.out.addAll(blocks(target));
            }
        });
        return body;
    }

    /** A body file, and not a supporting file below it. */
    static boolean isBodyFile(String name) {
        return !name.contains("/") && name.endsWith(".htm");
    }

    List<LegalHeading> headings() {
        return headings;
    }

    boolean isTooDeep() {
        return tooDeep;
    }

    /** The blocks as they are set. */
    List<Element> blocks() {
        return out;
    }

    String xhtml() {
        Document shell = Document.createShell("");
        shell.outputSettings()
                .syntax(Document.OutputSettings.Syntax.xml)
                .escapeMode(Entities.EscapeMode.xhtml)
                .charset(StandardCharsets.UTF_8)
                .prettyPrint(false);
        out.forEach(e -> {
            shell.body().appendChild(e.clone());
            shell.body().appendChild(new TextNode("\n"));
        });
        return shell.body().html();
    }

    /** Loose text between blocks becomes paragraphs. */
    private static List<Element> blocks(Element target) {
        var blocks = new ArrayList<Element>();
        Element loose = null;
        for (Node node : List.copyOf(target.childNodes())) {
            boolean block = node instanceof Element e
                    && (BLOCKS.contains(e.normalName()) || e.normalName().matches("h[1-6]"));
            if (block) {
                blocks.add((Element) node);
                loose = null;
            } else if (loose != null || !(node instanceof TextNode text) || !text.isBlank()) {
                if (loose == null) {
                    loose = new Element("p");
                    blocks.add(loose);
                }
                loose.appendChild(node);
            }
        }
        blocks.forEach(Node::remove);
        return blocks;
    }

    private void children(Element from, Element to, String file, int depth, int tables) {
        if (depth > DEEPEST) {
            tooDeep = true;
            return;
        }
        for (Node node : from.childNodes()) {
            if (node instanceof TextNode text) {
                String plain = printable(text.getWholeText());
                if (!LAID_OUT.contains(to.normalName()) || !plain.isBlank()) {
                    to.appendChild(new TextNode(plain));
                }
            } else if (node instanceof Element e) {
                element(e, to, file, depth, tables);
            }
        }
    }

    private void element(Element e, Element to, String file, int depth, int tables) {
        String name = e.normalName();
        if (DROPPED.contains(name)) {
            return;
        }
        if (tables == 0 && isHeadingLike(e)) {
            heading(e, to);
            return;
        }
        if (name.equals("ruby")) {
            ruby(e, to);
            return;
        }
        if (name.equals("img")) {
            image(e, file).ifPresent(to::appendChild);
            return;
        }
        boolean heading = name.matches("h[1-6]");
        if (heading) {
            // within a table a heading is but bold text
            Element bold = to.appendElement("b");
            children(e, bold, file, depth + 1, tables);
            return;
        }
        if (!BLOCKS.contains(name) && !INLINE.contains(name) && !SAME.containsKey(name)) {
            children(e, to, file, depth + 1, tables);
            return;
        }
        if (!BLOCKS.contains(name) && e.selectFirst(BLOCK_SELECTOR) != null) {
            // blocks within a line have no place there, and the typesetter fails over them
            children(e, to, file, depth + 1, tables);
            return;
        }
        String kept = SAME.getOrDefault(name, name);
        Element copy = new Element(inItsPlace(kept, to) ? kept : "div");
        spans(e, copy);
        looks(e, copy);
        if (name.equals("table") && columns(e) > MANY_COLUMNS) {
            copy.addClass("wide");
        }
        int within = tables + (name.equals("table") ? 1 : 0);
        tooDeep |= within > DEEPEST_TABLES;
        children(e, copy, file, depth + 1, within);
        if (!(name.equals("table") || name.equals("tr"))
                || !copy.select("td, th").isEmpty()) {
            to.appendChild(copy);
        }
    }

    /** Items of a list outside a list are paragraphs. */
    private static boolean inItsPlace(String name, Element parent) {
        return switch (name) {
            case "li" -> parent.normalName().matches("ul|ol");
            case "dt", "dd" -> parent.normalName().equals("dl");
            default -> true;
        };
    }

    /** A heading by its tag, or a line of its own that reads as a legal heading does. */
    private static boolean isHeadingLike(Element e) {
        String name = e.normalName();
        if (name.matches("h[1-6]")) {
            return !e.text().isBlank() && e.selectFirst("img, table") == null;
        }
        return (name.equals("p") || name.equals("div"))
                && e.selectFirst("p, div, table, ul, ol, img, h1, h2, h3, h4, h5, h6") == null
                && e.text().contains("【")
                && LegalHeading.in(e.text()).isPresent();
    }

    private void heading(Element e, Element to) {
        Optional<LegalHeading> legal = LegalHeading.in(e.text());
        int level;
        if (legal.isPresent()) {
            headings.add(legal.get());
            level = legal.get().kind().level();
            lastLevel = level;
        } else {
            // levels of the upload count from the top of its page, those of a paper from below its parts
            int own = e.normalName().matches("h[1-6]")
                    ? Integer.parseInt(e.normalName().substring(1))
                    : 6;
            level = Math.min(6, Math.min(own + 2, lastLevel + 1));
        }
        Element heading = new Element("h" + level).text(printable(e.text()).strip());
        if (level == 2) {
            heading.addClass("break");
        }
        to.appendChild(heading);
    }

    /** Every reading in parentheses of its own, whatever form it was written in, so that its text is whole everywhere. */
    private static void inOneForm(Element ruby) {
        ruby.select("rp").remove();
        ruby.select("rb, rtc").forEach(Node::unwrap);
        for (Element reading : ruby.select("rt")) {
            if (reading.hasText()) {
                reading.before(new Element("rp").text("（"));
                reading.after(new Element("rp").text("）"));
            } else {
                reading.remove();
            }
        }
    }

    /** Readings above their characters, in the form of all papers. */
    private static void ruby(Element ruby, Element to) {
        var base = new StringBuilder();
        for (Node node : ruby.childNodes()) {
            if (node instanceof Element e && e.normalName().equals("rt")) {
                Element above = to.appendElement("span").addClass("ruby");
                above.appendText(printable(base.toString()).strip());
                above.appendElement("span")
                        .addClass("rt")
                        .text(printable(e.text()).strip());
                base.setLength(0);
            } else if (node instanceof TextNode text) {
                base.append(text.getWholeText());
            } else if (node instanceof Element e && !e.normalName().equals("rp")) {
                base.append(e.text());
            }
        }
        to.appendText(printable(base.toString()).strip());
    }

    /** The numbers that a browser counts, written before the items: on paper nothing counts them. */
    private static void numbered(Element list) {
        Matcher style = MARK.matcher(list.attr("style").toLowerCase(java.util.Locale.ROOT));
        String mark = style.find() ? style.group(1) : list.attr("type");
        if (mark.equals("none")) {
            return;
        }
        List<Element> items = list.children().stream()
                .filter(e -> e.normalName().equals("li"))
                .toList();
        int step = list.hasAttr("reversed") ? -1 : 1;
        int next = list.attr("start").strip().matches("-?\\d{1,6}")
                ? Integer.parseInt(list.attr("start").strip())
                : step < 0 ? items.size() : 1;
        for (Element item : items) {
            String own = item.attr("value").strip();
            int number = own.matches("-?\\d{1,6}") ? Integer.parseInt(own) : next;
            next = number + step;
            Element first = item.firstElementChild();
            boolean inABlock = first != null
                    && first == item.firstChild()
                    && first.normalName().matches("p|div");
            (inABlock ? first : item).prependText(marked(mark, number) + ". ");
        }
    }

    private static String marked(String mark, int number) {
        String format = switch (mark) {
            case "a", "lower-alpha", "lower-latin" -> "lowerLetter";
            case "A", "upper-alpha", "upper-latin" -> "upperLetter";
            case "i", "lower-roman" -> "lowerRoman";
            case "I", "upper-roman" -> "upperRoman";
            case "decimal-leading-zero" -> "decimalZero";
            case "cjk-ideographic", "japanese-informal" -> "japaneseCounting";
            case "katakana" -> "aiueo";
            case "katakana-iroha" -> "iroha";
            default -> "decimal";
        };
        return WordNumbering.formatted(format, number).orElse(String.valueOf(number));
    }

    private Optional<Element> image(Element e, String file) {
        byte[] bytes = files.get(e.attr("src").replaceFirst("#.*", "").replaceFirst("^\\./", ""));
        String kind = bytes == null ? "" : PartTwoImages.kind(bytes);
        if (bytes == null || kind.isEmpty()) {
            return Optional.empty();
        }
        Element image = new Element("img")
                .attr("alt", printable(e.attr("alt")))
                .attr(
                        "src",
                        "data:image/" + kind + ";base64," + Base64.getEncoder().encodeToString(bytes));
        Matcher width = PLAIN_WIDTH.matcher(e.attr("width").strip());
        if (width.matches()) {
            image.attr("style", "width: " + percent(width.group(1), width.group(2)) + "%");
        }
        return Optional.of(image);
    }

    private static void spans(Element from, Element to) {
        boolean cell = to.normalName().matches("td|th");
        for (String name : cell ? List.of("colspan", "rowspan") : List.of("span")) {
            String value = from.attr(name).strip();
            if ((cell || to.normalName().matches("col|colgroup")) && value.matches("\\d{1,4}")) {
                int number = Math.max(1, Math.min(name.equals("rowspan") ? 1_000 : 60, Integer.parseInt(value)));
                to.attr(name, String.valueOf(number));
            }
        }
    }

    private static void looks(Element from, Element to) {
        String style = from.attr("style").toLowerCase(java.util.Locale.ROOT);
        var kept = new StringBuilder();
        Matcher align = ALIGN.matcher(style);
        String aligned = align.find() ? align.group(1) : from.attr("align").toLowerCase(java.util.Locale.ROOT);
        if (aligned.matches("left|right|center|justify") && !from.normalName().matches("table|col|colgroup|span|b")) {
            kept.append("text-align: ").append(aligned);
        }
        if (from.normalName().matches("td|th|col")) {
            Matcher width = WIDTH.matcher(style);
            Matcher plain = PLAIN_WIDTH.matcher(from.attr("width").strip());
            String share = width.find()
                    ? percent(width.group(1), width.group(2))
                    : plain.matches() ? percent(plain.group(1), plain.group(2)) : "";
            if (!share.isEmpty()) {
                kept.append(kept.length() == 0 ? "" : "; ")
                        .append("width: ")
                        .append(share)
                        .append('%');
            }
        }
        if (from.normalName().equals("ol")
                || from.normalName().equals("ul") && WITHOUT_MARK.matcher(style).find()) {
            kept.append(kept.length() == 0 ? "" : "; ").append("list-style-type: none");
        }
        if (kept.length() > 0) {
            to.attr("style", kept.toString());
        }
    }

    private static String percent(String number, @org.jspecify.annotations.Nullable String unit) {
        int value = Integer.parseInt(number);
        int share = "%".equals(unit) ? value : value * 100 / PAGE_PIXELS;
        return String.valueOf(Math.max(1, Math.min(100, share)));
    }

    private static int columns(Element table) {
        Element row = table.selectFirst("tr");
        return row == null
                ? 0
                : row.children().stream()
                        .mapToInt(c -> c.attr("colspan").matches("\\d{1,3}") ? Integer.parseInt(c.attr("colspan")) : 1)
                        .sum();
    }

    /** Blanks of every width become one kind, signs that nobody sees are left out: the fonts have no glyphs for them. */
    static String printable(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int type = Character.getType(c);
            if (c == 0x2011) {
                out.append('-');
            } else if (c == 0x2012) {
                out.append('\u2013');
            } else if (c == '\n' || c == '\t' || c == '\r') {
                out.append(' ');
            } else if (type == Character.SPACE_SEPARATOR && c != '\u3000' && c != '\u00a0') {
                out.append(' ');
            } else if (type != Character.FORMAT && type != Character.CONTROL) {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }
}
