package io.github.samuraidesk.pricing.batch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Text of ASCII numbers that grows as bytes. Doubles are written with at most 14 significant digits, trailing zeros left
 * out, without a string in between; the last digit may be one off.
 */
final class ByteText {

    private static final int DIGITS = 14;
    private static final double TEN_TO_DIGITS = 1e14;
    private static final long TEN_TO_HALF = 10_000_000;
    /** 00 to 99. */
    private static final byte[] PAIRS = new byte[200];

    /** Powers of ten up to here are exact doubles. */
    private static final int EXACT_POWER = 22;
    /** Magnitudes below 10 to this are noise and are written as 0. */
    private static final int LEAST_POWER = -290;

    private static final int GREATEST_POWER = 308;
    private static final double[] POWERS = new double[GREATEST_POWER - LEAST_POWER + 1];
    /** Numbers from 1e-7 to below 1e14 are written without an exponent. */
    private static final int LEAST_PLAIN = -7;

    private static final double LOG_10_OF_2 = 0.301029995663981195;
    private static final int LONGEST_NUMBER = 32;

    static {
        for (int i = 0; i < 100; i++) {
            PAIRS[2 * i] = (byte) ('0' + i / 10);
            PAIRS[2 * i + 1] = (byte) ('0' + i % 10);
        }
        for (int k = LEAST_POWER; k <= GREATEST_POWER; k++) {
            POWERS[k - LEAST_POWER] = Double.parseDouble("1e" + k);
        }
    }

    private byte[] bytes;
    private int length;
    private final byte[] digits = new byte[20];

    ByteText(int capacity) {
        bytes = new byte[capacity];
    }

    int length() {
        return length;
    }

    /** Cuts the text back to an earlier length. */
    void backTo(int earlier) {
        length = earlier;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    void append(char ascii) {
        ensure(1);
        bytes[length++] = (byte) ascii;
    }

    void append(String text) {
        byte[] added = text.getBytes(StandardCharsets.UTF_8);
        append(added, 0, added.length);
    }

    void append(byte[] source, int from, int to) {
        ensure(to - from);
        System.arraycopy(source, from, bytes, length, to - from);
        length += to - from;
    }

    /** A CSV cell of UTF-8 bytes, in quotes where it needs them. */
    void cell(byte[] source, int from, int to) {
        boolean quoted = false;
        for (int i = from; i < to && !quoted; i++) {
            quoted = source[i] == ',' || source[i] == '"' || source[i] == '\r' || source[i] == '\n';
        }
        if (!quoted) {
            append(source, from, to);
            return;
        }
        append('"');
        for (int i = from; i < to; i++) {
            if (source[i] == '"') {
                append('"');
            }
            append((char) (source[i] & 0xFF));
        }
        append('"');
    }

    /** As {@code 2024-06-20}. */
    void date(LocalDate date) {
        ensure(LONGEST_NUMBER);
        fixedDigits(date.getYear(), 4);
        bytes[length++] = '-';
        fixedDigits(date.getMonthValue(), 2);
        bytes[length++] = '-';
        fixedDigits(date.getDayOfMonth(), 2);
    }

    void integer(long value) {
        ensure(LONGEST_NUMBER);
        if (value < 0) {
            bytes[length++] = '-';
        }
        plain(Math.abs(value), 0);
    }

    /** The number of so many thousandths, trailing zeros left out. */
    void thousandths(long value) {
        ensure(LONGEST_NUMBER);
        if (value < 0) {
            bytes[length++] = '-';
        }
        plain(Math.abs(value), 3);
    }

    /** @throws IllegalStateException when {@code value} is not finite */
    void number(double value) {
        if (!(Math.abs(value) <= Double.MAX_VALUE)) {
            throw new IllegalStateException("a figure came out as " + value + ", which is no number");
        }
        ensure(LONGEST_NUMBER);
        double magnitude = Math.abs(value);
        if (magnitude < power(LEAST_POWER)) {
            bytes[length++] = '0';
            return;
        }
        if (value < 0) {
            bytes[length++] = '-';
        }
        int exponent = exponentOf(magnitude);
        double scaled = scaled(magnitude, DIGITS - 1 - exponent) + 0.5;
        if (scaled >= TEN_TO_DIGITS) {
            scaled = TEN_TO_DIGITS / 10;
            exponent++;
        }
        significant((long) scaled, exponent);
    }

    /** Writes the {@link #DIGITS} digits of {@code value}, the first worth 10 to {@code exponent}. */
    private void significant(long value, int exponent) {
        if (exponent < LEAST_PLAIN || exponent >= DIGITS) {
            withPoint(value, 0);
            bytes[length++] = 'e';
            integer(exponent);
        } else if (exponent >= 0) {
            withPoint(value, exponent);
        } else {
            bytes[length++] = '0';
            bytes[length++] = '.';
            for (int i = exponent + 1; i < 0; i++) {
                bytes[length++] = '0';
            }
            digits(value, length);
            length += DIGITS;
            dropZeros();
        }
    }

    private void withPoint(long value, int lastBeforePoint) {
        digits(value, length + 1);
        for (int i = 0; i <= lastBeforePoint; i++) {
            bytes[length] = bytes[length + 1];
            length++;
        }
        bytes[length] = '.';
        length += DIGITS - lastBeforePoint;
        dropZeros();
    }

    /** Drops the zeros after the point, and the point when nothing is left behind it. */
    private void dropZeros() {
        while (bytes[length - 1] == '0') {
            length--;
        }
        if (bytes[length - 1] == '.') {
            length--;
        }
    }

    private void digits(long value, int at) {
        // ints of half the digits each divide faster than one long
        int high = (int) (value / TEN_TO_HALF);
        sevenDigits(high, at);
        sevenDigits((int) (value - high * TEN_TO_HALF), at + DIGITS / 2);
    }

    private void sevenDigits(int value, int at) {
        int rest = value;
        for (int i = at + 5; i > at; i -= 2) {
            int hundredth = rest / 100;
            int pair = 2 * (rest - 100 * hundredth);
            bytes[i] = PAIRS[pair];
            bytes[i + 1] = PAIRS[pair + 1];
            rest = hundredth;
        }
        bytes[at] = (byte) ('0' + rest);
    }

    /** Writes {@code value × 10^−decimals}. */
    private void plain(long value, int decimals) {
        long rest = value;
        int places = decimals;
        while (places > 0 && rest % 10 == 0) {
            if (rest == 0) {
                places = 0;
                break;
            }
            rest /= 10;
            places--;
        }
        int count = 0;
        while (rest != 0) {
            long tenth = rest / 10;
            digits[count++] = (byte) ('0' + (rest - 10 * tenth));
            rest = tenth;
        }
        for (int i = Math.max(count, places + 1) - 1; i >= 0; i--) {
            bytes[length++] = i < count ? digits[i] : (byte) '0';
            if (i == places && i > 0) {
                bytes[length++] = '.';
            }
        }
    }

    private void fixedDigits(int value, int count) {
        int rest = value;
        for (int i = count - 1; i >= 0; i--) {
            bytes[length + i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += count;
    }

    /** ⌊log10⌋ of a normal double. */
    private static int exponentOf(double magnitude) {
        int exponent = (int) Math.floor(Math.getExponent(magnitude) * LOG_10_OF_2);
        return exponent < GREATEST_POWER && magnitude >= power(exponent + 1) ? exponent + 1 : exponent;
    }

    private static double scaled(double magnitude, int exponent) {
        if (exponent >= 0 && exponent <= EXACT_POWER) {
            return magnitude * power(exponent);
        }
        if (exponent < 0 && exponent >= -EXACT_POWER) {
            return magnitude / power(-exponent);
        }
        return exponent > 0
                ? magnitude * power(EXACT_POWER) * power(exponent - EXACT_POWER)
                : magnitude / power(EXACT_POWER) / power(-exponent - EXACT_POWER);
    }

    private static double power(int exponent) {
        return POWERS[exponent - LEAST_POWER];
    }

    private void ensure(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
