package io.github.samuraidesk.bond;

import io.github.samuraidesk.calendar.BusinessCalendar;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Yen discount factors for cash flows swapped into a home currency and collateralised in it, from cross-currency basis
 * quotes (通貨ベーシス). Rates are decimals.
 *
 * <p><b>Sign.</b> A quote b is the market's: the yen leg pays TONA + b against the home overnight rate flat, so it is
 * usually negative, and an issuer who swaps out of yen receives TONA + b only: its home cost rises by about |b|.
 *
 * <p>Quarterly periods on joint days, modified following, Act/365F, payment two days after the period on both legs,
 * notionals exchanged at start and end. With D the factors sought, P the home factors, g and h the growth of TONA and of
 * the home rate over a period, the yen leg is worth Σ (g + b τ) D(pay) + D(end) − D(start). The home leg, reset to market
 * each quarter and discounted on its own collateral curve, would be worth nothing were its interest paid at the period's
 * end; paid two days later it is worth h (P(pay) − P(end)) a period, below zero, on a notional of D(start)/P(start) yen
 * brought to today. Both legs are worth the same: D(start of all) = Σ (g + b τ) D(pay) + D(end of all) − Σ D(start)/P(start)
 * × h (P(pay) − P(end)). At a home rate of 4 percent the lag lowers b by 0.13 bp. D is the TONA factor times a spread
 * factor, and the spread factor is what is interpolated: between few basis quotes the shape of the yen curve is kept.
 */
public final class CrossCurrencyCurve {

    private static final int MONTHS_A_PERIOD = 3;
    private static final int SPOT_LAG = 2;
    private static final int PAYMENT_LAG = 2;

    private final OisCurve tona;
    private final OisCurve home;
    private final BusinessCalendar joint;
    private final CurveInterpolation interpolation;
    private final List<ParQuote> basis;
    private final LocalDate spot;
    private final LocalDate[] maturities;
    private final DiscountCurve yen;

    /**
     * @param tona yen projection curve
     * @param home the home currency's overnight curve of the same day
     * @param joint days on which both places and the settlement centre are open
     * @param basis market quotes b, shortest first, in whole quarters
     * @throws IllegalArgumentException when the curves' days differ, a tenor is not in whole quarters, or does not end
     *     after the one before
     * @throws NoSolutionException when no curve reprices every quote
     */
    public CrossCurrencyCurve(
            OisCurve tona,
            OisCurve home,
            BusinessCalendar joint,
            CurveInterpolation interpolation,
            List<ParQuote> basis) {
        LocalDate valuation = tona.valuation();
        if (!home.valuation().equals(valuation)) {
            throw new IllegalArgumentException("the curves are of different days: TONA of " + valuation + ", "
                    + home.convention().name() + " of " + home.valuation());
        }
        if (basis.isEmpty()) {
            throw new IllegalArgumentException("a basis curve needs a quote");
        }
        this.tona = tona;
        this.home = home;
        this.joint = joint;
        this.interpolation = interpolation;
        this.basis = List.copyOf(basis);
        this.spot = joint.plusBusinessDays(valuation, SPOT_LAG);
        int n = basis.size();
        this.maturities = new LocalDate[n];
        double[] guess = new double[n];
        for (int i = 0; i < n; i++) {
            Tenor tenor = basis.get(i).tenor();
            if (tenor.months() == 0 || tenor.months() % MONTHS_A_PERIOD != 0) {
                throw new IllegalArgumentException("basis tenor " + tenor + " is not a whole number of quarters");
            }
            maturities[i] = joint.modifiedFollowing(tenor.after(spot));
            if (i > 0 && !maturities[i].isAfter(maturities[i - 1])) {
                throw new IllegalArgumentException("tenor " + tenor + " must end after "
                        + basis.get(i - 1).tenor() + ": quotes come once each, shortest first");
            }
            guess[i] = basis.get(i).rate() * CouponGrid.days(valuation, maturities[i]) / 365;
        }
        CurveBootstrap bootstrap = new CurveBootstrap(valuation, interpolation, maturities);
        CurveBootstrap.Instrument[] swaps = new CurveBootstrap.Instrument[n];
        for (int i = 0; i < n; i++) {
            swaps[i] = new YenLeg(bootstrap, basis.get(i));
        }
        this.yen = bootstrap.solve(swaps, guess).onTopOf(tona.discount());
    }

    public OisCurve tona() {
        return tona;
    }

    public OisCurve home() {
        return home;
    }

    public List<ParQuote> basis() {
        return basis;
    }

    /** Adjusted maturities of {@link #basis}, the nodes. */
    public List<LocalDate> maturities() {
        return List.of(maturities);
    }

    /** Day on which currencies dealt at valuation are exchanged. */
    public LocalDate spot() {
        return spot;
    }

    /** Yen factors under home-currency collateral. */
    public DiscountCurve yenDiscount() {
        return yen;
    }

    /** The basis at which the curve prices quote {@code i}; equal to the quote within 1e-12. */
    public double repricedBasis(int i) {
        double annuity = 0;
        double floating = 0;
        LocalDate start = spot;
        for (LocalDate end : ends(basis.get(i).tenor())) {
            floating -= lateHomeInterest(start, end) * yen.discountFactor(start);
            double pay = yen.discountFactor(joint.plusBusinessDays(end, PAYMENT_LAG));
            floating += growth(start, end) * pay;
            annuity += DayCount.ACT_365F.years(start.toEpochDay(), end.toEpochDay()) * pay;
            start = end;
        }
        return (yen.discountFactor(spot) - yen.discountFactor(maturities[i]) - floating) / annuity;
    }

    /** Yen for one unit of home currency on {@code date}, from {@code spotRate} at spot: S × P(date) / D(date). */
    public double forwardRate(double spotRate, LocalDate date) {
        return spotRate * home.discount().discountFactor(spot, date) / yen.discountFactor(spot, date);
    }

    /** Quote read linearly in days between maturities, flat outside. */
    public double basisInterpolated(LocalDate maturity) {
        return ParQuote.linearInDays(basis, maturities, maturity);
    }

    /** The same market with every basis quote {@code change} higher. */
    public CrossCurrencyCurve withBasisShifted(double change) {
        return new CrossCurrencyCurve(
                tona,
                home,
                joint,
                interpolation,
                basis.stream().map(quote -> quote.shifted(change)).toList());
    }

    /** Ends of the quarterly periods of a basis swap of {@code tenor}, from spot. */
    public List<LocalDate> periodEnds(Tenor tenor) {
        return ends(tenor);
    }

    /** The day on which both legs pay the interest of a period. */
    public LocalDate interestPaid(LocalDate periodEnd) {
        return joint.plusBusinessDays(periodEnd, PAYMENT_LAG);
    }

    private List<LocalDate> ends(Tenor tenor) {
        return IntStream.rangeClosed(1, tenor.months() / MONTHS_A_PERIOD)
                .mapToObj(i -> joint.modifiedFollowing(spot.plusMonths((long) MONTHS_A_PERIOD * i)))
                .toList();
    }

    private double growth(LocalDate start, LocalDate end) {
        return tona.discount().discountFactor(start) / tona.discount().discountFactor(end) - 1;
    }

    /**
     * What the home leg of a period is worth on its own curve because its interest comes after the period, for a notional
     * of 1 at the period's start: (P(start)/P(end) − 1) (P(pay) − P(end)) / P(start), below zero at rates above it.
     */
    private double lateHomeInterest(LocalDate start, LocalDate end) {
        DiscountCurve curve = home.discount();
        double atStart = curve.discountFactor(start);
        double atEnd = curve.discountFactor(end);
        double atPayment = curve.discountFactor(joint.plusBusinessDays(end, PAYMENT_LAG));
        return (1 / atEnd - 1 / atStart) * (atPayment - atEnd);
    }

    private final class YenLeg implements CurveBootstrap.Instrument {
        private final double quote;
        private final double[] years;
        private final double[] growths;
        private final int[] payments;
        private final int[] starts;
        /** {@link #lateHomeInterest} of each period. */
        private final double[] late;

        private final int start;
        private final int end;
        private final int[] indices;
        /** TONA factors of the same days as {@link #indices}. */
        private final double[] yenFactors;

        YenLeg(CurveBootstrap bootstrap, ParQuote basis) {
            List<LocalDate> ends = ends(basis.tenor());
            int n = ends.size();
            this.quote = basis.rate();
            this.years = new double[n];
            this.growths = new double[n];
            this.payments = new int[n];
            this.starts = new int[n];
            this.late = new double[n];
            this.start = bootstrap.indexOf(spot);
            this.yenFactors = new double[2 * n + 2];
            LocalDate from = spot;
            for (int i = 0; i < n; i++) {
                LocalDate to = ends.get(i);
                LocalDate pay = joint.plusBusinessDays(to, PAYMENT_LAG);
                yenFactors[i] = tona.discount().discountFactor(pay);
                years[i] = DayCount.ACT_365F.years(from.toEpochDay(), to.toEpochDay());
                growths[i] = growth(from, to);
                payments[i] = bootstrap.indexOf(pay);
                starts[i] = bootstrap.indexOf(from);
                late[i] = lateHomeInterest(from, to);
                yenFactors[n + 2 + i] = tona.discount().discountFactor(from);
                from = to;
            }
            this.end = bootstrap.indexOf(from);
            this.indices = Arrays.copyOf(payments, 2 * n + 2);
            indices[n] = start;
            indices[n + 1] = end;
            System.arraycopy(starts, 0, indices, n + 2, n);
            yenFactors[n] = tona.discount().discountFactor(spot);
            yenFactors[n + 1] = tona.discount().discountFactor(from);
        }

        @Override
        public int[] indices() {
            return indices;
        }

        @Override
        public double errorOfRate(double[] factors, double[] derivatives) {
            double annuity = 0;
            double floating = 0;
            int n = payments.length;
            for (int i = 0; i < n; i++) {
                double pay = yenFactors[i] * factors[payments[i]];
                floating += growths[i] * pay - late[i] * yenFactors[n + 2 + i] * factors[starts[i]];
                annuity += years[i] * pay;
            }
            double atStart = yenFactors[n] * factors[start];
            double atEnd = yenFactors[n + 1] * factors[end];
            double model = (atStart - atEnd - floating) / annuity;
            derivatives[start] += yenFactors[n] / annuity;
            derivatives[end] -= yenFactors[n + 1] / annuity;
            for (int i = 0; i < n; i++) {
                derivatives[payments[i]] -= yenFactors[i] * (growths[i] + model * years[i]) / annuity;
                derivatives[starts[i]] += late[i] * yenFactors[n + 2 + i] / annuity;
            }
            return model - quote;
        }
    }
}
