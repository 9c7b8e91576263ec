package io.github.samuraidesk.bond;

import io.github.samuraidesk.calendar.BusinessCalendar;
import java.time.LocalDate;
import java.util.List;

/**
 * What a buyer settling on one day receives, per 100 face, and the arithmetic on it. Prices per 100, yields and spreads
 * decimals (0.0132), durations years. One object serves one thread and is refilled for the next bond, so that pricing a
 * million bonds makes no garbage; a new object holds nothing until {@link #settle} was called.
 *
 * <p>With g = ln(1 + y/f) a price is Σ CF exp(−g t), t in coupon periods, and ln price falls in g almost in a straight
 * line: few steps of {@link Solver} find a yield, and the root is bracketed by the first and last t. Yields run on
 * unadjusted dates (w, w + 1, …), curve figures on payment dates.
 */
public final class SettledFlows {

    /** 1 + y/f above this is no yield of a bond. */
    private static final double LARGEST_FACTOR = 1e6;

    /** Less than a day in coupon periods of any frequency. */
    private static final double LEAST_TIME = 1e-4;

    private static final double REACH = Math.log(LARGEST_FACTOR);
    /** Continuously compounded spreads are sought between −1000 and 1000 percent. */
    private static final double LARGEST_SPREAD = 10;

    private final CouponGrid grid = new CouponGrid();
    private final IcmaPrice icma = new IcmaPrice();
    private final ExponentialSum act365 = new ExponentialSum();
    private final ExponentialSum onCurve = new ExponentialSum();
    private final SemiAnnualSpread semiAnnual = new SemiAnnualSpread();

    int n;
    double[] amounts = new double[0];
    long[] due = new long[0];
    long[] pay = new long[0];
    double accrued;
    /** Whether the coupon of the period was brought forward and paid, so that it is the seller's. */
    private boolean exInterest;

    int frequency;
    long settle;
    private double annualCouponPer100;
    /** Coupon periods from settlement to the first flow; later flows follow at whole periods (ICMA time). */
    double w;
    /** Years to the first flow on which simple interest of the last period runs. */
    private double yearsLeft;
    /** Coupon periods from the flow before the last to the last: 1 unless the last period is odd. */
    private double lastStep;

    private double logUndiscounted;
    private boolean act365Ready;
    private double curveValue;

    /** Flows of a bond that is written out already. */
    static SettledFlows of(ResolvedBond bond, LocalDate settle) {
        SettledFlows flows = new SettledFlows();
        int index = bond.indexOfPeriodAt(settle);
        List<CouponPeriod> remaining =
                bond.periods().subList(index, bond.periods().size());
        flows.begin(bond.terms(), settle, remaining.size());
        for (int i = 0; i < flows.n; i++) {
            CouponPeriod period = remaining.get(i);
            flows.amounts[i] = period.amountPer100();
            flows.due[i] = period.end().toEpochDay();
            flows.pay[i] = period.paymentDate().toEpochDay();
        }
        CouponPeriod current = remaining.get(0);
        flows.finish(
                bond.terms(),
                current.start().toEpochDay(),
                current.odd(),
                remaining.get(flows.n - 1).odd());
        return flows;
    }

    /**
     * Fills this object with the flows left on {@code settle}; the same numbers as {@link ResolvedBond#resolve}, without
     * its objects.
     *
     * @throws IllegalArgumentException when {@code settle} is before issue, or on or after maturity
     * @throws NothingLeftException when it is on or after the last payment
     * @throws io.github.samuraidesk.calendar.CalendarHorizonException when the bond outlives the calendar's table
     */
    public void settle(BondTerms terms, LocalDate settle, BusinessCalendar calendar) {
        long day = settle.toEpochDay();
        long issue = terms.issueDate().toEpochDay();
        long maturity = terms.maturity().toEpochDay();
        if (day < issue || day >= maturity) {
            throw new IllegalArgumentException("settlement " + settle + " must be from issue " + terms.issueDate()
                    + " to before maturity " + terms.maturity());
        }
        boolean oddEnd = terms.lastRegularCoupon().isPresent();
        grid.setTo(oddEnd ? terms.lastRegularCoupon().get() : terms.maturity(), terms.frequency(), terms.endOfMonth());
        int first = terms.firstCoupon().isPresent()
                ? grid.lastIndexAfter(terms.firstCoupon().get().toEpochDay() - 1)
                : grid.lastIndexAfter(issue);
        int next = Math.min(first, grid.lastIndexAfter(day));
        int last = oddEnd ? -1 : 0;
        next = Math.max(next, last);
        begin(terms, settle, next - last + 1);
        double regular = 100 * terms.couponRate() / terms.frequency();
        long start = next == first ? issue : grid.day(next + 1);
        long currentStart = start;
        boolean firstOdd = false;
        boolean lastOdd = false;
        for (int i = 0; i < n; i++) {
            int k = next - i;
            long end = k >= 0 ? grid.day(k) : maturity;
            boolean odd = k >= 0 ? start != grid.day(k + 1) : end != grid.day(-1);
            amounts[i] = odd
                    ? terms.accrual()
                            .oddCouponPer100(
                                    terms.couponRate(), terms.frequency(), start, end, grid.periodsBetween(start, end))
                    : regular;
            due[i] = end;
            pay[i] = end == maturity && terms.redemption().isPresent()
                    ? terms.redemption().get().toEpochDay()
                    : terms.payRule().adjust(end, calendar);
            firstOdd |= i == 0 && odd;
            lastOdd = odd;
            start = end;
        }
        finish(terms, currentStart, firstOdd, lastOdd);
    }

    private void begin(BondTerms terms, LocalDate settlement, int flows) {
        n = flows;
        settle = settlement.toEpochDay();
        frequency = terms.frequency();
        annualCouponPer100 = 100 * terms.couponRate();
        act365Ready = false;
        if (amounts.length < flows) {
            amounts = new double[flows];
            due = new long[flows];
            pay = new long[flows];
        }
        act365.ensure(flows);
        onCurve.ensure(flows);
    }

    private void finish(BondTerms terms, long start, boolean firstOdd, boolean lastOdd) {
        AccrualBasis basis = terms.accrual();
        boolean odd = firstOdd || n == 1 && lastOdd;
        double elapsed;
        double notional = 0;
        if (odd) {
            grid.setTo(terms.lastRegularCoupon().orElse(terms.maturity()), terms.frequency(), terms.endOfMonth());
            elapsed = settle == start ? 0 : grid.periodsBetween(start, settle);
            notional = grid.periodsBetween(settle, due[0]);
        } else {
            elapsed = (settle - start) / (double) (due[0] - start);
        }
        w = basis.periodsLeft(frequency, !odd, start, settle, due[0], notional);
        lastStep = 1;
        if (n > 1 && lastOdd) {
            grid.setTo(terms.lastRegularCoupon().orElse(terms.maturity()), terms.frequency(), terms.endOfMonth());
            lastStep = basis.oddPeriod(frequency, due[n - 2], due[n - 1], grid.periodsBetween(due[n - 2], due[n - 1]));
        }
        accrued = basis.accruedPer100(terms.couponRate(), frequency, start, settle, elapsed, amounts[0]);
        yearsLeft = basis.yearsLeft(start, settle, due[0]);
        exInterest = pay[0] <= settle;
        if (exInterest) {
            dropPaidCoupon(basis);
        }
        amounts[n - 1] += 100;
        double undiscounted = 0;
        for (int i = 0; i < n; i++) {
            undiscounted += amounts[i];
        }
        logUndiscounted = Math.log(undiscounted);
    }

    /** @throws NothingLeftException when the coupon is the last */
    private void dropPaidCoupon(AccrualBasis basis) {
        if (n == 1) {
            throw new NothingLeftException(LocalDate.ofEpochDay(settle), LocalDate.ofEpochDay(pay[0]));
        }
        w += n == 2 ? lastStep : 1;
        yearsLeft += basis.yearsLeft(due[0], due[0], due[1]);
        accrued = 0;
        n--;
        System.arraycopy(amounts, 1, amounts, 0, n);
        System.arraycopy(due, 1, due, 0, n);
        System.arraycopy(pay, 1, pay, 0, n);
    }

    /** Flows left: coupons, the last with the principal. */
    public int count() {
        return n;
    }

    /** Amount of flow {@code i} per 100. */
    public double amount(int i) {
        return amounts[i];
    }

    /** Epoch day on which flow {@code i} is paid. */
    public long paymentDay(int i) {
        return pay[i];
    }

    /** Epoch day on which flow {@code i} is due, before any move for a holiday. */
    public long dueDay(int i) {
        return due[i];
    }

    /** Coupon per 100 of the first flow, without principal. */
    public double firstCoupon() {
        return n == 1 ? amounts[0] - 100 : amounts[0];
    }

    /** Accrued interest per 100 by the bond's {@link AccrualBasis}, settlement day excluded, unrounded. */
    public double accrued() {
        return accrued;
    }

    /**
     * dirty = Σ CF / (1 + y/f)^(w+i).
     *
     * @throws NoSolutionException when 1 + y/f is not above zero
     */
    public double dirtyFromYieldIcma(double yield) {
        icma.sums(Math.log(factor(yield)));
        return icma.sum;
    }

    /**
     * The y of {@link #dirtyFromYieldIcma}.
     *
     * @throws NoSolutionException when the price is not above zero or 1 + y/f would leave 1e-6 to 1e6
     */
    public double yieldIcmaFromDirty(double dirty) {
        refuseUnlessAboveZero(dirty, "ICMA yield");
        icma.logTarget = Math.log(dirty);
        icma.reach = icma.last();
        double years = Math.max(icma.reach / frequency, 1e-3);
        double clean = dirty - accrued;
        // the simple yield lies close by for every bond that trades
        double guess = clean > 0 ? (annualCouponPer100 + (100 - clean) / years) / clean : 0;
        double g = Math.log1p(Math.max(guess / frequency, -0.5));
        return frequency
                * Math.expm1(root(icma, logUndiscounted - icma.logTarget, dirty, w, icma.reach, g, "ICMA yield"));
    }

    /**
     * dirty = Σ CF / (1 + y/f)^(f × days/365), days to the unadjusted date.
     *
     * @throws NoSolutionException when 1 + y/f is not above zero
     */
    public double dirtyFromYieldAct365(double yield) {
        readyAct365();
        act365.sums(Math.log(factor(yield)));
        return act365.sum;
    }

    /** The y of {@link #dirtyFromYieldAct365}; throws as {@link #yieldIcmaFromDirty}. */
    public double yieldAct365FromDirty(double dirty) {
        return yieldAct365FromDirty(dirty, 0);
    }

    /** As {@link #yieldAct365FromDirty(double)}, looked for near {@code guess}: the ICMA yield lies close. */
    public double yieldAct365FromDirty(double dirty, double guess) {
        refuseUnlessAboveZero(dirty, "act/365 yield");
        readyAct365();
        act365.logTarget = Math.log(dirty);
        double g = Math.log1p(Math.max(guess / frequency, -0.5));
        return frequency
                * Math.expm1(root(
                        act365,
                        logUndiscounted - act365.logTarget,
                        dirty,
                        act365.times[0],
                        act365.times[n - 1],
                        g,
                        "act/365 yield"));
    }

    /** Whether the coupon of the period was brought forward and paid: it is the seller's, and nothing accrues. */
    public boolean isExInterest() {
        return exInterest;
    }

    /**
     * (CF/dirty − 1) / years with one flow left: the money-market yield of a bond in its last coupon period. Years are
     * days/365, of bonds on months of 30 days their own days/360.
     *
     * @throws NoSolutionException when the price is not above zero, or no day counts
     */
    public double yieldLastPeriodSimple(double dirty) {
        refuseUnlessAboveZero(dirty, "last-period yield");
        if (!(yearsLeft > 0)) {
            throw new NoSolutionException("no last-period yield: no day counts from settlement to the last payment");
        }
        return (amounts[0] / dirty - 1) / yearsLeft;
    }

    /**
     * y = (C + (100 − clean)/n) / clean with n = days/365 and no 29 February counted (単利).
     *
     * @throws NoSolutionException when the price is not above zero, or no counted day is left
     */
    public double simpleYieldFromClean(double clean) {
        double years = DayCount.ACT_365_NO_LEAP.years(settle, due[n - 1]);
        if (!(clean > 0 && clean <= Double.MAX_VALUE) || years == 0) {
            throw new NoSolutionException(
                    "no simple yield for clean price " + clean + " with " + years + " years left");
        }
        return (annualCouponPer100 + (100 - clean) / years) / clean;
    }

    /**
     * Σ t CF (1 + y/f)^−t / dirty with t in coupon periods, over f: years. Price, duration and convexity at one yield
     * come from the same sums; {@link #riskAt} leaves all of them at once.
     */
    double macaulayYears(double yield) {
        icma.sums(Math.log(factor(yield)));
        return icma.first / icma.sum / frequency;
    }

    double modifiedYears(double yield) {
        return macaulayYears(yield) / factor(yield);
    }

    double convexityYearsSquared(double yield) {
        double factor = factor(yield);
        icma.sums(Math.log(factor));
        return convexity(factor);
    }

    private double convexity(double factor) {
        return (icma.first + icma.second) / icma.sum / (factor * factor) / ((double) frequency * frequency);
    }

    /**
     * Risk at an ICMA yield, into {@code into}: dirty price, Macaulay years, modified years, DV01 per 100, convexity in
     * years squared, in this order.
     */
    public void riskAt(double yieldIcma, double[] into) {
        double factor = factor(yieldIcma);
        icma.sums(Math.log(factor));
        double macaulay = icma.first / icma.sum / frequency;
        double modified = macaulay / factor;
        into[0] = icma.sum;
        into[1] = macaulay;
        into[2] = modified;
        into[3] = modified * icma.sum * 1e-4;
        into[4] = convexity(factor);
    }

    /**
     * Puts the flows on a curve, paid on payment dates, worth DF(payment)/DF(settlement) each; needed before every curve
     * figure.
     *
     * @return present value per 100 at the curve
     * @throws CurveRangeException when settlement or a payment lies outside the curve
     */
    public double present(DiscountCurve curve) {
        double atSettlement = curve.discountFactor(settle);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double present = amounts[i] * curve.discountFactor(pay[i]) / atSettlement;
            onCurve.amounts[i] = present;
            onCurve.times[i] = (pay[i] - settle) / 365.0;
            sum += present;
        }
        onCurve.ready(n);
        curveValue = sum;
        return sum;
    }

    /** The z of dirty = Σ CF DF exp(−z t), t = days/365 from settlement; {@link #present} comes first. */
    public double zSpreadContinuous(double dirty) {
        refuseUnlessAboveZero(dirty, "Z-spread");
        onCurve.logTarget = Math.log(dirty);
        double mean = onCurve.times[n - 1];
        double guess = (Math.log(curveValue) - onCurve.logTarget) / Math.max(mean, 1e-3);
        double spread = Solver.root(onCurve, -LARGEST_SPREAD, LARGEST_SPREAD, guess, "Z-spread");
        if (Math.abs(spread) > LARGEST_SPREAD - 1e-6) {
            throw new NoSolutionException("no Z-spread for dirty price " + dirty + " within 1000 percent");
        }
        return spread;
    }

    /** Dirty price at a continuous spread over the curve; {@link #present} comes first. */
    public double dirtyFromZSpreadContinuous(double spread) {
        onCurve.sums(spread);
        return onCurve.sum;
    }

    /**
     * The z of dirty = Σ CF (1 + (s + z)/2)^(−2t), s the zero rate of each payment compounded twice a year;
     * {@link #present} comes first.
     */
    public double zSpreadSemiAnnual(double dirty) {
        return zSpreadSemiAnnual(dirty, 0);
    }

    /** As {@link #zSpreadSemiAnnual(double)}, looked for near {@code guess}: the continuous spread lies close. */
    public double zSpreadSemiAnnual(double dirty, double guess) {
        refuseUnlessAboveZero(dirty, "semi-annual Z-spread");
        semiAnnual.begin(dirty);
        // days before redemption a price far off needs a spread of thousands of percent
        double spread = Solver.root(semiAnnual, semiAnnual.lowest(), LARGEST_FACTOR, guess, "semi-annual Z-spread");
        if (spread > LARGEST_FACTOR / 2) {
            throw new NoSolutionException("no semi-annual Z-spread for dirty price " + dirty);
        }
        return spread;
    }

    private void readyAct365() {
        if (act365Ready) {
            return;
        }
        for (int i = 0; i < n; i++) {
            act365.amounts[i] = amounts[i];
            act365.times[i] = frequency * (due[i] - settle) / 365.0;
        }
        act365.ready(n);
        act365Ready = true;
    }

    private static void refuseUnlessAboveZero(double dirty, String sought) {
        if (!(dirty > 0 && dirty <= Double.MAX_VALUE)) {
            throw new NoSolutionException("no " + sought + " for dirty price " + dirty + ": it must be above zero");
        }
    }

    /** The root in g; ln price at g = 0 bounds it, because its slope lies between the first and the last time. */
    private static double root(
            Solver.Decreasing log,
            double atZero,
            double dirty,
            double first,
            double last,
            double guess,
            String sought) {
        if (!(last > 0)) {
            throw new NoSolutionException("no " + sought + ": no day counts from settlement to the last payment");
        }
        // months of 30 days can leave the 30th and 31st no time between them
        double nearest = Math.max(first, LEAST_TIME);
        double low = Math.min(atZero / nearest, atZero / last);
        double high = Math.max(atZero / nearest, atZero / last);
        if (high < -REACH
                || low > REACH
                || low < -REACH && valueAt(log, -REACH) < 0
                || high > REACH && valueAt(log, REACH) > 0) {
            throw new NoSolutionException(
                    "no " + sought + " for dirty price " + dirty + ": 1 + y/f would leave 1e-6 to 1e6");
        }
        return Solver.root(log, Math.max(low, -REACH), Math.min(high, REACH), guess, sought);
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

    /** Σ CF exp(−g t) on the times w, w + 1, …, with the last one step of {@link #lastStep} further. */
    private final class IcmaPrice extends Solver.Decreasing {
        double logTarget;
        double sum;
        double first;
        double second;

        double last() {
            return n == 1 ? w : w + (n - 2) + lastStep;
        }

        void sums(double g) {
            double ratio = Math.exp(-g);
            double power = 1;
            double s0 = 0;
            double s1 = 0;
            double s2 = 0;
            int regular = n - 1;
            for (int i = 0; i < regular; i++) {
                double present = amounts[i] * power;
                s0 += present;
                s1 += present * i;
                s2 += present * i * i;
                power *= ratio;
            }
            double lastTime = n == 1 ? 0 : n - 2 + lastStep;
            if (lastStep != 1) {
                power = Math.exp(-g * lastTime);
            }
            double present = amounts[n - 1] * power;
            s0 += present;
            s1 += present * lastTime;
            s2 += present * lastTime * lastTime;
            double shift = Math.exp(-g * w);
            sum = s0 * shift;
            first = (s1 + w * s0) * shift;
            second = (s2 + 2 * w * s1 + w * w * s0) * shift;
        }

        @Override
        void at(double g) {
            sums(g);
            double mean = first / sum;
            value = Math.log(sum) - logTarget;
            slope = -mean;
            curvature = second / sum - mean * mean;
        }
    }

    /** ln of the price at a spread over semi-annual zero rates. */
    private final class SemiAnnualSpread extends Solver.Decreasing {
        private double logTarget;
        private double[] zeroRates = new double[0];

        void begin(double dirty) {
            logTarget = Math.log(dirty);
            // the function bends in z itself, however short the time, so the reach is never below one
            reach = Math.max(onCurve.times[n - 1], 1);
            if (zeroRates.length < n) {
                zeroRates = new double[n];
            }
            for (int i = 0; i < n; i++) {
                double time = onCurve.times[i];
                // no discounting: nothing is paid, or it is paid on the settlement day
                zeroRates[i] = amounts[i] == 0 || time == 0
                        ? 0
                        : 2 * Math.expm1(Math.log(amounts[i] / onCurve.amounts[i]) / time / 2);
            }
        }

        /** Just above where 1 + (s + z)/2 of a flow would vanish. */
        double lowest() {
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i < n; i++) {
                least = Math.min(least, zeroRates[i]);
            }
            return -2 - least + 1e-6;
        }

        @Override
        void at(double z) {
            double s0 = 0;
            double s1 = 0;
            double s2 = 0;
            for (int i = 0; i < n; i++) {
                double time = onCurve.times[i];
                double base = 1 + (zeroRates[i] + z) / 2;
                double present = amounts[i] * Math.exp(-2 * time * Math.log(base));
                double byTime = present * time / base;
                s0 += present;
                s1 -= byTime;
                s2 += byTime * (time + 0.5) / base;
            }
            value = Math.log(s0) - logTarget;
            slope = s1 / s0;
            curvature = s2 / s0 - slope * slope;
        }
    }
}
