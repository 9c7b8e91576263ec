package io.github.samuraidesk.bond;

import java.time.LocalDate;
import java.util.List;

/**
 * What a buyer settling on one day receives, per 100 face, on unadjusted dates. With g = ln(1 + y/f) a price is
 * Σ CF exp(−g t) with t in coupon periods, and ln price falls in g almost in a straight line, so Newton's method on it
 * needs few steps and the root is bracketed by the first and last t.
 */
final class SettledFlows {

    /** 1 + y/f above this is no yield of a bond. */
    private static final double LARGEST_FACTOR = 1e6;

    private static final double REACH = Math.log(LARGEST_FACTOR);

    final double accrued;
    final double[] amounts;
    /** Coupon periods from settlement to the first flow; later flows follow at whole periods (ICMA time). */
    final double w;

    private final int frequency;
    private final LocalDate settle;
    private final List<CouponPeriod> remaining;

    SettledFlows(ResolvedBond bond, LocalDate settle) {
        int index = bond.indexOfPeriodAt(settle);
        CouponPeriod current = bond.periods().get(index);
        BondTerms terms = bond.terms();
        this.settle = settle;
        this.frequency = terms.frequency();
        this.remaining = bond.periods().subList(index, bond.periods().size());
        double elapsed;
        long daysElapsed = CouponGrid.days(current.start(), settle);
        if (current.odd()) {
            CouponGrid grid = CouponGrid.of(terms);
            int k = remaining.size() - 1;
            this.w = grid.periodsUntil(settle, k);
            elapsed = daysElapsed == 0 ? 0 : grid.periodsUntil(current.start(), k) - w;
        } else {
            double days = CouponGrid.days(current.start(), current.end());
            this.w = CouponGrid.days(settle, current.end()) / days;
            elapsed = daysElapsed / days;
        }
        this.accrued = terms.accrual()
                .accruedPer100(terms.couponRate(), frequency, daysElapsed, elapsed, current.amountPer100());
        this.amounts = new double[remaining.size()];
        for (int i = 0; i < amounts.length; i++) {
            amounts[i] = remaining.get(i).amountPer100();
        }
        amounts[amounts.length - 1] += 100;
    }

    double dirtyFromYieldIcma(double yield) {
        double v = 1 / factor(yield);
        double sum = 0;
        for (int i = amounts.length - 1; i >= 0; i--) {
            sum = sum * v + amounts[i];
        }
        return sum * Math.pow(v, w);
    }

    double yieldIcmaFromDirty(double dirty) {
        Solver.Decreasing log = new Solver.Decreasing() {
            private final double logDirty = Math.log(dirty);

            @Override
            void at(double g) {
                double v = Math.exp(-g);
                double sum = 0;
                double weighted = 0;
                for (int i = amounts.length - 1; i >= 0; i--) {
                    weighted = weighted * v + i * amounts[i];
                    sum = sum * v + amounts[i];
                }
                value = Math.log(sum) - g * w - logDirty;
                slope = -w - weighted / sum;
            }
        };
        return yieldFromDirty(dirty, log, w, w + amounts.length - 1, "ICMA yield");
    }

    double dirtyFromYieldAct365(double yield) {
        double g = Math.log(factor(yield));
        double sum = 0;
        for (int i = 0; i < amounts.length; i++) {
            sum += amounts[i] * Math.exp(-g * act365Periods(i));
        }
        return sum;
    }

    double yieldAct365FromDirty(double dirty) {
        double[] periods = new double[amounts.length];
        for (int i = 0; i < periods.length; i++) {
            periods[i] = act365Periods(i);
        }
        Solver.Decreasing log = new Solver.Decreasing() {
            private final double logDirty = Math.log(dirty);

            @Override
            void at(double g) {
                double sum = 0;
                double weighted = 0;
                for (int i = 0; i < amounts.length; i++) {
                    double present = amounts[i] * Math.exp(-g * periods[i]);
                    sum += present;
                    weighted += present * periods[i];
                }
                value = Math.log(sum) - logDirty;
                slope = -weighted / sum;
            }
        };
        return yieldFromDirty(dirty, log, periods[0], periods[periods.length - 1], "act/365 yield");
    }

    /** Σ t CF (1 + y/f)^−t / dirty with t in coupon periods, over frequency: years. */
    double macaulayYears(double yield) {
        double v = 1 / factor(yield);
        double sum = 0;
        double weighted = 0;
        for (int i = amounts.length - 1; i >= 0; i--) {
            sum = sum * v + amounts[i];
            weighted = weighted * v + i * amounts[i];
        }
        return (w + weighted / sum) / frequency;
    }

    double modifiedYears(double yield) {
        return macaulayYears(yield) / factor(yield);
    }

    double convexityYearsSquared(double yield) {
        double v = 1 / factor(yield);
        double sum = 0;
        double weighted = 0;
        for (int i = amounts.length - 1; i >= 0; i--) {
            double t = w + i;
            sum = sum * v + amounts[i];
            weighted = weighted * v + t * (t + 1) * amounts[i];
        }
        return weighted / sum * v * v / ((double) frequency * frequency);
    }

    long daysToFirstFlow() {
        return CouponGrid.days(settle, remaining.get(0).end());
    }

    private double yieldFromDirty(double dirty, Solver.Decreasing log, double first, double last, String sought) {
        if (!(dirty > 0 && dirty <= Double.MAX_VALUE)) {
            throw new NoSolutionException("no " + sought + " for dirty price " + dirty + ": it must be above zero");
        }
        log.at(0);
        double guess = -log.value / log.slope;
        double low = Math.min(log.value / first, log.value / last);
        double high = Math.max(log.value / first, log.value / last);
        if (high < -REACH
                || low > REACH
                || low < -REACH && valueAt(log, -REACH) < 0
                || high > REACH && valueAt(log, REACH) > 0) {
            throw new NoSolutionException(
                    "no " + sought + " for dirty price " + dirty + ": 1 + y/f would leave 1e-6 to 1e6");
        }
        double g = Solver.root(
                log, Math.max(low, -REACH), Math.min(high, REACH), guess, sought + " for dirty price " + dirty);
        return frequency * Math.expm1(g);
    }

    private static double valueAt(Solver.Decreasing function, double g) {
        function.at(g);
        return function.value;
    }

    private double factor(double yield) {
        double factor = 1 + yield / frequency;
        if (!(factor > 0 && factor < LARGEST_FACTOR)) {
            throw new NoSolutionException("no price at yield " + yield + ": 1 + y/f must be above zero and finite");
        }
        return factor;
    }

    private double act365Periods(int i) {
        return frequency * (double) CouponGrid.days(settle, remaining.get(i).end()) / 365;
    }
}
