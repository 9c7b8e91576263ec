package io.github.samuraidesk.pricing.batch;

import io.github.samuraidesk.bond.BondTerms;
import io.github.samuraidesk.bond.DayCount;
import io.github.samuraidesk.bond.DiscountCurve;
import io.github.samuraidesk.bond.GovernmentCurve;
import io.github.samuraidesk.bond.LeapDayRule;
import io.github.samuraidesk.bond.NoSolutionException;
import io.github.samuraidesk.bond.OisCurve;
import io.github.samuraidesk.bond.SamuraiInterest;
import io.github.samuraidesk.bond.SettledFlows;
import io.github.samuraidesk.calendar.BusinessCalendar;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Prices one bond after the other into the figures of {@link ResultColumn}. One object serves one thread; its figures are
 * those of the last {@link #price}. Figures are in the units of their columns: percent, basis points, years, per 100.
 */
public final class PriceRow {

    private static final double PERCENT = 100;
    private static final double BASIS_POINTS = 1e4;
    private static final double ONE_BASIS_POINT = 1e-4;
    private static final double UP = 0.01;
    private static final double DOWN = -0.005;
    /** Edge of the continuous spreads that are sought, and of the dirty prices that have one. */
    private static final double LARGEST_SPREAD = 9.999;
    /** Below this coupon, what it adds to the price drowns in the price's own rounding. */
    private static final double LEAST_LINEAR_COUPON = 1e-5;

    private static final double PROBE = 0.01;

    private static final double THOUSANDTHS_OF_A_PERCENT = 1e5;
    /** A double this near a thousandth may lie on the wrong side of it; exact decimals decide. */
    private static final double CUT_IN_DOUBT = 1e-6;

    private static final double LARGEST_CUT_IN_DOUBLE = 1e9;
    /** A trillion percent: no bond's yield, and far within a long. */
    private static final double LARGEST_THOUSANDTHS = 1e15;
    /** Digits of a double that are not noise of the arithmetic. */
    private static final MathContext CARRIED = new MathContext(15, RoundingMode.HALF_EVEN);

    private final BusinessCalendar payments;
    private final SettledFlows flows = new SettledFlows();
    private final SettledFlows probe = new SettledFlows();
    private final double[] risk = new double[5];
    /** By ordinal of {@link ResultColumn}; NaN is an empty field. */
    private final double[] values = new double[ResultColumn.values().length];

    private long simpleYieldThousandths;
    /** Figures without a value and why, one line a group; nearly always empty. */
    private final List<String> missing = new ArrayList<>();

    private LocalDate settle = LocalDate.EPOCH;
    private long settleDay;

    /** @param payments calendar that moves payment dates: Tokyo banks for yen bonds */
    public PriceRow(BusinessCalendar payments) {
        this.payments = payments;
    }

    /**
     * Works out every figure. One that has no value at this price is left empty and named by {@link #missing}; the others
     * stand.
     *
     * @throws IllegalArgumentException when settlement is before issue, or on or after maturity or the last payment
     * @throws NoSolutionException when the yield given has no price, or the price is not above zero
     * @throws io.github.samuraidesk.bond.CurveRangeException when settlement or a payment lies outside the curve
     * @throws io.github.samuraidesk.calendar.CalendarHorizonException when the bond outlives the calendar's table
     */
    public void price(BondQuote quote, BondCurves curves) {
        Arrays.fill(values, Double.NaN);
        settle = quote.settle();
        settleDay = settle.toEpochDay();
        BondTerms terms = quote.terms();
        flows.settle(terms, settle, payments);
        missing.clear();
        double dirty = quote.mode().dirtyPrice(flows, quote.value());
        double clean = quote.mode().cleanPrice(flows, quote.value(), dirty);
        if (!(Math.abs(dirty) <= Double.MAX_VALUE)) {
            throw new NoSolutionException("no finite price at yield " + quote.value());
        }
        if (!(clean > 0)) {
            throw new NoSolutionException("clean price " + clean + " must be above zero");
        }
        put(ResultColumn.FIRST_CF_AMOUNT, flows.firstCoupon());
        put(ResultColumn.ACCRUED, flows.accrued());
        put(ResultColumn.CLEAN, clean);
        put(ResultColumn.DIRTY, dirty);
        double yield = compoundYields(quote, dirty);
        lastPeriodYield(dirty);
        simpleYield(terms, clean);
        if (curves.swap().isPresent()) {
            onSwapCurve(terms, quote.parSpread(), dirty, yield, curves.swap().get());
        }
        if (curves.government().isPresent()) {
            GovernmentCurve government = curves.government().get();
            double parYield = government.parYield(settle, terms.maturity());
            put(ResultColumn.JGB_INTERP_PCT, PERCENT * parYield);
            putUnlessMissing(ResultColumn.SPREAD_JGB_BP, BASIS_POINTS * (yield - parYield));
        }
    }

    /** Returns the ICMA yield, NaN when there is none. */
    private double compoundYields(BondQuote quote, double dirty) {
        double yield = Double.NaN;
        try {
            yield = quote.mode().yieldIcma(flows, quote.value(), dirty);
            put(ResultColumn.Y_ICMA_PCT, PERCENT * yield);
            risk(yield);
        } catch (NoSolutionException e) {
            lacks(ResultColumn.Y_ICMA_PCT, e);
        }
        try {
            put(ResultColumn.Y_A365_PCT, PERCENT * flows.yieldAct365FromDirty(dirty, Double.isNaN(yield) ? 0 : yield));
        } catch (NoSolutionException e) {
            lacks(ResultColumn.Y_A365_PCT, e);
        }
        return yield;
    }

    private void lastPeriodYield(double dirty) {
        if (flows.count() == 1) {
            try {
                put(ResultColumn.Y_LAST_SIMPLE_PCT, PERCENT * flows.yieldLastPeriodSimple(dirty));
            } catch (NoSolutionException e) {
                lacks(ResultColumn.Y_LAST_SIMPLE_PCT, e);
            }
        }
    }

    private void lacks(ResultColumn column, NoSolutionException e) {
        missing.add(column.label() + " has no value: " + e.getMessage());
    }

    /** Figures that this price does not have and why, those that need them with them; empty for nearly every bond. */
    public List<String> missing() {
        return List.copyOf(missing);
    }

    boolean lacksFigures() {
        return !missing.isEmpty();
    }

    /** A figure that is a number, in the unit of its column; empty where the field is, and for dates and counts. */
    public OptionalDouble figure(ResultColumn column) {
        return has(column) ? OptionalDouble.of(value(column)) : OptionalDouble.empty();
    }

    /** First coupon date left, unadjusted. */
    public LocalDate nextCoupon() {
        return LocalDate.ofEpochDay(flows.dueDay(0));
    }

    /** Payments left. */
    public int payments() {
        return flows.count();
    }

    /** Simple yield in percent, cut toward zero after the third decimal; only where there is a simple yield. */
    public BigDecimal simpleYieldPercentTruncated3() {
        return BigDecimal.valueOf(simpleYieldThousandths, 3);
    }

    /** Whether the trade is ex-interest: a coupon brought forward is paid by settlement and stays the seller's. */
    public boolean isExInterest() {
        return flows.isExInterest();
    }

    long simpleYieldThousandths() {
        return simpleYieldThousandths;
    }

    boolean has(ResultColumn column) {
        return !Double.isNaN(values[column.ordinal()]);
    }

    double value(ResultColumn column) {
        return values[column.ordinal()];
    }

    /** @throws NoSolutionException when the figure is not finite: nothing but numbers is ever written */
    private void put(ResultColumn column, double value) {
        if (!(Math.abs(value) <= Double.MAX_VALUE)) {
            throw new NoSolutionException("no finite " + column.label() + " at this price");
        }
        values[column.ordinal()] = value;
    }

    private void putUnlessMissing(ResultColumn column, double value) {
        if (!Double.isNaN(value)) {
            put(column, value);
        }
    }

    private void simpleYield(BondTerms terms, double clean) {
        try {
            simpleYieldOf(terms, clean);
        } catch (NoSolutionException e) {
            values[ResultColumn.SIMPLE_YIELD_PCT.ordinal()] = Double.NaN;
            lacks(ResultColumn.SIMPLE_YIELD_PCT, e);
        }
    }

    private void simpleYieldOf(BondTerms terms, double clean) {
        // from 28 to 29 February no day counts, and there is no simple yield
        if (DayCount.ACT_365_NO_LEAP.days(settle, terms.maturity()) == 0) {
            return;
        }
        double yield = flows.simpleYieldFromClean(clean);
        put(ResultColumn.SIMPLE_YIELD_PCT, PERCENT * yield);
        double thousandths = THOUSANDTHS_OF_A_PERCENT * yield;
        if (Math.abs(thousandths) > LARGEST_THOUSANDTHS) {
            throw new NoSolutionException("clean price " + clean + " is too near zero for a simple yield");
        }
        boolean inDoubt = Math.abs(thousandths - Math.rint(thousandths)) < CUT_IN_DOUBT
                || Math.abs(thousandths) > LARGEST_CUT_IN_DOUBLE;
        simpleYieldThousandths = inDoubt ? exactThousandths(terms, clean) : (long) thousandths;
    }

    private long exactThousandths(BondTerms terms, double clean) {
        return SamuraiInterest.simpleYieldPercent(
                        meantBy(clean),
                        meantBy(terms.couponRate()).movePointRight(2),
                        settle,
                        terms.maturity(),
                        LeapDayRule.SKIPPED)
                .setScale(3, RoundingMode.DOWN)
                .unscaledValue()
                .longValue();
    }

    private static BigDecimal meantBy(double value) {
        return BigDecimal.valueOf(value).round(CARRIED);
    }

    private void risk(double yield) {
        flows.riskAt(yield, risk);
        put(ResultColumn.MACAULAY, risk[1]);
        put(ResultColumn.MODIFIED, risk[2]);
        put(ResultColumn.DV01, risk[3]);
        put(
                ResultColumn.DV01_FD,
                (flows.dirtyFromYieldIcma(yield - ONE_BASIS_POINT) - flows.dirtyFromYieldIcma(yield + ONE_BASIS_POINT))
                        / 2);
        put(ResultColumn.CONVEXITY, risk[4]);
    }

    private void onSwapCurve(BondTerms terms, OptionalDouble parSpread, double dirty, double yield, OisCurve curve) {
        DiscountCurve discount = curve.discount();
        LocalDate maturity = terms.maturity();
        double present = flows.present(discount);
        double annual = curve.annuity(settle, maturity, 1);
        double semi = curve.annuity(settle, maturity, 2);
        double interpolated = curve.midSwapInterpolated(maturity);
        put(ResultColumn.MIDSWAP_INTERP_PCT, PERCENT * interpolated);
        putUnlessMissing(ResultColumn.SPREAD_MS_INTERP_BP, BASIS_POINTS * (yield - interpolated));
        // an end that a holiday moves to settlement leaves a swap without days
        if (annual > 0 && semi > 0) {
            put(ResultColumn.ASW_ANN_BP, BASIS_POINTS * (present - dirty) / (100 * annual));
            put(ResultColumn.ASW_SEMI_BP, BASIS_POINTS * (present - dirty) / (100 * semi));
            long end = curve.convention().calendar().modifiedFollowing(maturity.toEpochDay());
            double onCurve = (1 - discount.discountFactor(end) / discount.discountFactor(settleDay)) / annual;
            put(ResultColumn.MIDSWAP_CURVE_PCT, PERCENT * onCurve);
            putUnlessMissing(ResultColumn.SPREAD_MS_CURVE_BP, BASIS_POINTS * (yield - onCurve));
        }
        spreads(terms, parSpread, dirty, discount);
    }

    private void spreads(BondTerms terms, OptionalDouble parSpread, double dirty, DiscountCurve discount) {
        try {
            double spread = flows.zSpreadContinuous(dirty);
            if (Math.abs(spread) > LARGEST_SPREAD) {
                throw new NoSolutionException("no Z-spread between -1000 and 1000 percent for dirty price " + dirty);
            }
            put(ResultColumn.Z_CONT_BP, BASIS_POINTS * spread);
            put(ResultColumn.DIRTY_PAR_UP100, flows.dirtyFromZSpreadContinuous(spread + UP));
            put(ResultColumn.DIRTY_PAR_DN50, flows.dirtyFromZSpreadContinuous(spread + DOWN));
            put(ResultColumn.Z_SEMI_BP, BASIS_POINTS * flows.zSpreadSemiAnnual(dirty, spread));
        } catch (NoSolutionException e) {
            lacks(has(ResultColumn.Z_CONT_BP) ? ResultColumn.Z_SEMI_BP : ResultColumn.Z_CONT_BP, e);
        }
        if (parSpread.isPresent() && terms.couponRate() > 0) {
            double coupon = parCoupon(terms, parSpread.getAsDouble(), discount);
            if (Math.abs(coupon) < 1) {
                put(ResultColumn.PAR_COUPON_PCT, PERCENT * coupon);
            }
        }
    }

    /**
     * Present value and accrued interest are the principal's and, for the rest, in proportion to the coupon; so the
     * bond's own coupon c gives the one that costs 100: c (100 − principal) / (dirty − principal − accrued), all at the
     * spread. Negative where the curve and the spread leave less than nothing.
     */
    private double parCoupon(BondTerms terms, double spread, DiscountCurve discount) {
        SettledFlows bond = flows;
        double own = terms.couponRate();
        if (own < LEAST_LINEAR_COUPON) {
            own = PROBE;
            bond = probe;
            probe.settle(terms.withCouponRate(own), settle, payments);
            probe.present(discount);
        }
        long redemption = bond.paymentDay(bond.count() - 1);
        double principal = 100
                * discount.discountFactor(redemption)
                / discount.discountFactor(settleDay)
                * Math.exp(-spread * (redemption - settleDay) / 365);
        return own * (100 - principal) / (bond.dirtyFromZSpreadContinuous(spread) - principal - bond.accrued());
    }
}
