package io.github.samuraidesk.pricing.batch;

import io.github.samuraidesk.bond.AccrualBasis;
import io.github.samuraidesk.bond.BondTerms;
import io.github.samuraidesk.bond.DayRule;
import io.github.samuraidesk.calendar.BusinessCalendar;
import io.github.samuraidesk.calendar.CalendarHorizonException;
import io.github.samuraidesk.form.NumberText;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Reads one row of a table of bonds after the other and names every fault of each. One object serves one thread. */
final class BondRow {

    private static final int PERCENT = -2;
    private static final int BASIS_POINTS = -4;
    /** Days over which banks in Tokyo can be closed at a stretch, year ends and special holidays with them. */
    private static final int LONGEST_CLOSURE = 11;

    private static final Choice<AccrualBasis> ACCRUALS = Choice.of(
            Map.entry("ACT365F", AccrualBasis.ACT_365F),
            Map.entry("ICMA", AccrualBasis.ICMA),
            Map.entry("30/360", AccrualBasis.THIRTY_360),
            Map.entry("30E/360", AccrualBasis.THIRTY_E_360));
    private static final Choice<DayRule> PAY_RULES = Choice.of(
            Map.entry("F", DayRule.FOLLOWING),
            Map.entry("P", DayRule.PRECEDING),
            Map.entry("MF", DayRule.MODIFIED_FOLLOWING),
            Map.entry("U", DayRule.UNADJUSTED));
    private static final Choice<Boolean> END_OF_MONTH = Choice.of(Map.entry("0", false), Map.entry("1", true));
    private static final Choice<PriceMode> MODES = Choice.of(
            Map.entry("CLEAN", PriceMode.CLEAN),
            Map.entry("DIRTY", PriceMode.DIRTY),
            Map.entry("YIELD", PriceMode.YIELD));

    private final TableHeader header;
    private final BusinessCalendar payments;
    private final Curves curves;
    private final CsvLine cells = new CsvLine();

    private List<RowFinding> findings = List.of();
    private long line;
    private boolean shiftJis;
    private boolean faulty;

    BondRow(TableHeader header, BusinessCalendar payments, Curves curves) {
        this.header = header;
        this.payments = payments;
        this.curves = curves;
    }

    /** What a row says when it has no fault. */
    record Read(BondQuote quote, BondCurves curves) {}

    /**
     * Reads a row.
     *
     * @param line number that findings go by
     * @param findings takes every fault of the row
     * @return nothing when the row has a fault
     */
    @Nullable
    Read read(byte[] bytes, int from, int to, boolean shiftJis, long line, List<RowFinding> findings) {
        this.line = line;
        this.findings = findings;
        this.shiftJis = shiftJis;
        faulty = false;
        if (to - from > LineChunks.LONGEST_LINE) {
            fault(
                    RowFinding.ROW,
                    "line longer than " + LineChunks.LONGEST_LINE
                            + " bytes; a bond takes some hundred: look for a missing line break");
            return null;
        }
        if (!cells.cut(bytes, from, to)) {
            fault(RowFinding.ROW, "a quote is not closed on its line; write a quote within a cell twice");
            return null;
        }
        if (cells.count() != header.count()) {
            fault(RowFinding.ROW, header.otherCount(cells.count()));
            return null;
        }
        return readCells();
    }

    private @Nullable Read readCells() {
        checkCaseId();
        LocalDate settle = date(BondColumn.SETTLE);
        LocalDate issue = date(BondColumn.ISSUE);
        LocalDate first = dateIfAny(BondColumn.FIRST_COUPON);
        LocalDate lastRegular = dateIfAny(BondColumn.LAST_REGULAR_COUPON);
        LocalDate maturity = date(BondColumn.MATURITY);
        LocalDate redemption = dateIfAny(BondColumn.REDEMPTION);
        double coupon = number(BondColumn.COUPON, PERCENT, "percent a year, as 1.25");
        int frequency = frequency();
        AccrualBasis accrual = choice(BondColumn.ACCRUAL_DC, ACCRUALS);
        DayRule payRule = choice(BondColumn.PAY_BDC, PAY_RULES);
        Boolean endOfMonth = choice(BondColumn.EOM, END_OF_MONTH);
        PriceMode mode = choice(BondColumn.MODE, MODES);
        double value = mode == PriceMode.YIELD
                ? number(BondColumn.VALUE, PERCENT, "a yield in percent, as 1.25")
                : number(BondColumn.VALUE, 0, "a price per 100, as 99.87");
        OptionalDouble parSpread = isEmpty(BondColumn.PAR_Z_BP)
                ? OptionalDouble.empty()
                : OptionalDouble.of(number(BondColumn.PAR_Z_BP, BASIS_POINTS, "basis points, as 45"));
        BondCurves found = curves(settle);

        if (coupon < 0 || coupon >= 1) {
            fault(BondColumn.COUPON, shown(BondColumn.COUPON) + " must be from 0 to below 100 percent a year");
        }
        if (mode != null && mode != PriceMode.YIELD && value <= 0) {
            fault(BondColumn.VALUE, "price " + shown(BondColumn.VALUE) + " must be above zero, per 100");
        }
        checkLife(settle, issue, maturity);
        checkGrid(issue, first, lastRegular, maturity, frequency, endOfMonth);
        if (redemption != null) {
            checkRedemption(redemption, settle, issue, lastRegular, maturity, frequency);
        }
        if (faulty
                || settle == null
                || issue == null
                || maturity == null
                || accrual == null
                || payRule == null
                || endOfMonth == null
                || mode == null) {
            return null;
        }
        BondTerms terms = new BondTerms(
                issue,
                Optional.ofNullable(first),
                Optional.ofNullable(lastRegular),
                maturity,
                coupon,
                frequency,
                accrual,
                payRule,
                endOfMonth,
                Optional.ofNullable(redemption));
        if (first == null && lastRegular == null && redemption == null && !endOfMonth) {
            noteMovedMaturity(issue, maturity, frequency);
        }
        return new Read(new BondQuote(terms, settle, mode, value, parSpread), found);
    }

    /** Writes the row's id as UTF-8. */
    void writeCaseId(ByteText out) {
        int cell = place(BondColumn.CASE_ID);
        if (shiftJis && !isAscii(cell)) {
            byte[] utf8 = TextEncoding.utf8FromShiftJis(cells.bytes(), cells.start(cell), cells.end(cell));
            out.cell(utf8, 0, utf8.length);
        } else {
            out.cell(cells.bytes(), cells.start(cell), cells.end(cell));
        }
    }

    private void checkCaseId() {
        int cell = place(BondColumn.CASE_ID);
        if (cells.isEmpty(cell)) {
            fault(BondColumn.CASE_ID, "is empty; give the row a name");
        } else if (!isAscii(cell)) {
            int from = cells.start(cell);
            int to = cells.end(cell);
            if (shiftJis
                    ? !TextEncoding.isShiftJis(cells.bytes(), from, to)
                    : !TextEncoding.isUtf8(cells.bytes(), from, to)) {
                fault(
                        BondColumn.CASE_ID,
                        "has bytes that are not " + (shiftJis ? "Shift_JIS" : "UTF-8")
                                + " as the rest of the file is; save the file as UTF-8");
            }
        }
    }

    private boolean isAscii(int cell) {
        return TextEncoding.isAscii(cells.bytes(), cells.start(cell), cells.end(cell));
    }

    private BondCurves curves(@Nullable LocalDate settle) {
        if (!curves.isGiven()) {
            return BondCurves.NONE;
        }
        int cell = place(BondColumn.CURVE_ID);
        BondCurves found = curves.find(cells.bytes(), cells.start(cell), cells.end(cell), charset());
        if (found == null) {
            fault(
                    BondColumn.CURVE_ID,
                    cells.isEmpty(cell)
                            ? "is empty; name one of the curves given"
                            : "no curve " + shown(BondColumn.CURVE_ID) + " was given; name one of the curves given");
            return BondCurves.NONE;
        }
        if (settle != null && found.swap().isPresent()) {
            LocalDate valuation = found.swap().get().valuation();
            if (valuation.isAfter(settle)) {
                fault(
                        BondColumn.CURVE_ID,
                        "curve " + shown(BondColumn.CURVE_ID) + " is of " + valuation + ", after settlement " + settle
                                + "; name a curve of that day or before");
            }
        }
        return found;
    }

    private void checkLife(@Nullable LocalDate settle, @Nullable LocalDate issue, @Nullable LocalDate maturity) {
        if (issue != null && maturity != null && !maturity.isAfter(issue)) {
            fault(BondColumn.MATURITY, maturity + " must be after issue " + issue);
        }
        if (settle == null) {
            return;
        }
        if (issue != null && settle.isBefore(issue)) {
            fault(BondColumn.SETTLE, settle + " is before issue " + issue + "; settle on issue or later");
        }
        if (maturity != null && !settle.isBefore(maturity)) {
            fault(BondColumn.SETTLE, settle + " must be before maturity " + maturity);
        }
        try {
            payments.isOpen(settle.toEpochDay());
        } catch (CalendarHorizonException e) {
            fault(BondColumn.SETTLE, e.getMessage() + "; choose a day within it");
        }
    }

    private void checkGrid(
            @Nullable LocalDate issue,
            @Nullable LocalDate first,
            @Nullable LocalDate lastRegular,
            @Nullable LocalDate maturity,
            int frequency,
            @Nullable Boolean endOfMonth) {
        LocalDate anchor = lastRegular == null ? maturity : lastRegular;
        if (anchor == null) {
            return;
        }
        BondColumn anchorColumn = lastRegular == null ? BondColumn.MATURITY : BondColumn.LAST_REGULAR_COUPON;
        if (lastRegular != null
                && (maturity != null && !lastRegular.isBefore(maturity)
                        || issue != null && !lastRegular.isAfter(issue))) {
            fault(BondColumn.LAST_REGULAR_COUPON, lastRegular + " must be after issue and before maturity");
        }
        boolean toMonthEnd = Boolean.TRUE.equals(endOfMonth);
        if (toMonthEnd && anchor.getDayOfMonth() != anchor.lengthOfMonth()) {
            fault(
                    BondColumn.EOM,
                    "1 needs " + anchorColumn.label() + " on the last day of a month, not " + anchor + "; write 0");
        }
        if (first == null) {
            return;
        }
        if (first.isAfter(anchor) || issue != null && !first.isAfter(issue)) {
            fault(
                    BondColumn.FIRST_COUPON,
                    first + " must be after issue and not after " + anchorColumn.label() + " " + anchor);
        } else if (frequency > 0 && endOfMonth != null && !isOnGrid(first, anchor, frequency, toMonthEnd)) {
            fault(
                    BondColumn.FIRST_COUPON,
                    first + " is no coupon date: " + frequency + " a year are counted back from " + anchorColumn.label()
                            + " " + anchor + "; leave it empty for the first of them");
        }
    }

    private void checkRedemption(
            LocalDate redemption,
            @Nullable LocalDate settle,
            @Nullable LocalDate issue,
            @Nullable LocalDate lastRegular,
            @Nullable LocalDate maturity,
            int frequency) {
        if (maturity == null || issue == null || frequency == 0) {
            return;
        }
        LocalDate grid = lastRegular == null ? maturity.minusMonths(12 / frequency) : lastRegular;
        LocalDate before = grid.isBefore(issue) ? issue : grid;
        if (redemption.isAfter(maturity) || !redemption.isAfter(before)) {
            fault(
                    BondColumn.REDEMPTION,
                    redemption + " must be after the coupon before, " + before + ", and not after maturity " + maturity
                            + "; a payment moved forward follows from pay_bdc");
        } else if (settle != null && settle.isBefore(maturity) && !settle.isBefore(redemption)) {
            fault(BondColumn.SETTLE, settle + " must be before redemption " + redemption);
        }
    }

    /**
     * A maturity that was moved to an open day takes the whole grid of coupons with it. Where the day it was moved from
     * would leave the first period whole, the writer is told.
     */
    private void noteMovedMaturity(LocalDate issue, LocalDate maturity, int frequency) {
        if (isOnGrid(issue, maturity, frequency, false)) {
            return;
        }
        try {
            for (int days = 1; days <= LONGEST_CLOSURE; days++) {
                LocalDate later = maturity.plusDays(days);
                if (isOnGrid(issue, later, frequency, false)
                        && payments.preceding(later).equals(maturity)) {
                    note(
                            BondColumn.MATURITY,
                            maturity + " is the open day before " + later + ", whole coupon periods after issue "
                                    + issue
                                    + "; coupons are counted back from " + maturity
                                    + " and the first is odd. If the terms"
                                    + " moved the maturity, write maturity " + later + " and redemption " + maturity);
                    return;
                }
                LocalDate earlier = maturity.minusDays(days);
                if (isOnGrid(issue, earlier, frequency, false)
                        && payments.following(earlier).equals(maturity)) {
                    note(
                            BondColumn.MATURITY,
                            maturity + " is the open day after " + earlier + ", whole coupon periods after issue "
                                    + issue
                                    + "; coupons are counted back from " + maturity
                                    + " and the first is odd. If the terms"
                                    + " moved the maturity, write maturity " + earlier + ": pay_bdc moves the payment");
                    return;
                }
            }
        } catch (CalendarHorizonException e) {
            // past the calendar's table nothing is known to have moved
        }
    }

    private static boolean isOnGrid(LocalDate date, LocalDate anchor, int frequency, boolean toMonthEnd) {
        long months = (anchor.getYear() - date.getYear()) * 12L + anchor.getMonthValue() - date.getMonthValue();
        int length = date.lengthOfMonth();
        return months % (12 / frequency) == 0
                && date.getDayOfMonth() == (toMonthEnd ? length : Math.min(anchor.getDayOfMonth(), length));
    }

    /** Coupons a year, 0 when faulty. */
    private int frequency() {
        double frequency = number(BondColumn.FREQ, 0, "1, 2, 4 or 12");
        if (frequency == 1 || frequency == 2 || frequency == 4 || frequency == 12) {
            return (int) frequency;
        }
        if (!Double.isNaN(frequency)) {
            fault(BondColumn.FREQ, "frequency " + shown(BondColumn.FREQ) + " has no rule; write 1, 2, 4 or 12");
        }
        return 0;
    }

    private <T> @Nullable T choice(BondColumn column, Choice<T> choice) {
        T chosen = choice.read(cells, place(column));
        if (chosen == null) {
            fault(
                    column,
                    (isEmpty(column) ? "is empty" : shown(column) + " is unknown") + "; write one of "
                            + choice.texts());
        }
        return chosen;
    }

    /** NaN with a finding when there is no number. */
    private double number(BondColumn column, int power, String wanted) {
        double number = cells.number(place(column), power);
        if (Double.isNaN(number)) {
            fault(column, whyNoNumber(cells, place(column), wanted, charset()));
        }
        return number;
    }

    static String whyNoNumber(CsvLine cells, int cell, String wanted, Charset charset) {
        if (cells.isEmpty(cell)) {
            return "is empty; write " + wanted;
        }
        String text = cells.shown(cell, charset);
        return text + " is not a number; " + mend(text, wanted);
    }

    private static String mend(String text, String wanted) {
        NumberText read = NumberText.read(text);
        if (read.value().isPresent()) {
            String plain = read.value().get().toPlainString();
            return text.contains(",")
                    ? "write it without thousands separators, as " + plain
                    : "write it in plain digits, as " + plain;
        }
        return switch (read.meanings().size()) {
            case 0 -> text.contains("%") ? "write it without the percent sign" : "write " + wanted;
            case 1 ->
                "write a decimal point and no other mark, as " + read.meanings().get(0);
            default ->
                "its comma may part thousands or be a decimal point; write " + String.join(" or ", read.meanings());
        };
    }

    private @Nullable LocalDate dateIfAny(BondColumn column) {
        return place(column) == TableHeader.ABSENT || isEmpty(column) ? null : date(column);
    }

    private @Nullable LocalDate date(BondColumn column) {
        int cell = place(column);
        LocalDate date = IsoDates.parse(cells.bytes(), cells.start(cell), cells.end(cell));
        if (date == null) {
            fault(column, IsoDates.whyNone(cells, cell, charset()));
        }
        return date;
    }

    private boolean isEmpty(BondColumn column) {
        return cells.isEmpty(place(column));
    }

    private int place(BondColumn column) {
        return header.place(column.ordinal());
    }

    private String shown(BondColumn column) {
        return cells.shown(place(column), charset());
    }

    private Charset charset() {
        return shiftJis ? TextEncoding.SHIFT_JIS : StandardCharsets.UTF_8;
    }

    private void note(BondColumn column, String message) {
        findings.add(RowFinding.note("", line, column.label(), message));
    }

    private void fault(BondColumn column, String message) {
        fault(column.label(), message);
    }

    private void fault(String field, String message) {
        faulty = true;
        findings.add(RowFinding.refused("", line, field, message));
    }
}
