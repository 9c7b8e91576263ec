package io.github.samuraidesk.pricing.batch;

import io.github.samuraidesk.bond.CurveRangeException;
import io.github.samuraidesk.bond.NoSolutionException;
import io.github.samuraidesk.bond.NothingLeftException;
import io.github.samuraidesk.calendar.BusinessCalendar;
import io.github.samuraidesk.calendar.CalendarHorizonException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Prices a chunk of lines into text and findings. It holds everything that a chunk needs and is refilled for the next one,
 * so that a million rows cost the memory of a few chunks.
 */
final class ChunkPricer implements Callable<ChunkPricer> {

    private static final ResultColumn[] COLUMNS = ResultColumn.values();

    final byte[] bytes = new byte[LineChunks.CHUNK];
    final ByteText out = new ByteText(LineChunks.CHUNK);
    /** Their lines count from the chunk's first, which is 1. */
    final List<RowFinding> findings = new ArrayList<>();

    long lines;
    long rows;
    long priced;

    private final BondRow row;
    private final PriceRow pricer;
    private int from;
    private int end;
    private int shiftJisFrom;
    private boolean shiftJisBegins;

    ChunkPricer(TableHeader header, BusinessCalendar payments, Curves curves) {
        row = new BondRow(header, payments, curves);
        pricer = new PriceRow(payments);
    }

    /**
     * Takes the next lines, which stand in {@link #bytes}.
     *
     * @param shiftJisBegins whether the first Shift_JIS line of the file is among them
     */
    void refill(int from, int end, int shiftJisFrom, boolean shiftJisBegins) {
        this.from = from;
        this.end = end;
        this.shiftJisFrom = shiftJisFrom;
        this.shiftJisBegins = shiftJisBegins;
    }

    @Override
    public ChunkPricer call() {
        out.backTo(0);
        findings.clear();
        lines = 0;
        rows = 0;
        priced = 0;
        for (int i = from; i < end; ) {
            int recordEnd = LineChunks.recordEnd(bytes, i, end);
            int to = LineChunks.withoutReturn(bytes, i, recordEnd);
            lines++;
            if (shiftJisBegins && recordEnd > shiftJisFrom) {
                shiftJisBegins = false;
                findings.add(RowFinding.note(
                        "",
                        lines,
                        RowFinding.ROW,
                        "not UTF-8; the file is read as Shift_JIS (windows-31j) from here on and written as UTF-8"));
            }
            if (!LineChunks.isBlank(bytes, i, to)) {
                rows++;
                // findings go by the record's first line
                int more = LineChunks.lines(bytes, i, recordEnd) - 1;
                price(i, to);
                lines += more;
            }
            i = recordEnd + 1;
        }
        return this;
    }

    private void price(int lineFrom, int lineTo) {
        int before = out.length();
        try {
            BondRow.Read read = row.read(bytes, lineFrom, lineTo, lineTo > shiftJisFrom, lines, findings);
            if (read == null) {
                return;
            }
            pricer.price(read.quote(), read.curves());
            row.writeCaseId(out);
            for (int i = 1; i < COLUMNS.length; i++) {
                out.append(',');
                COLUMNS[i].write(pricer, out);
            }
            out.append('\n');
            priced++;
            if (pricer.lacksFigures()) {
                findings.add(RowFinding.note(
                        "",
                        lines,
                        BondColumn.VALUE.label(),
                        String.join("; ", pricer.missing()) + "; what needs it stays empty too"));
            }
        } catch (RuntimeException e) {
            // one row's fault, known or not, must not end the others
            out.backTo(before);
            findings.add(refusal(e));
        }
    }

    private RowFinding refusal(RuntimeException e) {
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        if (e instanceof NoSolutionException) {
            return refused(BondColumn.VALUE.label(), message + "; check value, mode, coupon and dates");
        }
        if (e instanceof CurveRangeException) {
            return refused(BondColumn.CURVE_ID.label(), message + "; give the curve quotes that reach so far");
        }
        if (e instanceof CalendarHorizonException) {
            return refused(BondColumn.MATURITY.label(), message + "; write a maturity within it, or pay_bdc U");
        }
        if (e instanceof NothingLeftException) {
            return refused(BondColumn.SETTLE.label(), message);
        }
        return refused(RowFinding.ROW, message + "; check the terms of the bond");
    }

    private RowFinding refused(String field, String message) {
        return RowFinding.refused("", lines, field, message);
    }
}
