package io.github.samuraidesk.bond;

import java.math.BigDecimal;
import java.time.LocalDate;

/** How a coupon comes out of a price talk (利率の決定). */
public final class CouponRule {

    private static final double PROBE = 0.01;

    private CouponRule() {}

    /**
     * Coupon at par = annual TONA mid swap + spread by plain addition, without converting compounding: what published
     * Samurai term sheets do. Exact; percent in, basis points in, percent out.
     */
    public static BigDecimal couponPercentAtPar(BigDecimal midSwapPercent, BigDecimal spreadBp) {
        return midSwapPercent.add(spreadBp.movePointLeft(2));
    }

    /** The mid swap that a par coupon implies: coupon − spread, percent. */
    public static BigDecimal midSwapPercentAtPar(BigDecimal couponPercent, BigDecimal spreadBp) {
        return couponPercent.subtract(spreadBp.movePointLeft(2));
    }

    /** The annual coupon, decimal, at which the bond costs 100 clean at {@code yieldIcma}; unrounded. */
    public static double couponForYield(BondTerms terms, LocalDate settle, double yieldIcma) {
        return couponForPriceAndYield(terms, settle, 100, yieldIcma);
    }

    /**
     * The annual coupon, decimal and unrounded, at which the bond costs {@code clean} at {@code yieldIcma}. Price is
     * linear in the coupon, accrued interest and its cap included, so the solution is exact.
     *
     * @param terms the bond; its own coupon rate is ignored
     * @throws NoSolutionException when the coupon would be negative or 100 percent and more
     */
    public static double couponForPriceAndYield(BondTerms terms, LocalDate settle, double clean, double yieldIcma) {
        double without = cleanAtCoupon(terms, 0, settle, yieldIcma);
        double perUnit = (cleanAtCoupon(terms, PROBE, settle, yieldIcma) - without) / PROBE;
        double coupon = (clean - without) / perUnit;
        // a coupon of zero comes out of the subtraction with noise on either side
        if (Math.abs(coupon) < 1e-14) {
            return 0;
        }
        if (!(coupon >= 0 && coupon < 1)) {
            throw new NoSolutionException(
                    "no coupon gives clean price " + clean + " at yield " + yieldIcma + ": it would be " + coupon);
        }
        return coupon;
    }

    private static double cleanAtCoupon(BondTerms terms, double coupon, LocalDate settle, double yieldIcma) {
        ResolvedBond bond = ResolvedBond.resolveUnadjusted(terms.withCouponRate(coupon));
        return BondPricer.cleanPriceFromYieldIcma(bond, settle, yieldIcma);
    }
}
