package io.github.samuraidesk.bond;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Terms of a fixed-rate bullet bond (固定利付債・満期一括償還). Rates are decimals: 0.0132 is 1.32 percent. Interest in one
 * payment is a bond whose first coupon is its maturity.
 *
 * @param issueDate interest runs from this day (発行日・払込期日)
 * @param firstCoupon first unadjusted coupon date when the first period is not a regular one; empty: the first date of
 *     the grid after issue. Must lie on the grid
 * @param lastRegularCoupon the coupon date before maturity when the last period is not a regular one; the grid then runs
 *     back from it. Empty: the grid runs back from {@code maturity}
 * @param maturity unadjusted redemption date (償還期日)
 * @param couponRate annual coupon, decimal, from 0 to below 1 (利率)
 * @param frequency coupons a year: 1, 2, 4 or 12; also the compounding of a zero coupon bond's yield
 * @param accrual accrued interest in the secondary market
 * @param payRule what happens to a payment on a closed day
 * @param endOfMonth whether coupons always fall on the month's last day; needs a grid anchored on one
 * @param redemption day on which the last coupon and the principal are paid when the terms name one before {@code
 *     maturity}: a maturity moved back to a business day leaves the coupons on their days. Empty: {@code payRule} moves it
 */
public record BondTerms(
        LocalDate issueDate,
        Optional<LocalDate> firstCoupon,
        Optional<LocalDate> lastRegularCoupon,
        LocalDate maturity,
        double couponRate,
        int frequency,
        AccrualBasis accrual,
        DayRule payRule,
        boolean endOfMonth,
        Optional<LocalDate> redemption) {

    /**
     * @throws UnsupportedTermException when {@code frequency} has no rule
     * @throws IllegalArgumentException naming every other fault at once
     */
    public BondTerms {
        List<String> faults = new ArrayList<>(0);
        if (!maturity.isAfter(issueDate)) {
            faults.add("maturity " + maturity + " must be after issueDate " + issueDate);
        }
        if (!(couponRate >= 0 && couponRate < 1)) {
            faults.add("couponRate " + couponRate + " must be a decimal from 0 to below 1 (1.32 percent is 0.0132)");
        }
        LocalDate anchor = lastRegularCoupon.orElse(maturity);
        if (endOfMonth && anchor.getDayOfMonth() != anchor.lengthOfMonth()) {
            faults.add("endOfMonth needs coupons counted from the last day of a month, not " + anchor);
        }
        if (lastRegularCoupon.isPresent() && !(anchor.isAfter(issueDate) && anchor.isBefore(maturity))) {
            faults.add("lastRegularCoupon " + anchor + " must be after issueDate " + issueDate + " and before maturity "
                    + maturity);
        }
        if (CouponGrid.isSupported(frequency) && firstCoupon.isPresent()) {
            LocalDate first = firstCoupon.get();
            if (!first.isAfter(issueDate) || first.isAfter(anchor)) {
                faults.add("firstCoupon " + first + " must be after issueDate " + issueDate + " and not after "
                        + (lastRegularCoupon.isPresent() ? "lastRegularCoupon " : "maturity ") + anchor);
            } else if (!new CouponGrid(anchor, frequency, endOfMonth).contains(first)) {
                faults.add("firstCoupon " + first + " is not a whole number of coupon periods before "
                        + (lastRegularCoupon.isPresent() ? "lastRegularCoupon " : "maturity ") + anchor);
            }
        }
        if (CouponGrid.isSupported(frequency) && redemption.isPresent() && faults.isEmpty()) {
            LocalDate start =
                    lastPeriodStart(issueDate, firstCoupon, lastRegularCoupon, maturity, frequency, endOfMonth);
            if (!redemption.get().isAfter(start) || redemption.get().isAfter(maturity)) {
                faults.add("redemption " + redemption.get() + " must be after the coupon before, " + start
                        + ", and not after maturity " + maturity);
            }
        }
        if (!CouponGrid.isSupported(frequency)) {
            faults.add("frequency " + frequency + " has no rule; 1, 2, 4 and 12 coupons a year have");
            throw new UnsupportedTermException("frequency", String.join("; ", faults));
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
    }

    /** Terms whose last period is a regular one. */
    public BondTerms(
            LocalDate issueDate,
            Optional<LocalDate> firstCoupon,
            LocalDate maturity,
            double couponRate,
            int frequency,
            AccrualBasis accrual,
            DayRule payRule,
            boolean endOfMonth) {
        this(issueDate, firstCoupon, Optional.empty(), maturity, couponRate, frequency, accrual, payRule, endOfMonth);
    }

    /** Terms whose last payment moves by {@code payRule} as the others do. */
    public BondTerms(
            LocalDate issueDate,
            Optional<LocalDate> firstCoupon,
            Optional<LocalDate> lastRegularCoupon,
            LocalDate maturity,
            double couponRate,
            int frequency,
            AccrualBasis accrual,
            DayRule payRule,
            boolean endOfMonth) {
        this(
                issueDate,
                firstCoupon,
                lastRegularCoupon,
                maturity,
                couponRate,
                frequency,
                accrual,
                payRule,
                endOfMonth,
                Optional.empty());
    }

    /** The same bond with another annual coupon, decimal. */
    public BondTerms withCouponRate(double rate) {
        return new BondTerms(
                issueDate,
                firstCoupon,
                lastRegularCoupon,
                maturity,
                rate,
                frequency,
                accrual,
                payRule,
                endOfMonth,
                redemption);
    }

    /** The same bond with its last coupon and the principal paid on {@code day}. */
    public BondTerms withRedemption(LocalDate day) {
        return new BondTerms(
                issueDate,
                firstCoupon,
                lastRegularCoupon,
                maturity,
                couponRate,
                frequency,
                accrual,
                payRule,
                endOfMonth,
                Optional.of(day));
    }

    private static LocalDate lastPeriodStart(
            LocalDate issueDate,
            Optional<LocalDate> firstCoupon,
            Optional<LocalDate> lastRegularCoupon,
            LocalDate maturity,
            int frequency,
            boolean endOfMonth) {
        if (lastRegularCoupon.isPresent()) {
            return lastRegularCoupon.get();
        }
        LocalDate before = new CouponGrid(maturity, frequency, endOfMonth).date(1);
        boolean once = firstCoupon.filter(maturity::equals).isPresent();
        return once || before.isBefore(issueDate) ? issueDate : before;
    }
}
