package io.github.samuraidesk.bond;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/**
 * Discount factors of one currency from a valuation day, at which the factor is 1 (割引係数). Zero rates are continuously
 * compounded on days/365, decimals. Immutable and safe for many threads.
 */
public final class DiscountCurve {

    /** Days past the last node that payment lags and holidays may need; the last forward rate holds there. */
    private static final int DAYS_PAST_LAST_NODE = 31;

    private final LocalDate valuation;
    private final long valuationDay;
    private final CurveInterpolation interpolation;
    private final double[] nodeDays;
    private final double[] logFactors;
    private final double parallelShift;
    /** A curve that this one is a spread on, or none. */
    private final Optional<DiscountCurve> base;
    /** Discount factors by day; made on first use because a curve for one price does not need it. */
    private volatile double[] byDay = new double[0];

    private DiscountCurve(
            LocalDate valuation,
            CurveInterpolation interpolation,
            double[] nodeDays,
            double[] logFactors,
            double parallelShift,
            Optional<DiscountCurve> base) {
        this.valuation = valuation;
        this.valuationDay = valuation.toEpochDay();
        this.interpolation = interpolation;
        this.nodeDays = nodeDays;
        this.logFactors = logFactors;
        this.parallelShift = parallelShift;
        this.base = base;
    }

    /**
     * @param nodes days of the nodes, increasing and after {@code valuation}
     * @param logDiscountFactors ln DF of each
     * @throws IllegalArgumentException when there is no node, or they do not increase, or a factor is not a number
     */
    static DiscountCurve of(
            LocalDate valuation, CurveInterpolation interpolation, LocalDate[] nodes, double[] logDiscountFactors) {
        if (nodes.length == 0 || nodes.length != logDiscountFactors.length) {
            throw new IllegalArgumentException("a curve needs one factor for each of one or more nodes");
        }
        double[] days = new double[nodes.length + 1];
        double[] logs = new double[nodes.length + 1];
        for (int i = 0; i < nodes.length; i++) {
            days[i + 1] = CouponGrid.days(valuation, nodes[i]);
            logs[i + 1] = logDiscountFactors[i];
            if (days[i + 1] <= days[i]) {
                throw new IllegalArgumentException("curve nodes must increase after " + valuation + ": " + nodes[i]);
            }
            if (!Double.isFinite(logs[i + 1])) {
                throw new IllegalArgumentException("no discount factor at " + nodes[i]);
            }
        }
        return new DiscountCurve(valuation, interpolation, days, logs, 0, Optional.empty());
    }

    /** Day on which every discount factor is 1. */
    public LocalDate valuation() {
        return valuation;
    }

    public CurveInterpolation interpolation() {
        return interpolation;
    }

    /** Last day that the curve answers for: a month past its last node. */
    public LocalDate last() {
        return valuation.plusDays((long) nodeDays[nodeDays.length - 1] + DAYS_PAST_LAST_NODE);
    }

    /** @throws CurveRangeException when {@code date} is before valuation or after {@link #last} */
    public double discountFactor(LocalDate date) {
        return discountFactor(date.toEpochDay());
    }

    /** {@link #discountFactor(LocalDate)} on an epoch day. */
    public double discountFactor(long epochDay) {
        long day = epochDay - valuationDay;
        double[] table = byDay;
        if (day >= 0 && day < table.length) {
            return table[(int) day];
        }
        return Math.exp(logDiscountFactor(day));
    }

    /** −ln DF / (days/365); at the valuation day the rate of the first day. */
    public double zeroRate(LocalDate date) {
        long day = Math.max(1, CouponGrid.days(valuation, date));
        return -logDiscountFactor(day) * 365 / day;
    }

    /** DF(end) / DF(start). */
    public double discountFactor(LocalDate start, LocalDate end) {
        return Math.exp(logDiscountFactor(CouponGrid.days(valuation, end))
                - logDiscountFactor(CouponGrid.days(valuation, start)));
    }

    /**
     * This curve with every factor worked out once and kept by day (some 118 kB for 40 years): for pricing many bonds.
     */
    public DiscountCurve ready() {
        if (byDay.length == 0) {
            double[] table = new double[(int) CouponGrid.days(valuation, last()) + 1];
            for (int day = 0; day < table.length; day++) {
                table[day] = Math.exp(logDiscountFactor(day));
            }
            byDay = table;
        }
        return this;
    }

    /** Every zero rate {@code change} higher, continuously compounded, decimal. */
    public DiscountCurve withZeroRatesShifted(double change) {
        return new DiscountCurve(valuation, interpolation, nodeDays, logFactors, parallelShift + change, base);
    }

    /** This curve as a spread on another of the same day: factors multiply, each keeping its own interpolation. */
    DiscountCurve onTopOf(DiscountCurve other) {
        return new DiscountCurve(valuation, interpolation, nodeDays, logFactors, parallelShift, Optional.of(other));
    }

    private double logDiscountFactor(long day) {
        double lastNode = nodeDays[nodeDays.length - 1];
        if (day < 0 || day > lastNode + DAYS_PAST_LAST_NODE) {
            throw new CurveRangeException(valuation.plusDays(day), valuation, last());
        }
        int right = rightNode(nodeDays, day);
        double left = nodeDays[right - 1];
        return interpolation.weightOfLeft(left, nodeDays[right], day) * logFactors[right - 1]
                + interpolation.weightOfRight(left, nodeDays[right], day) * logFactors[right]
                - parallelShift * day / 365
                + (base.isPresent() ? base.get().logDiscountFactor(day) : 0);
    }

    /** Index of the node at or after the day, the last one past the end; nodes begin with day 0. */
    static int rightNode(double[] nodeDays, double day) {
        int found = Arrays.binarySearch(nodeDays, day);
        int right = found >= 0 ? found : -found - 1;
        return Math.min(Math.max(right, 1), nodeDays.length - 1);
    }
}
