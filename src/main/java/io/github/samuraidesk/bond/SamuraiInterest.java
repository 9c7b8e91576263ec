package io.github.samuraidesk.bond;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Yen amounts and printed yields of Samurai bonds. Coupons and yields are percent (0.475), prices per 100, amounts yen.
 * Every figure is cut toward zero, never rounded (切捨て).
 */
public final class SamuraiInterest {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal DAYS_A_YEAR = BigDecimal.valueOf(365);
    private static final int PER_100_DECIMALS = 7;
    private static final int YIELD_DECIMALS = 10;
    private static final int PER_UNIT_DECIMALS = 15;

    private SamuraiInterest() {}

    /** Regular coupon of one bond, D × c / f, cut below 1 yen. */
    public static BigDecimal regularAmountPerBond(BigDecimal denominationYen, BigDecimal couponPercent, int frequency) {
        CouponGrid.refuseUnsupported(frequency);
        return denominationYen
                .multiply(couponPercent)
                .divide(BigDecimal.valueOf(100L * frequency), 0, RoundingMode.DOWN);
    }

    /**
     * First coupon of one bond whose first period is not regular, cut below 1 yen. Notional periods run back from
     * {@code firstCoupon}; a period that turns out to be one whole coupon period pays the regular amount.
     *
     * @throws IllegalArgumentException when {@code firstCoupon} is not after {@code paymentDate}
     */
    public static BigDecimal oddAmountPerBond(
            BigDecimal denominationYen,
            BigDecimal couponPercent,
            int frequency,
            LocalDate paymentDate,
            LocalDate firstCoupon,
            OddPeriodMethod method,
            AccrualStart accrualStart) {
        OddPeriod period = OddPeriod.between(paymentDate, firstCoupon, frequency, accrualStart);
        return period.isRegular()
                ? regularAmountPerBond(denominationYen, couponPercent, frequency)
                : method.amountPerBond(denominationYen, couponPercent, frequency, period);
    }

    /**
     * First coupon of one bond of {@code bond}: the regular amount when the first period is regular, else by
     * {@code method}; cut below 1 yen.
     */
    public static BigDecimal firstAmountPerBond(
            ResolvedBond bond,
            BigDecimal denominationYen,
            BigDecimal couponPercent,
            OddPeriodMethod method,
            AccrualStart accrualStart) {
        int frequency = bond.terms().frequency();
        return bond.periods().get(0).odd()
                ? method.amountPerBond(denominationYen, couponPercent, frequency, OddPeriod.firstOf(bond, accrualStart))
                : regularAmountPerBond(denominationYen, couponPercent, frequency);
    }

    /** Regular coupon per 1 yen of face (1通貨あたりの利子額), c / (100 f), cut after the fifteenth decimal. */
    public static BigDecimal interestPerUnitOfCurrency(BigDecimal couponPercent, int frequency) {
        CouponGrid.refuseUnsupported(frequency);
        return couponPercent.divide(BigDecimal.valueOf(100L * frequency), PER_UNIT_DECIMALS, RoundingMode.DOWN);
    }

    /**
     * Accrued interest of a secondary trade: per 100 = c × days / 365 cut after the seventh decimal, amount = per 100 ×
     * face / 100 cut below 1 yen. Days from the unadjusted last coupon date (or issue), one end, leap day counted; 183
     * days of a semi-annual bond are half the annual coupon, which is also the most that can accrue in a half-year. A
     * formula without the cut per 100 can differ by a yen.
     *
     * @throws IllegalArgumentException when {@code settle} is before {@code lastCoupon}
     */
    public static AccruedAmount accruedPer100AndAmount(
            BigDecimal faceYen, BigDecimal couponPercent, int frequency, LocalDate lastCoupon, LocalDate settle) {
        CouponGrid.refuseUnsupported(frequency);
        if (settle.isBefore(lastCoupon)) {
            throw new IllegalArgumentException("settlement " + settle + " is before the last coupon " + lastCoupon);
        }
        long days = CouponGrid.days(lastCoupon, settle);
        BigDecimal per100 = frequency == 2 && days == 183
                ? couponPercent.divide(BigDecimal.valueOf(2), PER_100_DECIMALS, RoundingMode.DOWN)
                : couponPercent
                        .multiply(BigDecimal.valueOf(days))
                        .divide(DAYS_A_YEAR, PER_100_DECIMALS, RoundingMode.DOWN);
        return new AccruedAmount(days, per100, per100.multiply(faceYen).divide(HUNDRED, 0, RoundingMode.DOWN));
    }

    /**
     * As above for {@code bond}; when a coupon was brought forward for a holiday, a trade settling from that payment day
     * on is ex-interest (落利) and nothing accrues until the unadjusted coupon date.
     */
    public static AccruedAmount accruedPer100AndAmount(
            ResolvedBond bond, BigDecimal faceYen, BigDecimal couponPercent, LocalDate settle) {
        CouponPeriod current = bond.periods().get(bond.indexOfPeriodAt(settle));
        boolean paid = !settle.isBefore(current.paymentDate());
        LocalDate from = paid ? settle : current.start();
        return accruedPer100AndAmount(faceYen, couponPercent, bond.terms().frequency(), from, settle);
    }

    /**
     * Simple yield at issue (応募者利回り), percent: (C + (100 − P) / n) / P × 100, cut after the tenth decimal; for
     * print cut once more after the third.
     *
     * @param pricePer100 P, issue price
     * @param couponPercent C, annual coupon
     * @param years n, full term
     */
    public static BigDecimal simpleYieldAtIssuePercent(
            BigDecimal pricePer100, BigDecimal couponPercent, BigDecimal years) {
        return simpleYieldPercent(pricePer100, couponPercent, years.multiply(DAYS_A_YEAR));
    }

    /**
     * Simple yield of a seasoned bond (単利), percent, as above with n = days/365; 29 February does not count while one
     * year or more remains and counts under one year.
     */
    public static BigDecimal simpleYieldPercent(
            BigDecimal pricePer100, BigDecimal couponPercent, LocalDate settle, LocalDate maturity) {
        return simpleYieldPercent(pricePer100, couponPercent, settle, maturity, LeapDayRule.COUNTED_UNDER_ONE_YEAR);
    }

    /** As above with the reading of leap days chosen. */
    public static BigDecimal simpleYieldPercent(
            BigDecimal pricePer100,
            BigDecimal couponPercent,
            LocalDate settle,
            LocalDate maturity,
            LeapDayRule leapDays) {
        return simpleYieldPercent(
                pricePer100, couponPercent, BigDecimal.valueOf(leapDays.daysBetween(settle, maturity)));
    }

    /** (C d + 365 (100 − P)) / (P d) × 100 with d = days: the same formula as one exact fraction. */
    static BigDecimal simpleYieldPercent(BigDecimal pricePer100, BigDecimal couponPercent, BigDecimal days) {
        if (pricePer100.signum() <= 0 || days.signum() <= 0) {
            throw new NoSolutionException("no simple yield for price " + pricePer100 + " and " + days + " days");
        }
        return couponPercent
                .multiply(days)
                .add(DAYS_A_YEAR.multiply(HUNDRED.subtract(pricePer100)))
                .multiply(HUNDRED)
                .divide(pricePer100.multiply(days), YIELD_DECIMALS, RoundingMode.DOWN);
    }

    /**
     * Yield of a treasury bill, percent: (100 − P) / P × 365 / days, cut after the fourth decimal as the Ministry of
     * Finance publishes it.
     */
    public static BigDecimal billYieldPercent(BigDecimal pricePer100, LocalDate issue, LocalDate maturity) {
        return simpleYieldPercent(pricePer100, BigDecimal.ZERO, BigDecimal.valueOf(CouponGrid.days(issue, maturity)))
                .setScale(4, RoundingMode.DOWN);
    }

    /**
     * Compound yield at issue (複利), percent, of {@code periods} whole coupon periods: P = Σ (C/f) / (1 + y/f)^k +
     * 100 / (1 + y/f)^n. Ten decimals, so that noise of the solver never reaches a printed cut.
     *
     * @throws NoSolutionException when the price is not above zero
     */
    public static BigDecimal compoundYieldPercent(
            BigDecimal pricePer100, BigDecimal couponPercent, int frequency, int periods) {
        CouponGrid.refuseUnsupported(frequency);
        if (periods < 1) {
            throw new IllegalArgumentException("periods " + periods + " must be one or more");
        }
        LocalDate anyDay = LocalDate.EPOCH;
        BondTerms terms = new BondTerms(
                anyDay,
                Optional.empty(),
                anyDay.plusMonths(periods * (12L / frequency)),
                couponPercent.movePointLeft(2).doubleValue(),
                frequency,
                AccrualBasis.ICMA,
                DayRule.UNADJUSTED,
                false);
        double yield = BondPricer.yieldIcmaFromDirtyPrice(
                ResolvedBond.resolveUnadjusted(terms), anyDay, pricePer100.doubleValue());
        return BigDecimal.valueOf(100 * yield).setScale(YIELD_DECIMALS, RoundingMode.HALF_EVEN);
    }

    /** Underwriting fee (引受手数料), face × fee per 100 / 100, cut below 1 yen. */
    public static BigDecimal underwritingFeeYen(BigDecimal faceYen, BigDecimal feePer100) {
        return faceYen.multiply(feePer100).divide(HUNDRED, 0, RoundingMode.DOWN);
    }
}
