package io.github.samuraidesk.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The styles of a DOCX, as far as they decide what is seen: a property of a run is its own, else that of its character
 * style, its paragraph's style and its table's style with all that these are based on, else the document's default
 * (ISO/IEC 29500-1, 17.7.2). Toggles of several styles cancel each other (17.7.3).
 */
final class WordStyles {

    private static final Pattern HEADING = Pattern.compile("(?:heading|見出し) ?[1-9]", Pattern.CASE_INSENSITIVE);

    private record Style(String type, String name, String basedOn, Element element) {}

    private final Map<String, Style> styles = new HashMap<>();
    private final Map<String, String> defaults = new HashMap<>();
    private final List<Element> documentDefault = new ArrayList<>();

    /** @param root element of {@code styles.xml}, or null where the document has none */
    WordStyles(@Nullable Element root) {
        if (root == null) {
            return;
        }
        for (Element e : children(root)) {
            if (e.getLocalName().equals("docDefaults")) {
                child(e, "rPrDefault").flatMap(d -> child(d, "rPr")).ifPresent(documentDefault::add);
            } else if (e.getLocalName().equals("style")) {
                String id = attribute(e, "styleId").orElse("");
                String type = attribute(e, "type").orElse("paragraph");
                styles.put(
                        id,
                        new Style(
                                type,
                                value(e, "name").orElse(""),
                                value(e, "basedOn").orElse(""),
                                e));
                if (attribute(e, "default").filter(WordStyles::isOn).isPresent()) {
                    defaults.put(type, id);
                }
            }
        }
    }

    /** Where a run stands: its paragraph and the table around it, or null. */
    record Place(@Nullable Element paragraph, @Nullable Element table) {}

    /** Whether a toggle such as {@code vanish} or {@code strike} is on for a run, or for the mark of a paragraph. */
    boolean isOn(String toggle, @Nullable Element runProperties, Place place) {
        Optional<Boolean> own = toggle(runProperties, toggle);
        if (own.isPresent()) {
            return own.get();
        }
        boolean on = false;
        for (List<Element> chain : chains(runProperties, place)) {
            on ^= chain.stream()
                    .flatMap(p -> toggle(p, toggle).stream())
                    .findFirst()
                    .orElse(false);
        }
        return on || documentDefault.stream().anyMatch(p -> toggle(p, toggle).orElse(false));
    }

    /** An attribute of a property, by the nearest that says it: the run itself, its styles, the default. */
    Optional<String> attribute(String property, String name, @Nullable Element runProperties, Place place) {
        var all = new ArrayList<Element>();
        if (runProperties != null) {
            all.add(runProperties);
        }
        List<List<Element>> chains = chains(runProperties, place);
        for (int i = chains.size() - 1; i >= 0; i--) {
            all.addAll(chains.get(i));
        }
        all.addAll(documentDefault);
        return all.stream()
                .flatMap(p -> child(p, property).stream())
                .flatMap(p -> attribute(p, name).stream())
                .findFirst();
    }

    /** Whether the paragraph or its style has a background, so that white letters can be read on it. */
    boolean isShaded(Place place) {
        if (place.paragraph() == null) {
            return false;
        }
        Optional<Element> own = child(place.paragraph(), "pPr");
        return own.filter(WordStyles::hasShade).isPresent()
                || chain(paragraphStyle(place.paragraph())).stream()
                        .anyMatch(s ->
                                child(s, "pPr").filter(WordStyles::hasShade).isPresent());
    }

    /** Whether the style of a table gives a background to some of its cells. */
    boolean shadesCells(@Nullable Element table) {
        return table != null
                && chain(tableStyle(table)).stream()
                        .anyMatch(s -> s.getElementsByTagNameNS("*", "shd").getLength() > 0);
    }

    /** Whether the style of a table hides text in some of its cells only (its first row, its last column …). */
    boolean hidesSomeCells(@Nullable Element table) {
        return table != null
                && chain(tableStyle(table)).stream()
                        .flatMap(s -> children(s).stream())
                        .filter(p -> p.getLocalName().equals("tblStylePr"))
                        .flatMap(p -> child(p, "rPr").stream())
                        .anyMatch(p -> toggle(p, "vanish").orElse(false));
    }

    /** Whether the paragraph is a heading by its style. */
    boolean isHeading(Element paragraph) {
        return styleAndBases(paragraphStyle(paragraph)).stream()
                .anyMatch(s -> HEADING.matcher(s.name()).matches());
    }

    /** The paragraph's style and all that it is based on, the nearest first. */
    List<Element> paragraphStyles(Element paragraph) {
        return chain(paragraphStyle(paragraph));
    }

    /** The numbering that a style of lists stands for. */
    Optional<Element> numberingOf(String style) {
        return Optional.ofNullable(styles.get(style))
                .flatMap(s -> child(s.element(), "pPr"))
                .flatMap(p -> child(p, "numPr"));
    }

    private String paragraphStyle(Element paragraph) {
        return child(paragraph, "pPr").flatMap(p -> value(p, "pStyle")).orElse(defaults.getOrDefault("paragraph", ""));
    }

    private String tableStyle(Element table) {
        return child(table, "tblPr").flatMap(p -> value(p, "tblStyle")).orElse(defaults.getOrDefault("table", ""));
    }

    /** Run properties by level of style: table, paragraph, character; within a level the nearest first. */
    private List<List<Element>> chains(@Nullable Element runProperties, Place place) {
        String character =
                runProperties == null ? "" : value(runProperties, "rStyle").orElse("");
        return List.of(
                properties(place.table() == null ? "" : tableStyle(place.table())),
                properties(place.paragraph() == null ? "" : paragraphStyle(place.paragraph())),
                properties(character.isEmpty() ? defaults.getOrDefault("character", "") : character));
    }

    private List<Element> properties(String style) {
        return chain(style).stream().flatMap(s -> child(s, "rPr").stream()).toList();
    }

    private List<Element> chain(String style) {
        return styleAndBases(style).stream().map(Style::element).toList();
    }

    private List<Style> styleAndBases(String style) {
        var chain = new ArrayList<Style>();
        Set<String> seen = new HashSet<>();
        for (Style s = styles.get(style); s != null && seen.add(style); s = styles.get(style)) {
            chain.add(s);
            style = s.basedOn();
        }
        return chain;
    }

    private static boolean hasShade(Element properties) {
        return child(properties, "shd").filter(WordStyles::isShade).isPresent();
    }

    /** Whether a shading is one: a fill or a pattern that is not white. */
    static boolean isShade(Element shd) {
        String fill = attribute(shd, "fill").orElse("auto");
        String pattern = attribute(shd, "val").orElse("clear");
        return !fill.equalsIgnoreCase("auto") && !fill.equalsIgnoreCase("FFFFFF")
                || !pattern.equals("clear") && !pattern.equals("nil");
    }

    private static Optional<Boolean> toggle(@Nullable Element properties, String name) {
        return properties == null
                ? Optional.empty()
                : child(properties, name)
                        .map(e -> attribute(e, "val").map(WordStyles::isOn).orElse(true));
    }

    static boolean isOn(String value) {
        return !value.matches("0|false|off");
    }

    static Optional<String> value(Element parent, String child) {
        return child(parent, child).flatMap(e -> attribute(e, "val"));
    }

    static Optional<Element> child(Element parent, String name) {
        return children(parent).stream()
                .filter(e -> e.getLocalName().equals(name))
                .findFirst();
    }

    static List<Element> children(Element parent) {
        var found = new ArrayList<Element>();
        for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element e) {
                found.add(e);
            }
        }
        return found;
    }

    /** An attribute by its local name: its namespace is that of the whole document. */
    static Optional<String> attribute(Element e, String name) {
        for (int i = 0; i < e.getAttributes().getLength(); i++) {
            Node a = e.getAttributes().item(i);
            String local = a.getLocalName() == null ? a.getNodeName().replaceFirst(".*:", "") : a.getLocalName();
            if (local.equals(name)) {
                return Optional.ofNullable(a.getNodeValue());
            }
        }
        return Optional.empty();
    }
}
