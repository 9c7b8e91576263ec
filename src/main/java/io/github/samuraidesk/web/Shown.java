package io.github.samuraidesk.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Figures as the pages show them. Decimals come in, percent and basis points go out; rounded, since nothing is printed. */
public final class Shown {

    private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ROOT);

    /** 0.0132 as 1.320000. */
    public String percent(double decimal, int decimals) {
        return number(100 * decimal, decimals);
    }

    /** 0.00905 as 90.50. */
    public String basisPoints(double decimal, int decimals) {
        return number(1e4 * decimal, decimals);
    }

    /** 0.00905 as +90.50. */
    public String signedBasisPoints(double decimal, int decimals) {
        String text = basisPoints(decimal, decimals);
        return text.startsWith("-") || new BigDecimal(text).signum() == 0 ? text : "+" + text;
    }

    public String number(double value, int decimals) {
        String text = BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString();
        // a rounded nothing has no sign
        return new BigDecimal(text).signum() == 0 ? text.replace("-", "") : text;
    }

    public String grouped(BigDecimal value) {
        return new DecimalFormat("#,##0", SYMBOLS).format(value);
    }
}
