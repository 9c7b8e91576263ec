package io.github.samuraidesk.disclosure;

import io.github.samuraidesk.deal.Finding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector;

/**
 * Text of an HTML page that its reader does not see, and text that stands in a style alone. What is plainly hidden is taken
 * out and named; what is made unreadable by its looks, or shown by a rule that is not understood here, is refused.
 */
final class HiddenMarkup {

    private static final Pattern HIDES = Pattern.compile(
            "(?:^|[;{\\s])(?:display\\s*:\\s*none|visibility\\s*:\\s*(?:hidden|collapse)|content-visibility\\s*:\\s*hidden)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern UNREADABLE = Pattern.compile(
            "(?:^|[;{\\s])(?:font-size\\s*:\\s*(?:0|1)(?:\\.\\d+)?(?:px|pt|em|%)?\\s*(?:;|$|!)|opacity\\s*:\\s*0(?:\\.0+)?\\s*(?:;|$|!)"
                    + "|color\\s*:\\s*(?:white|#fff|#ffffff|transparent|rgba?\\(\\s*255\\s*,\\s*255\\s*,\\s*255[^)]*\\))\\s*(?:;|$|!)"
                    + "|text-indent\\s*:\\s*-\\d{3,}|left\\s*:\\s*-\\d{3,}|top\\s*:\\s*-\\d{3,}"
                    + "|clip(?:-path)?\\s*:\\s*(?:rect\\(\\s*0|inset\\(\\s*(?:50|100)%))",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BACKGROUND = Pattern.compile("background(?:-color)?\\s*:", Pattern.CASE_INSENSITIVE);
    private static final Pattern COLOR = Pattern.compile("(?:^|[;{\\s])color\\s*:", Pattern.CASE_INSENSITIVE);

    /** Text that a style puts into the page, and numbers that it counts. */
    private static final Pattern GENERATES = Pattern.compile(
            "(?:^|[;{\\s])(?:content\\s*:\\s*(?!normal|none|''|\"\")|counter-(?:reset|increment|set)\\s*:)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)\\}");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|<!--|-->", Pattern.DOTALL);
    private static final int SHOWN = 40;

    /** What was taken out, and what refuses the page. */
    record Result(List<String> hidden, List<Finding> findings) {}

    private HiddenMarkup() {}

    /** Takes hidden elements out of the page. @param name of the file, for refusals */
    static Result in(Document document, String name) {
        Set<Element> hidden = new LinkedHashSet<>();
        Set<Finding> findings = new LinkedHashSet<>();
        for (Element style : document.select("style")) {
            Matcher rules = RULE.matcher(COMMENT.matcher(style.data()).replaceAll(""));
            while (rules.find()) {
                rule(document, name, rules.group(1).strip(), rules.group(2), hidden, findings);
            }
        }
        for (Element e : document.body().getAllElements()) {
            String own = e.attr("style");
            if (e.hasAttr("hidden") || HIDES.matcher(own).find()) {
                hidden.add(e);
            } else if (makesUnreadable(e, own) || isWhiteFont(e)) {
                unreadable(name, e, findings);
            }
        }
        var named = new ArrayList<String>();
        for (Element e : hidden) {
            boolean gone = e.parent() == null || e.parents().stream().anyMatch(hidden::contains);
            if (gone || e.normalName().equals("ix:header") || e.selectFirst("ix|header") != null) {
                continue;
            }
            if (e.hasText() || e.selectFirst("img") != null) {
                named.add(e.hasText() ? shown(e.text()) : "<img>");
                e.remove();
            }
        }
        remarks(document, named);
        return new Result(named, List.copyOf(findings));
    }

    /** Remarks in the source are published with the file; declarations that a reader of HTML takes for remarks stay. */
    private static void remarks(Document document, List<String> named) {
        var remarks = new ArrayList<Comment>();
        document.traverse((node, depth) -> {
            if (node instanceof Comment c
                    && !c.getData().isBlank()
                    && !c.getData().startsWith("?")) {
                remarks.add(c);
            }
        });
        for (Comment remark : remarks) {
            named.add("<!-- " + shown(remark.getData()) + " -->");
            remark.remove();
        }
    }

    private static void rule(
            Document document,
            String name,
            String selector,
            String declarations,
            Set<Element> hidden,
            Set<Finding> findings) {
        boolean hides = HIDES.matcher(declarations).find();
        boolean unreadable = UNREADABLE.matcher(declarations).find()
                && !BACKGROUND.matcher(declarations).find();
        if (GENERATES.matcher(declarations).find()) {
            findings.add(Finding.field("partTwo", "partTwoStyleText", name, shown(selector)));
        }
        if (!hides && !unreadable) {
            return;
        }
        try {
            for (Element e : document.select(selector)) {
                if (hides) {
                    hidden.add(e);
                } else if (makesUnreadable(e, declarations)) {
                    unreadable(name, e, findings);
                }
            }
        } catch (Selector.SelectorParseException | IllegalArgumentException e) {
            findings.add(Finding.field("partTwo", "partTwoHidingStyle", name, shown(selector)));
        }
    }

    /** White is seen on a background, which may be that of a cell or a row around it. */
    private static boolean makesUnreadable(Element e, String declarations) {
        if (!UNREADABLE.matcher(declarations).find()) {
            return false;
        }
        return !COLOR.matcher(declarations).find() || !hasBackground(e);
    }

    private static boolean isWhiteFont(Element e) {
        return e.normalName().equals("font")
                && e.attr("color").toLowerCase(Locale.ROOT).matches("#?f{6}|white")
                && !hasBackground(e);
    }

    private static boolean hasBackground(Element e) {
        for (Element at = e; at != null; at = at.parent()) {
            boolean own = at.hasAttr("bgcolor")
                    || BACKGROUND.matcher(at.attr("style")).find()
                    || at.hasAttr("class")
                            && at.ownerDocument() != null
                            && at.ownerDocument().select("style").stream()
                                    .anyMatch(s -> BACKGROUND.matcher(s.data()).find());
            if (own) {
                return true;
            }
        }
        return false;
    }

    private static void unreadable(String name, Element e, Set<Finding> findings) {
        if (e.hasText()) {
            findings.add(Finding.field("partTwo", "partTwoInvisible", name, shown(e.text()), place(e)));
        }
    }

    private static String place(Element e) {
        String heading = "";
        for (Element h : e.ownerDocument() == null
                ? List.<Element>of()
                : e.ownerDocument().select("h1, h2, h3, h4, h5, h6")) {
            if (h == e || h.sourceRange().startPos() <= e.sourceRange().startPos()) {
                heading = h.text();
            }
        }
        return shown(heading);
    }

    private static String shown(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) > SHOWN
                ? line.substring(0, line.offsetByCodePoints(0, SHOWN)) + "…"
                : line;
    }
}
