package io.github.samuraidesk.disclosure;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** Gives a paper's headings anchors and its PDF an outline (しおり) of them. */
final class Bookmarks {

    private static final Pattern HEADING = Pattern.compile("<h([1-4])([^>]*)>(.*?)</h\\1>", Pattern.DOTALL);

    private Bookmarks() {}

    /** The paper with an anchor at each heading and the outline in its head; unchanged where it has no heading. */
    static String in(String xhtml) {
        Matcher heading = HEADING.matcher(xhtml);
        var text = new StringBuilder();
        var outline = new StringBuilder();
        Deque<Integer> open = new ArrayDeque<>();
        int number = 0;
        while (heading.find()) {
            int level = Integer.parseInt(heading.group(1));
            String name = HtmlUtils.htmlUnescape(heading.group(3).replaceAll("<[^>]*>", ""))
                    .replaceAll("\\s+", " ")
                    .strip();
            if (name.isEmpty() || heading.group(2).contains("id=")) {
                continue;
            }
            number++;
            while (!open.isEmpty() && open.peek() >= level) {
                outline.append("</bookmark>");
                open.pop();
            }
            outline.append("<bookmark name=\"")
                    .append(HtmlUtils.htmlEscape(name, "UTF-8"))
                    .append("\" href=\"#h")
                    .append(number)
                    .append("\">");
            open.push(level);
            heading.appendReplacement(
                    text,
                    Matcher.quoteReplacement("<h" + level + heading.group(2) + " id=\"h" + number + "\">"
                            + heading.group(3) + "</h" + level + ">"));
        }
        if (number == 0) {
            return xhtml;
        }
        heading.appendTail(text);
        outline.append("</bookmark>".repeat(open.size()));
        return text.toString()
                .replaceFirst("</head>", Matcher.quoteReplacement("<bookmarks>" + outline + "</bookmarks></head>"));
    }
}
