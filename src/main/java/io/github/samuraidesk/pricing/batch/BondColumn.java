package io.github.samuraidesk.pricing.batch;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The columns of a table of bonds that are read. */
enum BondColumn {
    CASE_ID,
    CURVE_ID,
    SETTLE,
    ISSUE,
    FIRST_COUPON,
    MATURITY,
    COUPON,
    FREQ,
    ACCRUAL_DC,
    PAY_BDC,
    EOM,
    MODE,
    VALUE,
    PAR_Z_BP,
    /** May be missing, as the one after it. */
    LAST_REGULAR_COUPON,
    /** Day of the last payment where the terms name one before maturity: a maturity moved back to a business day. */
    REDEMPTION;

    private final String label = name().toLowerCase(Locale.ROOT);

    String label() {
        return label;
    }

    static List<String> required() {
        return Arrays.stream(values())
                .filter(column -> column.ordinal() < LAST_REGULAR_COUPON.ordinal())
                .map(BondColumn::label)
                .toList();
    }

    static List<String> optional() {
        return List.of(LAST_REGULAR_COUPON.label(), REDEMPTION.label());
    }
}
