package io.github.samuraidesk.workflow;

import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.YenWords;
import io.github.samuraidesk.form.FormValues;
import java.math.BigDecimal;

/** A size ten times or a tenth of what was known before is a slip of the unit until it is said in words. */
final class SizeCheck {

    private SizeCheck() {}

    static boolean isTenfoldApart(BigDecimal size, BigDecimal known) {
        return known.signum() > 0
                && (size.compareTo(known.multiply(BigDecimal.TEN)) >= 0
                        || size.multiply(BigDecimal.TEN).compareTo(known) <= 0);
    }

    static boolean isSaid(FormValues values, BigDecimal size) {
        return values.text("sizeInWords").equals(YenWords.oku(size.toBigInteger()));
    }

    static Finding finding(String field, BigDecimal size, BigDecimal known) {
        return Finding.field(
                field,
                "sizeTenfold",
                size.stripTrailingZeros().toPlainString(),
                known.stripTrailingZeros().toPlainString(),
                YenWords.oku(size.toBigInteger()));
    }
}
