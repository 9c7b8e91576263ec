package io.github.samuraidesk.pricing.workbook;

import io.github.samuraidesk.market.MarketSnapshot;
import io.github.samuraidesk.market.QuoteKind;
import io.github.samuraidesk.market.QuoteSet;
import io.github.samuraidesk.market.Side;
import io.github.samuraidesk.pricing.TrancheInputs;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** An issue to be swapped, and quotes made up for it: made numbers, used against the engine only. */
final class SwapMarkets {

    private static final String SOURCE = "made for this test";

    private SwapMarkets() {}

    /** Seven years at 2.24 percent, issued on its settlement day. */
    static TrancheInputs issue() {
        return ReferenceTranches.reference("PRI071").inputs();
    }

    /** TONA and JGB of the reference with a stub that no curve uses, made-up dollar and euro markets of the same day. */
    static MarketSnapshot market() {
        List<QuoteSet> sets =
                new ArrayList<>(ReferenceTranches.market("D_20261116").sets());
        QuoteSet tona = sets.get(0);
        LocalDate day = tona.date();
        List<QuoteSet.Quote> withStub = new ArrayList<>(tona.quotes());
        int twoYears = withStub.stream().map(QuoteSet.Quote::tenor).toList().indexOf("2Y");
        withStub.add(twoYears, new QuoteSet.Quote("18M", new BigDecimal("9.99")));
        sets.set(0, new QuoteSet(tona.kind(), day, tona.side(), tona.source(), withStub));
        sets.add(set(
                QuoteKind.SOFR_OIS, day, "1M 3.90 6M 3.75 1Y 3.60 2Y 3.41 3Y 3.38 5Y 3.45 7Y 3.56 10Y 3.71 20Y 3.9"));
        sets.add(set(
                QuoteKind.ESTR_OIS, day, "1M 1.93 6M 1.95 1Y 1.98 2Y 2.05 3Y 2.14 5Y 2.33 7Y 2.48 10Y 2.66 20Y 2.8"));
        sets.add(set(QuoteKind.USDJPY_BASIS, day, "3M -14 1Y -18.5 2Y -24 3Y -29.25 5Y -38 7Y -45.5 10Y -52 20Y -60"));
        sets.add(set(QuoteKind.EURJPY_BASIS, day, "3M -9 1Y -11.5 2Y -15 3Y -18.25 5Y -24 7Y -29.5 10Y -35 20Y -40"));
        sets.add(number(QuoteKind.USDJPY_SPOT, day, "151.37"));
        sets.add(number(QuoteKind.EURJPY_SPOT, day, "163.905"));
        return new MarketSnapshot(sets);
    }

    private static QuoteSet set(QuoteKind kind, LocalDate day, String text) {
        String[] words = text.split(" ");
        List<QuoteSet.Quote> quotes = new ArrayList<>();
        for (int i = 0; i < words.length; i += 2) {
            quotes.add(new QuoteSet.Quote(words[i], new BigDecimal(words[i + 1])));
        }
        return new QuoteSet(kind, day, Side.MID, SOURCE, quotes);
    }

    private static QuoteSet number(QuoteKind kind, LocalDate day, String value) {
        return new QuoteSet(kind, day, Side.MID, SOURCE, List.of(new QuoteSet.Quote("", new BigDecimal(value))));
    }

    /** The same inputs with one of them changed. */
    static TrancheInputs changed(TrancheInputs in, String field, Object value) {
        try {
            RecordComponent[] components = TrancheInputs.class.getRecordComponents();
            Class<?>[] types = new Class<?>[components.length];
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                values[i] = components[i].getName().equals(field)
                        ? value
                        : components[i].getAccessor().invoke(in);
            }
            return TrancheInputs.class.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
