package io.github.samuraidesk.pricing;

import io.github.samuraidesk.bond.AccrualBasis;
import io.github.samuraidesk.bond.AccrualStart;
import io.github.samuraidesk.bond.DayRule;
import io.github.samuraidesk.bond.OddPeriodMethod;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a person looks at: a fixed tranche, or the fixed part of one, at a price or a yield. Percent fields are in
 * percent, spreads in basis points, prices per 100, amounts in yen.
 *
 * @param valuation day of the quotes and of the look
 * @param settle day on which the price is paid; the issue date for a new issue
 * @param maturity last coupon date of the grid
 * @param redemption the maturity that the terms name when it is a business day before {@code maturity}, else null
 * @param callDate a coupon date on which the issuer may redeem at 100, or null
 * @param value clean price, or ICMA yield in percent
 * @param spreadBp over the benchmark: the coupon at launch under stress is the shocked mid swap plus this
 * @param wantedSpreadBp continuous spread over the curve for which the par coupon is asked
 * @param csaBp added to the rate paid in home currency
 * @param partSwappedPercent from 0 to 100
 * @param homeFundingBp what the issuer pays at home over its own swap curve, for the break-even; null when unknown
 */
public record TrancheInputs(
        BigDecimal faceYen,
        BigDecimal denominationYen,
        LocalDate valuation,
        LocalDate settle,
        LocalDate issueDate,
        @Nullable LocalDate firstCoupon,
        @Nullable LocalDate lastRegularCoupon,
        LocalDate maturity,
        @Nullable LocalDate redemption,
        @Nullable LocalDate callDate,
        BigDecimal couponPercent,
        int frequency,
        AccrualBasis accrual,
        DayRule dayRule,
        boolean endOfMonth,
        OddPeriodMethod oddPeriodMethod,
        AccrualStart accrualStart,
        Mode mode,
        BigDecimal value,
        BigDecimal spreadBp,
        BigDecimal wantedSpreadBp,
        BigDecimal issuePrice,
        BigDecimal feePer100,
        BigDecimal expensesYen,
        BigDecimal csaBp,
        BigDecimal partSwappedPercent,
        @Nullable BigDecimal homeFundingBp) {

    /** What {@link #value} is. */
    public enum Mode {
        PRICE,
        YIELD
    }
}
