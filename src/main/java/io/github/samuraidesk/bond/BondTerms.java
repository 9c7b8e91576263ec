package io.github.samuraidesk.bond;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Terms of a fixed-rate bullet bond (固定利付債・満期一括償還). Rates are decimals: 0.0132 is 1.32 percent.
 *
 * @param issueDate interest runs from this day (発行日・払込期日)
 * @param firstCoupon first unadjusted coupon date when the first period is not a regular one; empty: the first date of
 *     the grid after issue. Must lie on the grid of {@code maturity}
 * @param maturity unadjusted redemption date (償還期日)
 * @param couponRate annual coupon, decimal, from 0 to below 1 (利率)
 * @param frequency coupons a year: 1, 2, 4 or 12; also the compounding of a zero coupon bond's yield
 * @param accrual accrued interest in the secondary market
 * @param payRule what happens to a payment on a closed day
 * @param endOfMonth whether coupons always fall on the month's last day; needs a month-end maturity
 */
public record BondTerms(
        LocalDate issueDate,
        Optional<LocalDate> firstCoupon,
        LocalDate maturity,
        double couponRate,
        int frequency,
        AccrualBasis accrual,
        DayRule payRule,
        boolean endOfMonth) {

    /**
     * @throws UnsupportedTermException when {@code frequency} has no rule
     * @throws IllegalArgumentException naming every other fault at once
     */
    public BondTerms {
        List<String> faults = new ArrayList<>();
        if (!maturity.isAfter(issueDate)) {
            faults.add("maturity " + maturity + " must be after issueDate " + issueDate);
        }
        if (!(couponRate >= 0 && couponRate < 1)) {
            faults.add("couponRate " + couponRate + " must be a decimal from 0 to below 1 (1.32 percent is 0.0132)");
        }
        if (endOfMonth && maturity.getDayOfMonth() != maturity.lengthOfMonth()) {
            faults.add("endOfMonth needs a maturity on the last day of a month, not " + maturity);
        }
        if (CouponGrid.isSupported(frequency) && firstCoupon.isPresent()) {
            LocalDate first = firstCoupon.get();
            if (!first.isAfter(issueDate) || first.isAfter(maturity)) {
                faults.add("firstCoupon " + first + " must be after issueDate " + issueDate + " and not after maturity "
                        + maturity);
            } else if (!new CouponGrid(maturity, frequency, endOfMonth).contains(first)) {
                faults.add("firstCoupon " + first + " is not a whole number of coupon periods before maturity "
                        + maturity);
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

    /** The same bond with another annual coupon, decimal. */
    public BondTerms withCouponRate(double rate) {
        return new BondTerms(issueDate, firstCoupon, maturity, rate, frequency, accrual, payRule, endOfMonth);
    }
}
