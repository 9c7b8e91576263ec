package io.github.samuraidesk.disclosure;

import io.github.samuraidesk.deal.CanonicalZip;
import io.github.samuraidesk.edinet.Characters;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * The second rendition of a filing paper: the same document as EDINET takes it, cut at its legal headings into a cover
 * and body files whose names follow from the headings (提出書類ファイル仕様書, S:EDI-FILE). It is made from the XHTML that
 * the PDF was set from, so the two cannot say different things.
 */
public final class EdinetRendition {

    private static final String PUBLIC_DOC = "PublicDoc/";
    private static final Pattern PART = Pattern.compile("^第([一二三四五六七八九十]+)部【.*");
    private static final Pattern CHAPTER = Pattern.compile("^第(\\d{1,2})【.*");
    private static final Pattern NUMBERED = Pattern.compile("^(\\d{1,2}|\\(\\d{1,2}\\))【.*");
    private static final String KANJI_DIGITS = "一二三四五六七八九";
    private static final int SERIAL_STEP = 10;

    /** Half-width katakana are refused by EDINET in any form; a run of them is widened with its voicing marks. */
    private static final Pattern HALF_KATAKANA = Pattern.compile("[\\uFF61-\\uFF9F]+");

    private static final String STYLE = "body{font-size:10pt;line-height:1.6}table{border-collapse:collapse;width:100%}"
            + "th,td{border:1px solid #7f7f7f;padding:3px 6px;text-align:left;vertical-align:top;font-weight:normal}"
            + ".number{text-align:right}";

    private EdinetRendition() {}

    /** @param xhtml the paper as it was set in type @return file → content under {@code PublicDoc/} */
    public static Map<String, byte[]> of(String xhtml) {
        Document paper = Jsoup.parse(xhtml, "", Parser.xmlParser());
        Element body = paper.selectFirst("body");
        if (body == null) {
            throw new IllegalArgumentException("a paper without a body");
        }
        Ruby.inParentheses(body);
        body.select(".runninghead, .note, .part-two, .counsel, .pdf-only").remove();
        var files = new Cutting(paper.title());
        for (Element e : body.children()) {
            files.add(e);
        }
        return files.finish();
    }

    /** The files as one ZIP of fixed form, to be stored by its hash. */
    public static byte[] zip(Map<String, byte[]> files) {
        return CanonicalZip.of(files);
    }

    static Map<String, byte[]> unzip(byte[] zip) {
        var files = new TreeMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory()) {
                    files.put(entry.getName(), in.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** Cuts a paper at its headings. */
    private static final class Cutting {

        private final String title;
        private final Map<String, byte[]> files = new TreeMap<>();
        private final List<Element> content = new ArrayList<>();
        private String name = "0000000_header.htm";
        private int part;
        private boolean onlyPartHeading;

        Cutting(String title) {
            this.title = title;
        }

        void add(Element e) {
            String text = e.text().strip();
            boolean heading = e.normalName().matches("h[1-6]") && text.contains("【");
            Matcher partHeading = PART.matcher(text);
            Matcher chapter = CHAPTER.matcher(text);
            if (heading && partHeading.matches()) {
                flush();
                part = kanji(partHeading.group(1));
                name = fileName(part, 0, "%dbu".formatted(part));
                onlyPartHeading = true;
            } else if (heading && chapter.matches()) {
                int number = Integer.parseInt(chapter.group(1));
                // the first chapter stays with the heading of its part
                if (!onlyPartHeading) {
                    flush();
                }
                name = fileName(part, number, "%dbu".formatted(part));
                onlyPartHeading = false;
            } else if (heading && part == 0 && NUMBERED.matcher(text).matches()) {
                if (name.startsWith("0000000")) {
                    flush();
                    // an amendment gives its reason before the corrected parts and must sort before them
                    name = fileName(0, 1, "teisei");
                }
            } else {
                onlyPartHeading = onlyPartHeading && content.isEmpty();
            }
            content.add(rendered(e, heading, name.startsWith("0000000")));
        }

        private static Element rendered(Element e, boolean heading, boolean cover) {
            if (heading) {
                return new Element(e.normalName()).text(e.text().strip());
            }
            Element copy = e.clone();
            for (Element inner : copy.getAllElements()) {
                String kept = inner.hasClass("number") ? "number" : "";
                List<String> names = new ArrayList<>();
                inner.attributes().forEach(a -> {
                    if (!a.getKey().equals("colspan") && !a.getKey().equals("rowspan")) {
                        names.add(a.getKey());
                    }
                });
                names.forEach(inner::removeAttr);
                if (!kept.isEmpty()) {
                    inner.addClass(kept);
                }
            }
            // brackets of this kind make a heading on EDINET, wherever they stand; on the cover they make an item
            for (Element inner : copy.getAllElements()) {
                if (!cover || !inner.normalName().equals("th")) {
                    for (TextNode node : inner.textNodes()) {
                        node.text(node.getWholeText().replace('【', '〔').replace('】', '〕'));
                    }
                }
            }
            if (copy.normalName().matches("h[1-6]")) {
                Element plain = new Element("p");
                plain.appendElement("b").text(copy.text());
                return plain;
            }
            return copy;
        }

        private void flush() {
            if (content.isEmpty()) {
                return;
            }
            files.put(PUBLIC_DOC + name, page(title, content).getBytes(StandardCharsets.UTF_8));
            content.clear();
        }

        Map<String, byte[]> finish() {
            flush();
            return files;
        }
    }

    private static String fileName(int part, int chapter, String name) {
        return fileName(part, chapter, SERIAL_STEP, name);
    }

    static String fileName(int part, int chapter, int serial, String name) {
        return "%02d%02d%03d_%s.htm".formatted(part, chapter, serial, name);
    }

    /** Value of kanji numerals up to 九十九. */
    static int kanji(String number) {
        int tens = number.indexOf('十');
        if (tens < 0) {
            return KANJI_DIGITS.indexOf(number) + 1;
        }
        int ten = tens == 0 ? 1 : KANJI_DIGITS.indexOf(number.charAt(0)) + 1;
        int unit = tens == number.length() - 1 ? 0 : KANJI_DIGITS.indexOf(number.charAt(tens + 1)) + 1;
        return ten * 10 + unit;
    }

    /** A body file as EDINET takes it. */
    static String page(String title, List<Element> content) {
        Document page = Document.createShell("");
        page.outputSettings()
                .syntax(Document.OutputSettings.Syntax.xml)
                .escapeMode(Entities.EscapeMode.xhtml)
                .charset(StandardCharsets.UTF_8)
                .prettyPrint(false);
        page.selectFirst("html").attr("lang", "ja");
        Element head = page.head();
        head.appendElement("meta").attr("http-equiv", "Content-Type").attr("content", "text/html; charset=utf-8");
        head.appendElement("title").text(title);
        head.appendElement("style").attr("type", "text/css").appendChild(new org.jsoup.nodes.DataNode(STYLE));
        for (Element e : content) {
            page.body().appendChild(e);
            page.body().appendText("\n");
        }
        return within(page.outerHtml());
    }

    /** Text within the characters EDINET takes; any other becomes a numeric reference. */
    static String within(String text) {
        String wide = HALF_KATAKANA
                .matcher(text)
                .replaceAll(run -> Normalizer.normalize(run.group(), Normalizer.Form.NFKC)
                        // a mark that follows no kana stands for itself
                        .replace('\u3099', '\u309B')
                        .replace('\u309A', '\u309C'));
        var out = new StringBuilder(wide.length());
        wide.codePoints().forEach(c -> {
            if (Character.isBmpCodePoint(c) && Characters.builtIn().isAllowed((char) c)) {
                out.appendCodePoint(c);
            } else {
                out.append("&#").append(c).append(';');
            }
        });
        return out.toString();
    }
}
