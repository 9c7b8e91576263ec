package io.github.samuraidesk.bond;

import io.github.samuraidesk.calendar.BusinessCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One interest period (利息計算期間).
 *
 * @param start unadjusted first day, the issue date for the first period
 * @param end unadjusted coupon date (利払期日)
 * @param paymentDate day on which the coupon is paid
 * @param amountPer100 coupon per 100 face, unrounded; principal is not in it
 * @param odd whether the period is not one whole coupon period
 * @param move why the payment date is not {@code end}; empty when it is
 */
public record CouponPeriod(
        LocalDate start,
        LocalDate end,
        LocalDate paymentDate,
        double amountPer100,
        boolean odd,
        Optional<PaymentMove> move) {

    /**
     * The reason of a moved payment.
     *
     * @param rule the rule that moved it
     * @param calendar name of the calendar that was closed
     * @param closedDays closed days passed over, in date order
     */
    public record PaymentMove(DayRule rule, String calendar, List<LocalDate> closedDays) {

        public PaymentMove {
            closedDays = List.copyOf(closedDays);
        }
    }

    static Optional<PaymentMove> moveOf(LocalDate due, LocalDate paid, DayRule rule, BusinessCalendar calendar) {
        return paid.equals(due)
                ? Optional.empty()
                : Optional.of(new PaymentMove(rule, calendar.name(), calendar.skippedBetween(due, paid)));
    }
}
