package io.github.samuraidesk.disclosure;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * Takes out of an uploaded HTML file what acts by itself or reaches outside the package. A file in which nothing of the
 * kind is found stays as it is, byte by byte. It is read as HTML whatever it says it is, for that is how it is shown.
 */
final class PartTwoCleaning {

    private static final Set<String> KEPT =
            Set.of(("html head title meta style body div p h1 h2 h3 h4 h5 h6 table caption"
                            + " colgroup col thead tbody tfoot tr td th ul ol li dl dt dd br hr a img map area span b i u s em"
                            + " strong sub sup small big center blockquote q address section article header footer main nav aside"
                            + " figure figcaption del ins cite code tt kbd samp var abbr acronym dfn strike font ruby rt rp rb pre"
                            + " nobr wbr")
                    .split(" "));

    /** Their content goes with them; of other elements only the tags go. */
    private static final Set<String> DROPPED =
            Set.of(("script noscript iframe frame frameset noframes object embed applet"
                            + " param base link svg math audio video source track canvas template dialog portal input textarea"
                            + " select button option datalist output meter progress xmp plaintext noembed bgsound marquee")
                    .split(" "));

    /** Tags of inline XBRL. */
    private static final Pattern INLINE_XBRL = Pattern.compile("(ix|xbrli|xbrldi|link):[a-z]+");

    private static final Set<String> ADDRESSES = Set.of(
            "href",
            "src",
            "srcset",
            "background",
            "action",
            "formaction",
            "cite",
            "longdesc",
            "poster",
            "data",
            "usemap",
            "ping",
            "xlink:href",
            "lowsrc",
            "dynsrc",
            "codebase",
            "classid");

    private static final Pattern STYLE_THAT_REACHES_OUT = Pattern.compile(
            "@import|expression\\s*\\(|behaviou?r\\s*:|-moz-binding|javascript:|\\\\|url\\s*\\(\\s*['\"]?\\s*(?![\\w./-]+['\"]?\\s*\\))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern COMMENT_WITHIN_STYLE = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

    private static final int SHOWN = 60;

    private PartTwoCleaning() {}

    /** What was taken out, with how often: elements, attributes, styles, and addresses outside the package. */
    record Cleaned(
            byte[] bytes, Map<String, Integer> active, Map<String, Integer> external, HiddenMarkup.Result unseen) {}

    /** @param fileName for refusals */
    static Cleaned of(String fileName, byte[] html) {
        var active = new LinkedHashMap<String, Integer>();
        var external = new LinkedHashMap<String, Integer>();
        Document document = Jsoup.parse(
                new String(html, StandardCharsets.UTF_8),
                "",
                Parser.htmlParser().setTrackPosition(true));
        for (Element e : List.copyOf(document.getAllElements())) {
            if (e instanceof Document || (e.parent() == null && e != document)) {
                continue;
            }
            element(e, active, external);
        }
        var hidden = new ArrayList<Node>();
        document.traverse((node, depth) -> {
            boolean acting = node instanceof Comment c
                    && c.getData().toLowerCase(Locale.ROOT).contains("[if");
            if (acting || node instanceof CDataNode) {
                hidden.add(node);
            }
        });
        for (Node node : hidden) {
            if (node instanceof CDataNode data) {
                // text for an XML parser, but markup behind its first ">" for a browser
                count(active, "<![CDATA[");
                node.replaceWith(new TextNode(data.getWholeText()));
            } else {
                count(active, "<!--[if");
                node.remove();
            }
        }
        HiddenMarkup.Result unseen = HiddenMarkup.in(document, fileName);
        if (active.isEmpty() && external.isEmpty() && unseen.hidden().isEmpty()) {
            return new Cleaned(html, Map.of(), Map.of(), unseen);
        }
        document.outputSettings()
                .syntax(Document.OutputSettings.Syntax.xml)
                .escapeMode(Entities.EscapeMode.xhtml)
                .charset(StandardCharsets.UTF_8)
                .prettyPrint(false);
        return new Cleaned(document.outerHtml().getBytes(StandardCharsets.UTF_8), active, external, unseen);
    }

    private static void element(Element e, Map<String, Integer> active, Map<String, Integer> external) {
        String name = e.normalName();
        if (DROPPED.contains(name)) {
            String target = outside(e.attr(name.equals("link") || name.equals("base") ? "href" : "src"));
            if (name.equals("link") && !target.isEmpty()) {
                count(external, "<link> " + target);
            } else {
                count(active, "<" + name + ">");
            }
            e.remove();
            return;
        }
        if (name.equals("meta") && e.attr("http-equiv").strip().equalsIgnoreCase("refresh")) {
            count(active, "<meta refresh>");
            e.remove();
            return;
        }
        if (!KEPT.contains(name) && !INLINE_XBRL.matcher(name).matches()) {
            count(active, "<" + name + ">");
            e.unwrap();
            return;
        }
        if (name.equals("style") && reachesOut(e.data())) {
            count(external, "<style>");
            e.remove();
            return;
        }
        for (Attribute attribute : List.copyOf(e.attributes().asList())) {
            attribute(e, attribute.getKey(), attribute.getValue(), active, external);
        }
        if (name.equals("img") && e.attr("src").isBlank()) {
            e.remove();
        } else if (name.equals("a") && !e.hasAttr("href") && !e.hasAttr("id") && !e.hasAttr("name")) {
            e.unwrap();
        }
    }

    private static void attribute(
            Element e, String key, String value, Map<String, Integer> active, Map<String, Integer> external) {
        String name = key.toLowerCase(Locale.ROOT);
        if (name.startsWith("on") || name.equals("srcdoc") || name.equals("target") && !value.isEmpty()) {
            count(active, name + "=");
            e.removeAttr(key);
        } else if (name.equals("style") && reachesOut(value)) {
            count(external, "style: " + shown(value));
            e.removeAttr(key);
        } else if (ADDRESSES.contains(name)) {
            String bare = bare(value);
            if (bare.matches("(javascript|vbscript|livescript|mocha):.*")) {
                count(active, name + "=" + shown(bare));
                e.removeAttr(key);
            } else if (!outside(value).isEmpty()) {
                count(external, "<" + e.normalName() + "> " + shown(bare));
                e.removeAttr(key);
            }
        }
    }

    private static boolean reachesOut(String css) {
        return STYLE_THAT_REACHES_OUT
                .matcher(COMMENT_WITHIN_STYLE.matcher(css).replaceAll(""))
                .find();
    }

    /** The address when it lies outside the package; a package has neither schemes nor hosts nor drives. */
    private static String outside(String address) {
        String bare = bare(address);
        boolean outside = bare.startsWith("//")
                || bare.startsWith("\\")
                || bare.startsWith("/")
                || bare.matches("[a-z][a-z0-9+.-]*:.*");
        return outside ? shown(bare) : "";
    }

    /** Browsers pass over blanks and controls within an address. */
    private static String bare(String address) {
        return address.replaceAll("[\\p{Cntrl}\\s]", "").toLowerCase(Locale.ROOT);
    }

    private static String shown(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }

    private static void count(Map<String, Integer> counts, String what) {
        counts.merge(what, 1, Integer::sum);
    }
}
