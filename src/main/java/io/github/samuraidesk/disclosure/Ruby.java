package io.github.samuraidesk.disclosure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Readings of names (ルビ): a person writes them behind the characters, as in 菅原《すがわら》, and the paper prints them
 * above. EDINET's files carry them in parentheses.
 */
final class Ruby {

    private static final Pattern WRITTEN =
            Pattern.compile("([\\p{IsHan}々〆ヶ]+)《([\\p{IsHiragana}\\p{IsKatakana}ー・]+)》(?=[^<>]*<)");

    private Ruby() {}

    /** @param xhtml a paper; readings in its text become spans, its markup stays as it is */
    static String in(String xhtml) {
        int body = xhtml.indexOf("<body");
        if (body < 0 || xhtml.indexOf('《', body) < 0) {
            return xhtml;
        }
        Matcher written = WRITTEN.matcher(xhtml.substring(body));
        return xhtml.substring(0, body)
                + written.replaceAll("<span class=\"ruby\">$1<span class=\"rt\">$2</span></span>");
    }

    /** Readings in parentheses, where nothing can be printed above. */
    static void inParentheses(Element body) {
        for (Element ruby : body.select("span.ruby")) {
            Element reading = ruby.selectFirst("span.rt");
            String text = reading == null ? "" : reading.text();
            ruby.select("span.rt").remove();
            ruby.appendText("（" + text + "）");
            ruby.unwrap();
        }
    }
}
