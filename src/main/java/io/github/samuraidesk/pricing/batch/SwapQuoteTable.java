package io.github.samuraidesk.pricing.batch;

import io.github.samuraidesk.bond.CurveInterpolation;
import io.github.samuraidesk.bond.OisConvention;
import io.github.samuraidesk.bond.OisCurve;
import io.github.samuraidesk.bond.ParQuote;
import io.github.samuraidesk.bond.Tenor;
import io.github.samuraidesk.calendar.BusinessCalendar;
import io.github.samuraidesk.market.QuoteKind;
import io.github.samuraidesk.market.QuoteSet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Quotes of TONA swaps, percent: valuation once a curve, tenors shortest first. */
final class SwapQuoteTable extends QuoteTable<SwapQuoteTable.Quotes, OisCurve> {

    private static final List<String> COLUMNS = List.of(CURVE_ID, "valuation", "tenor", "rate");
    private static final int VALUATION = 1;
    private static final int TENOR = 2;
    private static final int RATE = 3;

    private final OisConvention convention;

    SwapQuoteTable(String file, BusinessCalendar tokyo, Consumer<RowFinding> findings) {
        super(file, COLUMNS, findings);
        this.convention = OisConvention.tona(tokyo);
    }

    static final class Quotes extends QuoteTable.Draft {
        private @Nullable LocalDate valuation;
        private final List<ParQuote> quotes = new ArrayList<>();
        private final List<QuoteSet.Quote> shown = new ArrayList<>();
        private @Nullable Tenor last;
        /** A fault that every row of a curve shares is said once. */
        private boolean valuationRefused;
    }

    @Override
    Quotes begin() {
        return new Quotes();
    }

    @Override
    void add(String id, Quotes draft, Cells cells) {
        checkValuation(id, draft, cells);
        Tenor tenor = tenor(id, draft, cells);
        double rate = cells.number(RATE, -2);
        if (Double.isNaN(rate)) {
            fault(draft, COLUMNS.get(RATE), cells.whyNoNumber(RATE, "percent, as 1.25"));
        } else if (!(rate > -1 && rate < 1)) {
            fault(draft, COLUMNS.get(RATE), cells.shown(RATE) + " must be between -100 and 100 percent");
        } else if (tenor != null) {
            draft.quotes.add(new ParQuote(tenor, rate));
            draft.shown.add(new QuoteSet.Quote(
                    tenor.toString(), BigDecimal.valueOf(rate).movePointRight(2)));
        }
    }

    private void checkValuation(String id, Quotes draft, Cells cells) {
        LocalDate valuation = cells.date(VALUATION);
        if (draft.valuation == null && valuation != null) {
            draft.valuation = valuation;
        }
        if (draft.valuationRefused || valuation != null && valuation.equals(draft.valuation)) {
            return;
        }
        draft.valuationRefused = true;
        String why = cells.isEmpty(VALUATION)
                ? "curve " + id + " has no valuation; write the day of its quotes into each row, as 2024-06-20"
                : valuation == null
                        ? cells.whyNoDate(VALUATION)
                        : "curve " + id + " has two valuations, " + draft.valuation + " and " + valuation
                                + "; give each day's curve an id of its own";
        fault(draft, COLUMNS.get(VALUATION), why);
    }

    private @Nullable Tenor tenor(String id, Quotes draft, Cells cells) {
        Tenor tenor;
        try {
            tenor = Tenor.parse(cells.text(TENOR));
        } catch (IllegalArgumentException e) {
            fault(
                    draft,
                    COLUMNS.get(TENOR),
                    (cells.isEmpty(TENOR) ? "is empty" : cells.shown(TENOR) + " is no tenor")
                            + "; write a number with D, W, M or Y, as 1W or 10Y");
            return null;
        }
        Tenor before = draft.last;
        draft.last = tenor;
        if (before != null) {
            LocalDate start = draft.valuation == null ? LocalDate.EPOCH : draft.valuation;
            int order = before.after(start).compareTo(tenor.after(start));
            if (order == 0) {
                fault(draft, COLUMNS.get(TENOR), tenor + " of curve " + id + " is there twice; leave one quote of it");
            } else if (order > 0) {
                fault(
                        draft,
                        COLUMNS.get(TENOR),
                        tenor + " of curve " + id + " comes after " + before + "; write the shortest tenor first");
            }
        }
        return tenor;
    }

    @Override
    OisCurve curve(String id, Quotes draft) {
        LocalDate valuation = Objects.requireNonNull(draft.valuation, "valuation");
        OisCurve curve =
                OisCurve.bootstrap(convention, CurveInterpolation.LOG_LINEAR_DISCOUNT, valuation, draft.quotes);
        ask(QuoteKind.TONA_OIS, id, valuation, draft.shown);
        String left =
                curve.notUsed().stream().map(quote -> quote.tenor().toString()).collect(Collectors.joining(", "));
        if (!left.isEmpty()) {
            note(
                    COLUMNS.get(TENOR),
                    "curve " + id + " leaves out " + left
                            + ": a term over a year that is no whole number of years has a stub without an agreed rule");
        }
        return curve;
    }
}
