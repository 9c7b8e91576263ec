package io.github.samuraidesk.bond;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The first day that bears interest (利息起算日) when interest runs up to and including the coupon date. It matters for
 * broken periods only: a whole coupon period pays the regular amount under either.
 */
public enum AccrualStart {
    /** The day after the payment date (払込期日の翌日): 15 March to 25 July is 132 days. */
    DAY_AFTER_PAYMENT(0),
    /** The payment or issue date itself, both ends counted (両端入れ): 15 March to 25 July is 133 days. */
    PAYMENT_DATE(1);

    private final int extraDays;

    AccrualStart(int extraDays) {
        this.extraDays = extraDays;
    }

    /** Days that bear interest from the payment date to and including the coupon date. */
    public long daysOfInterest(LocalDate paymentDate, LocalDate couponDate) {
        return ChronoUnit.DAYS.between(paymentDate, couponDate) + extraDays;
    }
}
