package io.github.samuraidesk.pricing;

import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.YenWords;
import java.math.BigDecimal;
import java.util.Optional;

/** A size ten times or a tenth of what was known before is a slip of the unit until it is said in words. Amounts in yen. */
public final class SizeSlip {

    private SizeSlip() {}

    /**
     * @param inWords the size as whoever typed it wrote it out, as {@link YenWords#oku} does
     * @param field where to say it in words
     */
    public static Optional<Finding> asked(BigDecimal size, BigDecimal known, Optional<String> inWords, String field) {
        String words = YenWords.oku(size.toBigInteger());
        boolean tenfold = known.signum() > 0
                && (size.compareTo(known.multiply(BigDecimal.TEN)) >= 0
                        || size.multiply(BigDecimal.TEN).compareTo(known) <= 0);
        return tenfold && !inWords.equals(Optional.of(words))
                ? Optional.of(Finding.field(
                        field,
                        "sizeTenfold",
                        size.stripTrailingZeros().toPlainString(),
                        known.stripTrailingZeros().toPlainString(),
                        words))
                : Optional.empty();
    }
}
