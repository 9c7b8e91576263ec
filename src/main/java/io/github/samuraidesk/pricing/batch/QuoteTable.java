package io.github.samuraidesk.pricing.batch;

import io.github.samuraidesk.market.QuoteDoubt;
import io.github.samuraidesk.market.QuoteKind;
import io.github.samuraidesk.market.QuotePlausibility;
import io.github.samuraidesk.market.QuoteSet;
import io.github.samuraidesk.market.Side;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A table of quotes, one a row, of curves that are told apart by an id. A curve with any fault makes none.
 *
 * @param <D> what is gathered of one curve
 * @param <C> the curve it makes
 */
abstract class QuoteTable<D extends QuoteTable.Draft, C> {

    static final String CURVE_ID = "curve_id";

    private final String file;
    private final List<String> columns;
    private final Consumer<RowFinding> findings;
    private final Map<String, D> drafts = new LinkedHashMap<>();
    private Charset charset = StandardCharsets.UTF_8;
    private long line;
    /** Quotes of the curves made so far. */
    private final List<QuoteSet> asked = new ArrayList<>();

    /** The quotes of a curve, as they come. */
    abstract static class Draft {
        long firstLine;
        boolean faulty;
    }

    /** @param columns the first is the id */
    QuoteTable(String file, List<String> columns, Consumer<RowFinding> findings) {
        this.file = file;
        this.columns = columns;
        this.findings = findings;
    }

    abstract D begin();

    /** Adds a row's quote, or says {@link #fault}s. */
    abstract void add(String shownId, D draft, Cells cells);

    /** @throws RuntimeException when the quotes make no curve */
    abstract C curve(String shownId, D draft);

    /** The cells of a row by place among the columns. */
    final class Cells {
        private final CsvLine row;
        private final TableHeader header;

        private Cells(CsvLine row, TableHeader header) {
            this.row = row;
            this.header = header;
        }

        boolean isEmpty(int column) {
            return row.isEmpty(header.place(column));
        }

        double number(int column, int power) {
            return row.number(header.place(column), power);
        }

        String whyNoNumber(int column, String wanted) {
            return BondRow.whyNoNumber(row, header.place(column), wanted, charset);
        }

        @Nullable
        LocalDate date(int column) {
            int cell = header.place(column);
            return IsoDates.parse(row.bytes(), row.start(cell), row.end(cell));
        }

        String whyNoDate(int column) {
            return IsoDates.whyNone(row, header.place(column), charset);
        }

        String text(int column) {
            return row.text(header.place(column), charset);
        }

        String shown(int column) {
            return row.shown(header.place(column), charset);
        }
    }

    /** Curves by id; an id whose quotes have faults has none. */
    final Map<String, Optional<C>> read(InputStream in) throws IOException {
        readRows(in);
        Map<String, Optional<C>> curves = new LinkedHashMap<>();
        drafts.forEach((id, draft) -> curves.put(id, finished(id, draft)));
        if (drafts.isEmpty()) {
            line = 1;
            refuse(RowFinding.ROW, "holds a header and no quote; add one row a quote");
        }
        return curves;
    }

    private Optional<C> finished(String id, D draft) {
        if (draft.faulty) {
            return Optional.empty();
        }
        line = draft.firstLine;
        try {
            return Optional.of(curve(CsvLine.shown(id), draft));
        } catch (RuntimeException e) {
            refuse(
                    CURVE_ID,
                    "curve " + CsvLine.shown(id) + " cannot be made: " + e.getMessage()
                            + "; its bonds are priced without it until the quotes are mended");
            return Optional.empty();
        }
    }

    private void readRows(InputStream in) throws IOException {
        LineChunks chunks = new LineChunks(file, in);
        TextEncoding encoding = new TextEncoding();
        byte[] bytes = new byte[LineChunks.CHUNK];
        CsvLine row = new CsvLine();
        Cells cells = null;
        for (int end = chunks.next(bytes); end > 0; end = chunks.next(bytes)) {
            int from = line == 0 ? TextEncoding.byteOrderMark(bytes, end) : 0;
            if (from > 0) {
                encoding.decideForUtf8();
            }
            int shiftJisFrom = chunks.isCutShort() ? end : encoding.shiftJisFrom(bytes, from, end);
            while (from < end) {
                int to = LineChunks.recordEnd(bytes, from, end);
                int text = LineChunks.withoutReturn(bytes, from, to);
                int more = LineChunks.lines(bytes, from, to) - 1;
                charset = text > shiftJisFrom ? TextEncoding.SHIFT_JIS : StandardCharsets.UTF_8;
                line++;
                if (cells == null) {
                    cells = new Cells(row, TableHeader.read(file, bytes, from, text, columns, List.of()));
                } else if (!LineChunks.isBlank(bytes, from, text)) {
                    readRow(cells, bytes, from, text);
                }
                line += more;
                from = to + 1;
            }
        }
        if (cells == null) {
            throw new UnreadableTableException(
                    List.of(RowFinding.refused(file, 1, RowFinding.ROW, "the file is empty; begin with a header")));
        }
    }

    private void readRow(Cells cells, byte[] bytes, int from, int to) {
        if (to - from > LineChunks.LONGEST_LINE) {
            refuse(RowFinding.ROW, "line longer than " + LineChunks.LONGEST_LINE + " bytes; write one quote a line");
            return;
        }
        boolean cut = cells.row.cut(bytes, from, to);
        if (!cut || cells.row.count() <= cells.header.place(0) || cells.isEmpty(0)) {
            refuse(CURVE_ID, "the row names no curve, or has an open quote; name the curve of every quote");
            return;
        }
        String id = cells.text(0);
        D draft = drafts.computeIfAbsent(id, name -> {
            D begun = begin();
            begun.firstLine = line;
            return begun;
        });
        if (cells.row.count() != cells.header.count()) {
            fault(draft, RowFinding.ROW, cells.header.otherCount(cells.row.count()));
        } else {
            add(CsvLine.shown(id), draft, cells);
        }
    }

    final void fault(D draft, String field, String message) {
        draft.faulty = true;
        refuse(field, message);
    }

    /** Says what is unusual about a curve's quotes, by themselves and against the days before in the same table. */
    final void ask(QuoteKind kind, String shownId, LocalDate date, List<QuoteSet.Quote> quotes) {
        if (quotes.isEmpty()) {
            return;
        }
        QuoteSet set = new QuoteSet(kind, date, Side.MID, file, quotes);
        for (QuoteDoubt doubt : QuotePlausibility.doubts(set, QuotePlausibility.lastBefore(set, asked))) {
            note(CURVE_ID, "curve " + shownId + ": " + said(doubt) + "; mend the table if it is none of yours");
        }
        asked.add(set);
    }

    private static String said(QuoteDoubt doubt) {
        List<String> a = doubt.args();
        return a.get(0)
                + switch (doubt.code()) {
                    case "quoteFactor" ->
                        " " + a.get(1) + " was " + a.get(2) + " on " + a.get(3) + ": is the decimal point in its place";
                    case "quoteSign" -> " " + a.get(1) + " was " + a.get(2) + " on " + a.get(3) + ": is the sign right";
                    case "quoteJump" -> " " + a.get(1) + " was " + a.get(2) + " on " + a.get(3) + ": is the jump real";
                    case "quoteLevelMeant" -> " " + a.get(1) + " is unusual: is it " + a.get(2);
                    case "quoteForward" ->
                        " " + a.get(1) + " makes a forward rate of " + a.get(2) + " beside " + a.get(3)
                                + ": is it real";
                    default -> " " + a.get(1) + " is unusual: is it right";
                };
    }

    final void note(String field, String message) {
        findings.accept(RowFinding.note(file, line, field, message));
    }

    private void refuse(String field, String message) {
        findings.accept(RowFinding.refused(file, line, field, message));
    }
}
