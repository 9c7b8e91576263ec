package io.github.samuraidesk.disclosure;

import io.github.samuraidesk.deal.Remembered;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * The fields that a paper's template asks for, in itself and in the fragments that it takes from other files, by the names
 * that {@link Printed} has for them. A field in a branch that is not taken counts too.
 */
record AskedFields(Set<String> deal, Set<String> tranche) {

    private static final Pattern FACT = Pattern.compile("\\b([dt])\\.facts\\['([A-Za-z0-9.]+)'\\]");
    private static final Pattern DEAL_LIST =
            Pattern.compile("\\bd\\.(underwriters|ratings|conditions|timetable|funds|ownText)\\b");
    private static final Pattern TRANCHE_LIST = Pattern.compile("\\bt\\.(coupons|commitments|sections)\\b");
    private static final Pattern SLOT = Pattern.compile("\\bd\\.(?:slot|hasSlot)\\(");
    private static final Pattern PART_TWO = Pattern.compile("\\$\\{[^}]*\\bpartTwo\\b");
    private static final Pattern FRAGMENT = Pattern.compile("(documents/[a-z-]+) :: ([A-Za-z]+)");

    private record Key(String set, Paper paper) {}

    /** A few sets with all their papers. */
    private static final Map<Key, AskedFields> KNOWN = Remembered.atMost(8 * Paper.values().length);

    /** What a paper's template asks for in a set. */
    static AskedFields of(TemplateSet set, Paper paper) {
        return KNOWN.computeIfAbsent(
                new Key(set.sha256(), paper), k -> of(paper.template(), name -> set.text(name + ".html")));
    }

    /**
     * @param template name of a template, for example {@code documents/prospectus}
     * @param texts text of a template by name
     */
    static AskedFields of(String template, UnaryOperator<String> texts) {
        var asked = new AskedFields(new TreeSet<>(), new TreeSet<>());
        asked.read(Jsoup.parse(texts.apply(template), "", Parser.xmlParser()), texts, new HashSet<>());
        return asked;
    }

    private void read(Element markup, UnaryOperator<String> texts, Set<String> seen) {
        // the underwriters print there only in place of commitments, whose origins say so
        markup.select("[th:if*=isEmpty(t.commitments)]").remove();
        String text = markup.outerHtml().replace("&#39;", "'").replace("&apos;", "'");
        Matcher fact = FACT.matcher(text);
        while (fact.find()) {
            (fact.group(1).equals("d") ? deal : tranche).add(fact.group(2));
        }
        DEAL_LIST.matcher(text).results().forEach(m -> deal.add(m.group(1)));
        TRANCHE_LIST.matcher(text).results().forEach(m -> tranche.add(m.group(1)));
        if (SLOT.matcher(text).find()) {
            deal.add("slots");
        }
        if (PART_TWO.matcher(text).find()) {
            deal.add("partTwo");
        }
        FRAGMENT.matcher(text).results().forEach(m -> {
            if (seen.add(m.group())) {
                Document file = Jsoup.parse(texts.apply(m.group(1)), "", Parser.xmlParser());
                file.getAllElements().stream()
                        .filter(e -> e.attr("th:fragment").matches(m.group(2) + "(\\(.*)?"))
                        .toList()
                        .forEach(e -> read(e, texts, seen));
            }
        });
    }
}
