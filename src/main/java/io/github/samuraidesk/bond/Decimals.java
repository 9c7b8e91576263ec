package io.github.samuraidesk.bond;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** From analytics to printed figures. */
final class Decimals {

    /** Decimal digits that a double always carries; the rest is noise of the arithmetic. */
    private static final MathContext CARRIED = new MathContext(15, RoundingMode.HALF_EVEN);

    private Decimals() {}

    /** The decimal meant by a double: 0.0245 for 2.45/100, 100 for 99.99999999999999. */
    static BigDecimal meantBy(double value) {
        return BigDecimal.valueOf(value).round(CARRIED);
    }
}
