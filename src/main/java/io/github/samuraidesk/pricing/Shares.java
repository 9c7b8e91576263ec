package io.github.samuraidesk.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** An amount in parts that are whole bonds. */
public final class Shares {

    private static final BigDecimal HUNDRED = new BigDecimal("100");

    private Shares() {}

    /**
     * Splits an amount by percent; what is left goes to the first.
     *
     * @param amount in yen
     * @param denomination face of one bond, in yen
     * @param shares percent, one a part
     */
    public static List<BigDecimal> inWholeBonds(BigDecimal amount, BigDecimal denomination, int[] shares) {
        var parts = new ArrayList<BigDecimal>();
        BigDecimal left = amount;
        for (int share : shares) {
            BigDecimal bonds = amount.multiply(BigDecimal.valueOf(share))
                    .divide(HUNDRED.multiply(denomination), 0, RoundingMode.DOWN);
            parts.add(bonds.multiply(denomination));
            left = left.subtract(parts.get(parts.size() - 1));
        }
        parts.set(0, parts.get(0).add(left));
        return parts;
    }
}
