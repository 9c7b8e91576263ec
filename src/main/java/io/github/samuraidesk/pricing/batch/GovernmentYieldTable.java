package io.github.samuraidesk.pricing.batch;

import io.github.samuraidesk.bond.GovernmentCurve;
import io.github.samuraidesk.market.QuoteKind;
import io.github.samuraidesk.market.QuoteSet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;

/** Par yields of Japanese government bonds, percent, by years from settlement, shortest first. */
final class GovernmentYieldTable extends QuoteTable<GovernmentYieldTable.Yields, GovernmentCurve> {

    private static final List<String> COLUMNS = List.of(CURVE_ID, "years", "rate");
    private static final int YEARS = 1;
    private static final int RATE = 2;

    GovernmentYieldTable(String file, Consumer<RowFinding> findings) {
        super(file, COLUMNS, findings);
    }

    static final class Yields extends QuoteTable.Draft {
        private final DoubleStream.Builder years = DoubleStream.builder();
        private final DoubleStream.Builder rates = DoubleStream.builder();
        private double last;
    }

    @Override
    Yields begin() {
        return new Yields();
    }

    @Override
    void add(String id, Yields draft, Cells cells) {
        double years = cells.number(YEARS, 0);
        if (Double.isNaN(years)) {
            fault(draft, COLUMNS.get(YEARS), cells.whyNoNumber(YEARS, "years, as 10"));
        } else if (!(years > draft.last && years <= 100)) {
            fault(
                    draft,
                    COLUMNS.get(YEARS),
                    cells.shown(YEARS) + " of curve " + id + " must be above "
                            + (draft.last == 0 ? "0" : "the one before")
                            + " and not above 100; write each maturity once, shortest first");
        } else {
            draft.last = years;
            draft.years.add(years);
        }
        double rate = cells.number(RATE, -2);
        if (Double.isNaN(rate)) {
            fault(draft, COLUMNS.get(RATE), cells.whyNoNumber(RATE, "percent, as 1.25"));
        } else if (!(rate > -1 && rate < 1)) {
            fault(draft, COLUMNS.get(RATE), cells.shown(RATE) + " must be between -100 and 100 percent");
        }
        draft.rates.add(rate);
    }

    @Override
    GovernmentCurve curve(String id, Yields draft) {
        double[] years = draft.years.build().toArray();
        double[] rates = draft.rates.build().toArray();
        // the table has no day, and reading a par yield needs none
        GovernmentCurve curve = new GovernmentCurve(LocalDate.EPOCH, years, rates);
        List<QuoteSet.Quote> quotes = new ArrayList<>();
        for (int i = 0; i < years.length; i++) {
            long months = Math.round(12 * years[i]);
            if (months > 0) {
                String tenor = months % 12 == 0 ? months / 12 + "Y" : months + "M";
                quotes.add(
                        new QuoteSet.Quote(tenor, BigDecimal.valueOf(rates[i]).movePointRight(2)));
            }
        }
        ask(QuoteKind.JGB_PAR, id, LocalDate.EPOCH, quotes);
        return curve;
    }
}
