package io.github.samuraidesk.review;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * What changed between two versions of a paper: paragraph by paragraph, and within a paragraph word by word. Japanese has
 * no blanks between words; ICU's dictionary finds them. A paragraph that stands elsewhere unchanged has moved.
 */
public record Redline(List<Line> lines) {

    /** Shorter text repeats by chance (該当事項はありません。) and says nothing about a move. */
    private static final int LEAST_MOVED = 12;

    /** Paragraphs less alike than this are one gone and one new, not one changed. */
    private static final double LEAST_ALIKE = 0.4;

    public enum Kind {
        SAME,
        CHANGED,
        DELETED,
        INSERTED,
        MOVED_AWAY,
        MOVED_HERE
    }

    /** @param level heading level from 1, or 0 for running text */
    public record Line(Kind kind, int level, List<Piece> pieces) {}

    /** @param kind SAME, DELETED or INSERTED */
    public record Piece(Kind kind, String text) {}

    /** @param level heading level from 1, or 0 */
    private record Paragraph(int level, String text) {}

    public boolean isEmpty() {
        return lines.stream().allMatch(l -> l.kind() == Kind.SAME);
    }

    /** The changed lines with some lines around each; what is left out between them is one line of dots. */
    public Redline near(int around) {
        var near = new ArrayList<Line>();
        boolean gap = false;
        for (int i = 0; i < lines.size(); i++) {
            boolean close = false;
            for (int j = Math.max(0, i - around); j <= Math.min(lines.size() - 1, i + around); j++) {
                close |= lines.get(j).kind() != Kind.SAME;
            }
            if (close) {
                near.add(lines.get(i));
            } else if (!gap) {
                near.add(new Line(Kind.SAME, 0, List.of(new Piece(Kind.SAME, "⋯"))));
            }
            gap = !close;
        }
        return new Redline(near);
    }

    /** How many lines are not as they were. */
    public long changes() {
        return lines.stream().filter(l -> l.kind() != Kind.SAME).count();
    }

    /** @param before, after XHTML of two versions of one paper */
    public static Redline of(String before, String after) {
        return between(paragraphs(before), paragraphs(after));
    }

    /** @param before, after running text, a paragraph a line */
    public static Redline ofTexts(String before, String after) {
        return between(plain(before), plain(after));
    }

    private static List<Paragraph> plain(String text) {
        return text.lines().map(l -> new Paragraph(0, l)).toList();
    }

    private static Redline between(List<Paragraph> was, List<Paragraph> is) {
        var lines = new ArrayList<Line>();
        int at = 0;
        for (AbstractDelta<Paragraph> delta : DiffUtils.diff(was, is).getDeltas()) {
            for (; at < delta.getSource().getPosition(); at++) {
                lines.add(whole(Kind.SAME, was.get(at)));
            }
            changed(delta.getSource().getLines(), delta.getTarget().getLines(), lines);
            at += delta.getSource().size();
        }
        for (; at < was.size(); at++) {
            lines.add(whole(Kind.SAME, was.get(at)));
        }
        return new Redline(withMoves(lines));
    }

    private static Line whole(Kind kind, Paragraph p) {
        Kind piece = kind == Kind.SAME ? Kind.SAME : kind;
        return new Line(kind, p.level(), List.of(new Piece(piece, p.text())));
    }

    /** Pairs each old paragraph with the next new one that is alike; what finds no partner is gone or new. */
    private static void changed(List<Paragraph> was, List<Paragraph> is, List<Line> lines) {
        int next = 0;
        for (Paragraph old : was) {
            int partner = -1;
            for (int i = next; i < is.size() && partner < 0; i++) {
                if (old.level() == is.get(i).level()
                        && alike(old.text(), is.get(i).text()) >= LEAST_ALIKE) {
                    partner = i;
                }
            }
            if (partner < 0) {
                lines.add(whole(Kind.DELETED, old));
                continue;
            }
            for (; next < partner; next++) {
                lines.add(whole(Kind.INSERTED, is.get(next)));
            }
            lines.add(new Line(
                    Kind.CHANGED,
                    old.level(),
                    pieces(old.text(), is.get(partner).text())));
            next = partner + 1;
        }
        for (; next < is.size(); next++) {
            lines.add(whole(Kind.INSERTED, is.get(next)));
        }
    }

    private static double alike(String one, String other) {
        List<String> a = words(one);
        List<String> b = words(other);
        int same = a.size()
                - DiffUtils.diff(a, b).getDeltas().stream()
                        .mapToInt(d -> d.getSource().size())
                        .sum();
        return 2.0 * same / Math.max(1, a.size() + b.size());
    }

    private static List<Piece> pieces(String before, String after) {
        List<String> was = words(before);
        List<String> is = words(after);
        var pieces = new ArrayList<Piece>();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(was, is).getDeltas()) {
            add(pieces, Kind.SAME, was.subList(at, delta.getSource().getPosition()));
            add(pieces, Kind.DELETED, delta.getSource().getLines());
            add(pieces, Kind.INSERTED, delta.getTarget().getLines());
            at = delta.getSource().getPosition() + delta.getSource().size();
        }
        add(pieces, Kind.SAME, was.subList(at, was.size()));
        return pieces;
    }

    private static void add(List<Piece> pieces, Kind kind, List<String> words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(kind, String.join("", words)));
        }
    }

    /** Words, figures and marks of a text, in order; together they are the text. */
    static List<String> words(String text) {
        BreakIterator breaks = BreakIterator.getWordInstance(ULocale.JAPANESE);
        breaks.setText(text);
        var words = new ArrayList<String>();
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            words.add(text.substring(from, to));
        }
        return words;
    }

    private static List<Line> withMoves(List<Line> lines) {
        Map<String, Integer> gone = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String text = lines.get(i).pieces().get(0).text();
            if (lines.get(i).kind() == Kind.DELETED && text.length() >= LEAST_MOVED) {
                gone.putIfAbsent(text, i);
            }
        }
        var moved = new ArrayList<>(lines);
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            String text = line.pieces().get(0).text();
            Integer from = line.kind() == Kind.INSERTED ? gone.remove(text) : null;
            if (from != null) {
                moved.set(from, new Line(Kind.MOVED_AWAY, line.level(), line.pieces()));
                moved.set(i, new Line(Kind.MOVED_HERE, line.level(), line.pieces()));
            }
        }
        return moved;
    }

    /** Headings, paragraphs and table rows of a paper, in reading order; a row's cells stand apart by a bar. */
    private static List<Paragraph> paragraphs(String xhtml) {
        var found = new ArrayList<Paragraph>();
        Element body = Jsoup.parse(xhtml, "", Parser.xmlParser()).selectFirst("body");
        if (body == null) {
            throw new IllegalArgumentException("a paper without a body");
        }
        body.select(".runninghead").remove();
        for (Element e : body.select("h1, h2, h3, h4, p, li, tr")) {
            if (e.parents().stream().anyMatch(p -> p.normalName().equals("tr"))) {
                continue;
            }
            String text = e.normalName().equals("tr")
                    ? String.join(" ｜ ", e.children().eachText())
                    : e.text();
            if (!text.isBlank()) {
                int level = e.normalName().matches("h[1-4]") ? e.normalName().charAt(1) - '0' : 0;
                found.add(new Paragraph(level, text.strip()));
            }
        }
        return found;
    }
}
