package io.github.samuraidesk.disclosure;

import com.ibm.icu.text.Normalizer2;
import io.github.samuraidesk.deal.TermSheet;
import io.github.samuraidesk.edinet.Characters;
import io.github.samuraidesk.wording.ResourceTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.springframework.stereotype.Component;

/**
 * Reads a Japanese paper as a careful reader would: widths, katakana, eras, amounts in two styles, terms of the trade,
 * names spelled two ways, characters that EDINET refuses. A finding names the paragraph.
 */
@Component
public class PaperLint {

    private static final Pattern MIXED_DIGITS = Pattern.compile("[0-9][０-９]|[０-９][0-9]");
    private static final Pattern MIXED_LETTERS = Pattern.compile("[A-Za-z][Ａ-Ｚａ-ｚ]|[Ａ-Ｚａ-ｚ][A-Za-z]");
    private static final Pattern HALF_KATAKANA = Pattern.compile("[\\uFF61-\\uFF9F]+");
    private static final Pattern ERA = Pattern.compile("(令和|平成|昭和)(元|\\d{1,2}|[０-９]{1,2})年");
    private static final Pattern WESTERN = Pattern.compile("(19|20)\\d{2}年");
    private static final Pattern ERA_AND_WESTERN = Pattern.compile("(令和|平成)(元|\\d{1,2})年[（(]((?:19|20)\\d{2})年");
    private static final Pattern OKU_AND_YEN = Pattern.compile("([0-9][0-9,.]*)億円[（(](?:金)?([0-9][0-9,]*)円");
    private static final Pattern STATUTE = Pattern.compile("[（(](?:令和|平成|昭和)(?:元|\\d{1,2})年法律");

    private final Map<String, String> glossary = glossary();

    /**
     * @param rule wording key {@code lint.<rule>}
     * @param paragraph number of the paragraph in the paper, from 1
     * @param excerpt its beginning
     */
    public record Remark(String rule, int paragraph, String excerpt, List<String> args) {}

    /** Terms that a careful Japanese paper does not use, and what it says in their place. */
    private static Map<String, String> glossary() {
        var terms = new LinkedHashMap<String, String>();
        ResourceTable.rows("/wording/glossary.csv").forEach(r -> terms.put(r.get("avoid_ja"), r.get("use_ja")));
        return terms;
    }

    /** Remarks in the order of the paragraphs; English papers are not read. */
    public List<Remark> of(Paper paper, String xhtml, TermSheet sheet) {
        if (paper.isEnglish()) {
            return List.of();
        }
        List<String> paragraphs = paragraphs(xhtml);
        var remarks = new ArrayList<Remark>();
        boolean western = paragraphs.stream().anyMatch(p -> WESTERN.matcher(p).find());
        for (int i = 0; i < paragraphs.size(); i++) {
            String text = paragraphs.get(i);
            var at = new Place(i + 1, text, remarks);
            at.each(MIXED_DIGITS, "mixedWidth");
            at.each(MIXED_LETTERS, "mixedWidth");
            at.each(HALF_KATAKANA, "halfWidthKatakana");
            eras(at, western);
            amounts(at);
            glossary.forEach((avoid, use) -> {
                if (text.contains(avoid) && !text.contains(use)) {
                    at.remark("glossary", avoid, use);
                }
            });
            if (paper.isFiled()) {
                refused(at);
            }
        }
        names(paragraphs, sheet, remarks);
        return remarks;
    }

    private record Place(int number, String text, List<Remark> remarks) {

        void remark(String rule, String... args) {
            String excerpt = text.length() > 60 ? text.substring(0, 60) + "…" : text;
            remarks.add(new Remark(rule, number, excerpt, List.of(args)));
        }

        void each(Pattern pattern, String rule) {
            Matcher found = pattern.matcher(text);
            if (found.find()) {
                remark(rule, found.group());
            }
        }
    }

    /** An era year in a paper of western years, or one that is not the western year beside it. Names of acts are exempt. */
    private static void eras(Place at, boolean western) {
        Matcher both = ERA_AND_WESTERN.matcher(at.text());
        while (both.find()) {
            int base = both.group(1).equals("令和") ? 2018 : 1988;
            int year = both.group(2).equals("元") ? 1 : Integer.parseInt(both.group(2));
            if (base + year != Integer.parseInt(both.group(3))) {
                at.remark("eraIsNotTheYear", both.group(), String.valueOf(base + year));
            }
        }
        Matcher era = ERA.matcher(at.text());
        if (western
                && era.find()
                && !STATUTE.matcher(at.text()).find()
                && !ERA_AND_WESTERN.matcher(at.text()).find()) {
            at.remark("eraAmongWestern", era.group());
        }
    }

    private static void amounts(Place at) {
        Matcher both = OKU_AND_YEN.matcher(at.text());
        while (both.find()) {
            var oku = new java.math.BigDecimal(both.group(1).replace(",", "")).movePointRight(8);
            var yen = new java.math.BigDecimal(both.group(2).replace(",", ""));
            if (oku.compareTo(yen) != 0) {
                at.remark("okuIsNotTheYen", both.group(), oku.toPlainString());
            }
        }
    }

    private void refused(Place at) {
        var refused = new LinkedHashSet<String>();
        at.text()
                .codePoints()
                .filter(c ->
                        !Character.isBmpCodePoint(c) || !Characters.builtIn().isAllowed((char) c))
                .forEach(c -> refused.add(Character.toString(c)));
        if (!refused.isEmpty()) {
            at.remark("notOnEdinet", String.join(" ", refused));
        }
    }

    /** A name of the deal that stands in the paper with other widths, blanks or marks than in the term sheet. */
    private static void names(List<String> paragraphs, TermSheet sheet, List<Remark> remarks) {
        Set<String> names = new LinkedHashSet<>();
        names.add(sheet.issuer().nameJa());
        sheet.managers().forEach(m -> names.add(m.nameJa()));
        for (String name : names) {
            if (name.length() < 3) {
                continue;
            }
            Pattern variant = loosely(name);
            for (int i = 0; i < paragraphs.size(); i++) {
                Matcher found = variant.matcher(paragraphs.get(i));
                while (found.find()) {
                    if (!found.group().equals(name)) {
                        new Place(i + 1, paragraphs.get(i), remarks)
                                .remark("nameSpelledOtherwise", found.group(), name);
                    }
                }
            }
        }
    }

    /** The name with any width, and with or without blanks and middle dots between its characters. */
    private static Pattern loosely(String name) {
        String bare = Normalizer2.getNFKCInstance().normalize(name).replaceAll("[\\s・･·=＝]", "");
        var pattern = new StringBuilder();
        bare.codePoints().forEach(c -> {
            if (pattern.length() > 0) {
                pattern.append("[\\s・･·=＝]?");
            }
            String character = Character.toString(c);
            String wide = c > 0x20 && c < 0x7f ? Character.toString(c + 0xfee0) : character;
            pattern.append("[")
                    .append(Pattern.quote(character))
                    .append(Pattern.quote(wide))
                    .append("]");
        });
        return Pattern.compile(pattern.toString());
    }

    /** The clause of each paragraph of a paper, or an empty text; paragraphs are counted as remarks count them. */
    public static List<String> clauseParagraphs(String xhtml) {
        return elements(xhtml).stream().map(e -> e.attr("data-clause")).toList();
    }

    private static List<String> paragraphs(String xhtml) {
        return elements(xhtml).stream().map(Element::text).toList();
    }

    private static List<Element> elements(String xhtml) {
        Element body = Jsoup.parse(xhtml, "", Parser.xmlParser()).selectFirst("body");
        if (body == null) {
            throw new IllegalArgumentException("a paper without a body");
        }
        body.select(".runninghead, .note").remove();
        return body.select("h1, h2, h3, h4, p, li, td, th").stream()
                .filter(e -> e.select("p, td").size() <= 1)
                .filter(e -> !e.text().isBlank())
                .toList();
    }
}
