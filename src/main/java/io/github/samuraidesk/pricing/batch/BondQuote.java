package io.github.samuraidesk.pricing.batch;

import io.github.samuraidesk.bond.BondTerms;
import java.time.LocalDate;
import java.util.OptionalDouble;

/**
 * A bond and what is known of its price.
 *
 * @param settle settlement day (受渡日)
 * @param value price per 100, or a decimal yield, as {@code mode} says
 * @param parSpread continuously compounded spread over the curve, decimal, for which the par coupon is asked
 */
public record BondQuote(BondTerms terms, LocalDate settle, PriceMode mode, double value, OptionalDouble parSpread) {

    /** @throws IllegalArgumentException when {@code value} or {@code parSpread} is not finite */
    public BondQuote {
        if (!Double.isFinite(value) || parSpread.isPresent() && !Double.isFinite(parSpread.getAsDouble())) {
            throw new IllegalArgumentException("value " + value + " and parSpread " + parSpread + " must be finite");
        }
    }
}
