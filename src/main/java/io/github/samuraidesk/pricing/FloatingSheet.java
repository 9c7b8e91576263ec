package io.github.samuraidesk.pricing;

import java.time.LocalDate;
import java.util.List;

/**
 * A floating tranche, or a fixed-to-floating one that is not called, projected on the curve. Rates and spreads are
 * decimals, amounts per 100.
 *
 * @param zSpread spread over the curve at the price
 * @param parMargin margin at which it would be worth its price on the curve; NaN never: the margin itself where the bond
 *     begins with fixed coupons
 * @param dv01 per 100, projections and discounting shifted together
 * @param notes as in {@link TrancheSheet}
 */
public record FloatingSheet(
        double price,
        double margin,
        double zSpread,
        double parMargin,
        double dv01,
        List<Payment> payments,
        List<String> notes) {

    /** @param rate compounded rate without the margin */
    public record Payment(LocalDate date, double rate, double amount, double discountFactor) {}
}
