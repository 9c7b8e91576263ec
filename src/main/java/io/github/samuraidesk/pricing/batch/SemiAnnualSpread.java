package io.github.samuraidesk.pricing.batch;

import io.github.samuraidesk.bond.DiscountCurve;
import io.github.samuraidesk.bond.NoSolutionException;
import io.github.samuraidesk.bond.SettledFlows;

/**
 * The z of dirty = Σ CF (g + z/2)^(−2t) with g = (DF(settlement)/DF(payment))^(1/2t) the half-year growth of each payment
 * and t = days/365 from settlement. With the continuous spread c known, each payment on its own has z = 2 g (e^(c/2) − 1):
 * the spread of the bond lies among those of its payments, which leaves one or two steps to find it.
 */
final class SemiAnnualSpread {

    private static final int MOST_STEPS = 100;
    /** A step of Halley's method this small, times the last t, leaves an error far below rounding. */
    private static final double LAST_STEP = 1e-6;
    /** Room around the payments' own spreads for a payment that is moved before settlement. */
    private static final double ROOM = 1e-2;

    private double[] amounts = new double[0];
    private double[] times = new double[0];
    private double[] growths = new double[0];
    private double paidOnSettlement;

    /**
     * @param continuous the continuously compounded spread at {@code dirty}
     * @throws NoSolutionException when there is no spread
     */
    double fromDirty(SettledFlows flows, long settle, double dirty, double continuous, DiscountCurve curve) {
        int n = paidLater(flows, settle, curve);
        double own = 2 * Math.expm1(continuous / 2);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            low = Math.min(low, own * growths[i]);
            high = Math.max(high, own * growths[i]);
        }
        double z = own * growths[n - 1];
        if (n == 1 && paidOnSettlement == 0) {
            return z;
        }
        low -= ROOM;
        high += ROOM;
        for (int step = 0; step < MOST_STEPS; step++) {
            double s0 = paidOnSettlement;
            double s1 = 0;
            double s2 = 0;
            for (int i = 0; i < n; i++) {
                double base = growths[i] + z / 2;
                double present = amounts[i] * Math.exp(-2 * times[i] * Math.log(base));
                double byTime = present * times[i] / base;
                s0 += present;
                s1 -= byTime;
                s2 += byTime * (times[i] + 0.5) / base;
            }
            double value = Math.log(s0 / dirty);
            double slope = s1 / s0;
            double newton = value / slope;
            double next = z - newton / (1 - newton * (s2 / s0 - slope * slope) / (2 * slope));
            // a base below zero has no logarithm, and z is then too low
            if (value > 0 || Double.isNaN(value)) {
                low = z;
            } else {
                high = z;
            }
            if (Math.abs(next - z) * Math.max(times[n - 1], 1e-3) <= LAST_STEP) {
                return next;
            }
            z = next > low && next < high ? next : low + (high - low) / 2;
        }
        throw new NoSolutionException("no semi-annual Z-spread for dirty price " + dirty);
    }

    /** Fills the arrays with the payments that discounting moves; returns their number. */
    private int paidLater(SettledFlows flows, long settle, DiscountCurve curve) {
        int count = flows.count();
        if (amounts.length < count) {
            amounts = new double[count];
            times = new double[count];
            growths = new double[count];
        }
        double atSettlement = curve.discountFactor(settle);
        paidOnSettlement = 0;
        int n = 0;
        for (int i = 0; i < count; i++) {
            double amount = flows.amount(i);
            long days = flows.paymentDay(i) - settle;
            if (days == 0) {
                paidOnSettlement += amount;
            } else if (amount != 0) {
                amounts[n] = amount;
                times[n] = days / 365.0;
                growths[n] =
                        Math.exp(Math.log(atSettlement / curve.discountFactor(flows.paymentDay(i))) / (2 * times[n]));
                n++;
            }
        }
        return n;
    }
}
