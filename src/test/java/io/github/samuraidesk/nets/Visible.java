package io.github.samuraidesk.nets;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * What a reader sees of a page, a line a block: rows of a table in one line, what stands in the fields, which buttons are
 * shut. What differs from run to run has a placeholder, and nothing else has.
 */
final class Visible {

    private static final Set<String> UNSEEN = Set.of("script", "style", "template", "link");
    private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");

    /** Placeholders, in the order in which they are put. */
    private static final List<Masked> MASKS = List.of(
            new Masked("\\b[0-9a-f]{64}\\b", "‹sha256›"),
            new Masked("\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b", "‹id›"),
            // as the pages cut them
            new Masked("\\b[0-9a-f]{9,63}(\\.\\.\\.|…)", "‹hash›"),
            // when something was really recorded; no practice deal is of these years
            new Masked("\\b20(2[6-9]|[3-9][0-9])-[0-9]{2}-[0-9]{2}[ T][0-9:.]{5,}Z?", "‹recorded›"),
            new Masked("\\b[0-9]+ ms\\b", "‹duration›"),
            // a set that is stored in whatever order the machine gives it, and cut by the page
            new Masked("(?<=\\| assumed \\| {0,2}\\| )\\[[^|]*", "‹set› "));

    /** A step of the path: of those that began in one millisecond the page shows either first. */
    private static final Pattern STEP = Pattern.compile("\\| .* \\| ‹recorded› \\|( ‹duration›)?");

    private record Masked(Pattern pattern, String placeholder) {
        Masked(String regex, String placeholder) {
            this(Pattern.compile(regex), placeholder);
        }
    }

    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();

    private Visible() {}

    /** The lines of a page's main part; of a fragment all. @param without what is left out, by a selector, or nothing */
    static List<String> lines(String html, String without) {
        Document page = Jsoup.parse(html);
        if (!without.isEmpty()) {
            page.select(without).remove();
        }
        Element main = page.selectFirst("main");
        var visible = new Visible();
        visible.read(main == null ? page.body() : main);
        visible.end();
        return withoutOrderOfSteps(visible.lines);
    }

    private static List<String> withoutOrderOfSteps(List<String> lines) {
        var steps =
                lines.stream().filter(l -> STEP.matcher(l).matches()).sorted().iterator();
        return lines.stream()
                .map(l -> STEP.matcher(l).matches() ? steps.next() : l)
                .toList();
    }

    static String masked(String text) {
        String masked = text;
        for (Masked m : MASKS) {
            masked = m.pattern().matcher(masked).replaceAll(m.placeholder());
        }
        return masked;
    }

    private void read(Node node) {
        if (node instanceof TextNode text) {
            line.append(text.getWholeText());
        } else if (node instanceof Element e && !UNSEEN.contains(e.normalName())) {
            read(e);
        }
    }

    private void read(Element e) {
        switch (e.normalName()) {
            case "svg" -> svg(e);
            case "br" -> line.append(' ');
            case "input" -> input(e);
            case "option" ->
                line.append(e.hasAttr("selected") ? " (•) " : " ( ) ").append(e.text());
            case "textarea" -> line.append(" [").append(e.wholeText()).append("] ");
            case "button" ->
                line.append(e.hasAttr("disabled") ? " <shut: " : " <")
                        .append(e.text())
                        .append("> ");
            case "td", "th" -> {
                line.append(" | ");
                e.childNodes().forEach(this::read);
            }
            case "tr" -> row(e);
            default -> {
                boolean block = e.isBlock() && e.closest("tr") == null;
                if (block) {
                    end();
                } else {
                    line.append(e.isBlock() ? " / " : "");
                }
                e.childNodes().forEach(this::read);
                if (block) {
                    end();
                }
            }
        }
    }

    private void row(Element e) {
        boolean within = e.parent() != null && e.parent().closest("tr") != null;
        if (!within) {
            end();
        }
        e.childNodes().forEach(this::read);
        if (!within) {
            end();
        }
    }

    private void svg(Element e) {
        String words = String.join(" ", e.select("text, title, desc").eachText());
        if (!words.isBlank()) {
            line.append(" {").append(words).append("} ");
        }
    }

    private void input(Element e) {
        switch (e.attr("type")) {
            case "hidden" -> {}
            case "checkbox", "radio" -> line.append(e.hasAttr("checked") ? " [x] " : " [ ] ");
            default -> line.append(" [").append(e.attr("value")).append("] ");
        }
    }

    private void end() {
        String text = masked(SPACE.matcher(line).replaceAll(" ").strip());
        if (!text.isEmpty()) {
            lines.add(text);
        }
        line.setLength(0);
    }
}
