package io.github.samuraidesk.bond;

import io.github.samuraidesk.calendar.BusinessCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * An overnight index swap curve with the quotes it was made of. Rates are decimals. Single curve: with s, e, pay the days
 * of a period, τ its year fraction and q the quote, Σ DF(pay) (DF(s)/DF(e) − 1 − q τ) = 0 for every quote.
 */
public final class OisCurve {

    private final OisConvention convention;
    private final CurveInterpolation interpolation;
    private final List<ParQuote> quotes;
    private final List<ParQuote> notUsed;
    private final LocalDate spot;
    private final LocalDate[] maturities;
    private final DiscountCurve discount;
    private volatile List<DiscountCurve> keyRateCurves = List.of();

    private OisCurve(
            OisConvention convention,
            CurveInterpolation interpolation,
            LocalDate valuation,
            List<ParQuote> used,
            List<ParQuote> notUsed) {
        this.convention = convention;
        this.interpolation = interpolation;
        this.quotes = List.copyOf(used);
        this.notUsed = List.copyOf(notUsed);
        BusinessCalendar calendar = convention.calendar();
        this.spot = calendar.plusBusinessDays(valuation, convention.spotLag());
        int n = used.size();
        this.maturities = new LocalDate[n];
        double[] guess = new double[n];
        for (int i = 0; i < n; i++) {
            ParQuote quote = used.get(i);
            maturities[i] = calendar.modifiedFollowing(quote.tenor().after(spot));
            if (i > 0 && !maturities[i].isAfter(maturities[i - 1])) {
                throw new IllegalArgumentException("tenor " + quote.tenor() + " must end after "
                        + used.get(i - 1).tenor() + ": quotes come once each, shortest first");
            }
            guess[i] = -quote.rate() * CouponGrid.days(valuation, maturities[i]) / 365;
        }
        CurveBootstrap bootstrap = new CurveBootstrap(valuation, interpolation, maturities);
        CurveBootstrap.Instrument[] swaps = new CurveBootstrap.Instrument[n];
        for (int i = 0; i < n; i++) {
            swaps[i] = new Swap(bootstrap, spot, quotes.get(i), convention);
        }
        this.discount = bootstrap.solve(swaps, guess);
    }

    /**
     * The curve on which every quote is worth its rate.
     *
     * @param valuation day of the quotes
     * @param quotes shortest first, each tenor once. A tenor over a year that is no whole number of years has a stub
     *     whose rule is not agreed: it is left out and listed in {@link #notUsed}
     * @throws IllegalArgumentException when no quote is left, or a tenor does not end after the one before
     * @throws NoSolutionException when no curve reprices every quote to 1e-12
     */
    public static OisCurve bootstrap(
            OisConvention convention, CurveInterpolation interpolation, LocalDate valuation, List<ParQuote> quotes) {
        List<ParQuote> used = new ArrayList<>(quotes.size());
        List<ParQuote> notUsed = new ArrayList<>(0);
        for (ParQuote quote : quotes) {
            int months = quote.tenor().months();
            (months > 12 && months % 12 != 0 ? notUsed : used).add(quote);
        }
        if (used.isEmpty()) {
            throw new IllegalArgumentException("a curve needs a quote");
        }
        return new OisCurve(convention, interpolation, valuation, used, notUsed);
    }

    public OisConvention convention() {
        return convention;
    }

    public LocalDate valuation() {
        return discount.valuation();
    }

    /** Day on which a swap traded at valuation starts. */
    public LocalDate spot() {
        return spot;
    }

    /** The quotes that made the curve. */
    public List<ParQuote> quotes() {
        return quotes;
    }

    /** Quotes with a stub, left out. */
    public List<ParQuote> notUsed() {
        return notUsed;
    }

    /** Adjusted maturities of {@link #quotes}, the nodes. */
    public List<LocalDate> maturities() {
        return List.of(maturities);
    }

    public DiscountCurve discount() {
        return discount;
    }

    /** Rate at which the curve prices the swap of quote {@code i}; equal to the quote within 1e-12. */
    public double repricedRate(int i) {
        double annuity = 0;
        double floating = 0;
        LocalDate start = spot;
        for (LocalDate end : ends(spot, quotes.get(i).tenor(), convention.calendar())) {
            double pay = discount.discountFactor(convention.calendar().plusBusinessDays(end, convention.paymentLag()));
            floating += pay * (discount.discountFactor(start) / discount.discountFactor(end) - 1);
            annuity += pay * convention.dayCount().years(start.toEpochDay(), end.toEpochDay());
            start = end;
        }
        return floating / annuity;
    }

    /** Quote read linearly in days between the maturities of the quotes, flat outside; as desks read a broken date. */
    public double midSwapInterpolated(LocalDate maturity) {
        return ParQuote.linearInDays(quotes, maturities, maturity);
    }

    /** (1 − DF) / annuity from {@code settle} to {@code maturity}, annual, no payment lag: what the curve implies. */
    public double midSwapOnCurve(LocalDate settle, LocalDate maturity) {
        long end = convention.calendar().modifiedFollowing(maturity).toEpochDay();
        double atMaturity = discount.discountFactor(end) / discount.discountFactor(settle);
        return (1 - atMaturity) / annuity(settle, maturity, 1);
    }

    /**
     * Σ τ DF(end)/DF(settle) of periods that run back from {@code maturity}, ends modified following, the first from
     * {@code settle}; years.
     */
    public double annuity(LocalDate settle, LocalDate maturity, int frequency) {
        CouponGrid grid = new CouponGrid(maturity, frequency, false);
        long start = settle.toEpochDay();
        double atSettlement = discount.discountFactor(start);
        double sum = 0;
        for (int k = grid.lastIndexAfter(start); k >= 0; k--) {
            long end = convention.calendar().modifiedFollowing(grid.day(k));
            // a first end that a holiday moves to settlement or before has no days
            if (end > start) {
                sum += convention.dayCount().years(start, end) * discount.discountFactor(end) / atSettlement;
                start = end;
            }
        }
        return sum;
    }

    /** The curve of the same quotes, each {@code change} higher. */
    public OisCurve withQuotesShifted(double change) {
        return withQuotes(quotes.stream().map(quote -> quote.shifted(change)).toList());
    }

    /** The curve of the same quotes, quote {@code i} alone {@code change} higher. */
    public OisCurve withQuoteShifted(int i, double change) {
        List<ParQuote> shifted = new ArrayList<>(quotes);
        shifted.set(i, quotes.get(i).shifted(change));
        return withQuotes(shifted);
    }

    /**
     * This curve with each quote alone a basis point lower, then each alone a basis point higher; made once, because
     * every bond on the curve needs the same.
     */
    List<DiscountCurve> keyRateCurves() {
        List<DiscountCurve> made = keyRateCurves;
        if (made.isEmpty()) {
            made = new ArrayList<>(2 * quotes.size());
            for (double change : new double[] {-1e-4, 1e-4}) {
                for (int i = 0; i < quotes.size(); i++) {
                    made.add(withQuoteShifted(i, change).discount());
                }
            }
            keyRateCurves = List.copyOf(made);
        }
        return made;
    }

    /** The curve of other rates at the same tenors. */
    OisCurve withQuotes(List<ParQuote> other) {
        return new OisCurve(convention, interpolation, valuation(), other, notUsed);
    }

    /** Adjusted period ends of a swap from {@code spot}: yearly, or one up to a year. */
    static List<LocalDate> ends(LocalDate spot, Tenor tenor, BusinessCalendar calendar) {
        int months = tenor.months();
        if (months <= 12) {
            return List.of(calendar.modifiedFollowing(tenor.after(spot)));
        }
        List<LocalDate> ends = new ArrayList<>(months / 12);
        for (int year = 1; year <= months / 12; year++) {
            ends.add(calendar.modifiedFollowing(spot.plusYears(year)));
        }
        return ends;
    }

    private static final class Swap implements CurveBootstrap.Instrument {
        private final double rate;
        private final double[] years;
        /** Start of the first period, then the end of each; payments after them. */
        private final int[] indices;

        private final int periods;

        Swap(CurveBootstrap bootstrap, LocalDate spot, ParQuote quote, OisConvention convention) {
            List<LocalDate> ends = ends(spot, quote.tenor(), convention.calendar());
            this.rate = quote.rate();
            this.periods = ends.size();
            this.years = new double[periods];
            this.indices = new int[2 * periods + 1];
            indices[0] = bootstrap.indexOf(spot);
            LocalDate start = spot;
            for (int i = 0; i < periods; i++) {
                LocalDate end = ends.get(i);
                years[i] = convention.dayCount().years(start.toEpochDay(), end.toEpochDay());
                indices[i + 1] = bootstrap.indexOf(end);
                indices[periods + 1 + i] =
                        bootstrap.indexOf(convention.calendar().plusBusinessDays(end, convention.paymentLag()));
                start = end;
            }
        }

        @Override
        public int[] indices() {
            return indices;
        }

        @Override
        public double errorOfRate(double[] factors, double[] derivatives) {
            double annuity = 0;
            double floating = 0;
            for (int i = 0; i < periods; i++) {
                double pay = factors[indices[periods + 1 + i]];
                floating += pay * (factors[indices[i]] / factors[indices[i + 1]] - 1);
                annuity += pay * years[i];
            }
            double model = floating / annuity;
            for (int i = 0; i < periods; i++) {
                double start = factors[indices[i]];
                double end = factors[indices[i + 1]];
                double pay = factors[indices[periods + 1 + i]];
                derivatives[indices[i]] += pay / end / annuity;
                derivatives[indices[i + 1]] -= pay * start / (end * end) / annuity;
                derivatives[indices[periods + 1 + i]] += (start / end - 1 - model * years[i]) / annuity;
            }
            return model - rate;
        }
    }
}
