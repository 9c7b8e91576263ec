package io.github.samuraidesk.bond;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One floating interest period; days run from {@code start} to {@code end}, one end.
 *
 * @param start first day, adjusted
 * @param end last day, adjusted
 * @param observationStart first day whose overnight rate counts
 * @param observationEnd day before which the last overnight rate counts
 * @param paymentDate day on which the interest is paid
 * @param days actual days of interest
 * @param move why the payment date is not the unadjusted end; empty when it is
 */
public record FloatingPeriod(
        LocalDate start,
        LocalDate end,
        LocalDate observationStart,
        LocalDate observationEnd,
        LocalDate paymentDate,
        long days,
        Optional<CouponPeriod.PaymentMove> move) {}
