package io.github.samuraidesk.pricing.batch;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * Decimal numbers out of ASCII bytes: sign, digits, a point, an exponent; correctly rounded, and no separators. Most
 * numbers are few digits over a power of ten, both exact doubles, and one division rounds them correctly.
 */
final class DecimalText {

    private static final long LARGEST_EXACT = 1L << 53;
    private static final long ROOM_FOR_A_DIGIT = Long.MAX_VALUE / 10 - 1;
    private static final int LONGEST_EXPONENT = 4;
    private static final double[] EXACT_POWERS = new double[23];

    static {
        for (int k = 0; k < EXACT_POWERS.length; k++) {
            EXACT_POWERS[k] = Double.parseDouble("1e" + k);
        }
    }

    private DecimalText() {}

    /** The number × 10^{@code power}, or NaN when the bytes are no finite decimal number. */
    static double parse(byte[] bytes, int from, int to, int power) {
        int i = from;
        boolean negative = i < to && bytes[i] == '-';
        if (negative || i < to && bytes[i] == '+') {
            i++;
        }
        long digits = 0;
        int exponent = power;
        boolean any = false;
        boolean point = false;
        boolean exact = true;
        for (; i < to; i++) {
            int c = bytes[i];
            if (c >= '0' && c <= '9') {
                any = true;
                if (digits > ROOM_FOR_A_DIGIT) {
                    exact = false;
                } else {
                    digits = 10 * digits + (c - '0');
                    exponent -= point ? 1 : 0;
                }
            } else if (c == '.' && !point) {
                point = true;
            } else {
                break;
            }
        }
        if (!any) {
            return Double.NaN;
        }
        if (i < to) {
            int shift = exponent(bytes, i, to);
            if (shift == Integer.MIN_VALUE) {
                return Double.NaN;
            }
            exponent += shift;
        }
        double magnitude;
        if (exact && digits <= LARGEST_EXACT && Math.abs(exponent) < EXACT_POWERS.length) {
            magnitude = exponent < 0 ? digits / EXACT_POWERS[-exponent] : digits * EXACT_POWERS[exponent];
            return negative ? -magnitude : magnitude;
        }
        double value = new BigDecimal(new String(bytes, from, to - from, StandardCharsets.US_ASCII))
                .movePointRight(power)
                .doubleValue();
        return Double.isInfinite(value) ? Double.NaN : value;
    }

    private static int exponent(byte[] bytes, int from, int to) {
        if (bytes[from] != 'e' && bytes[from] != 'E') {
            return Integer.MIN_VALUE;
        }
        int i = from + 1;
        boolean negative = i < to && bytes[i] == '-';
        if (negative || i < to && bytes[i] == '+') {
            i++;
        }
        if (i == to || to - i > LONGEST_EXPONENT) {
            return Integer.MIN_VALUE;
        }
        int value = 0;
        for (; i < to; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return Integer.MIN_VALUE;
            }
            value = 10 * value + (bytes[i] - '0');
        }
        return negative ? -value : value;
    }
}
