package io.github.samuraidesk.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Where each figure of a deal stands in its papers: every value that a paper prints carries the name of its field. */
public final class Figures {

    /** Attribute of the papers' XHTML that names a figure's field. */
    static final String FIELD = "data-field";

    private Figures() {}

    /**
     * A figure in its place.
     *
     * @param heading nearest heading before it
     * @param number how many times the field had been printed before in this paper, from 0
     */
    public record Place(Paper paper, String field, String text, String heading, int number) {}

    /** The name that one fact has in every style and language: {@code payment} for {@code paymentEn} and its era. */
    public static String shared(String field) {
        return field.replaceAll("(En|Era|Iso|Plain|Oku|Millions|Kanji)$", "");
    }

    /** @param one, other the same field with different text */
    public record Disagreement(Place one, Place other) {}

    /** The figures of a paper in reading order. */
    public static List<Place> in(Paper paper, String xhtml) {
        var places = new ArrayList<Place>();
        var seen = new LinkedHashMap<String, Integer>();
        String heading = "";
        for (Element e : Jsoup.parse(xhtml, "", Parser.xmlParser()).getAllElements()) {
            if (e.normalName().matches("h[1-6]")) {
                heading = e.text().strip();
            } else if (e.hasAttr(FIELD) && !e.attr(FIELD).isEmpty()) {
                int number = seen.merge(e.attr(FIELD), 1, Integer::sum) - 1;
                places.add(new Place(paper, e.attr(FIELD), e.text().strip(), heading, number));
            }
        }
        return places;
    }

    /**
     * Fields that two papers, or two places of one, print differently. A figure that is still 未定 in one of them is none
     * yet and differs from nothing.
     */
    public static List<Disagreement> disagreements(List<Place> places) {
        var first = new LinkedHashMap<String, Place>();
        var found = new ArrayList<Disagreement>();
        for (Place place : places) {
            if (place.text().contains("未定") || place.text().equals("―")) {
                continue;
            }
            Place before = first.putIfAbsent(place.field(), place);
            if (before != null && !before.text().equals(place.text())) {
                found.add(new Disagreement(before, place));
            }
        }
        return found;
    }

    /**
     * The body of a paper as part of a page: each figure becomes a link that asks for its field.
     *
     * @param link address of a field, with {@code {field}} in its place
     * @param chosen field to be marked, or empty
     */
    public static String asPage(String xhtml, String link, String chosen) {
        Document document = Jsoup.parse(xhtml, "", Parser.xmlParser());
        Element body = document.selectFirst("body");
        if (body == null) {
            throw new IllegalArgumentException("a paper without a body");
        }
        body.select(".runninghead").remove();
        for (Element e : body.select("[" + FIELD + "]")) {
            String field = e.attr(FIELD);
            if (field.isEmpty()) {
                continue;
            }
            e.tagName("a");
            e.attr(
                    "href",
                    link.replace(
                            "{field}", java.net.URLEncoder.encode(field, java.nio.charset.StandardCharsets.UTF_8)));
            e.addClass("figure-link");
            if (field.equals(chosen)) {
                e.addClass("chosen");
            }
        }
        // headings of a paper are below those of the page that shows it
        for (Element e : body.select("h1, h2, h3, h4")) {
            int level = Integer.parseInt(e.normalName().substring(1));
            e.addClass("p" + level).tagName("h" + Math.min(6, level + 2));
        }
        document.outputSettings().prettyPrint(false);
        return body.html();
    }
}
