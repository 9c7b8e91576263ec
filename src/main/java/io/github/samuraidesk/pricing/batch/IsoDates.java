package io.github.samuraidesk.pricing.batch;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Dates written as 2024-06-20, years 1 to 9999, without a string in between. */
final class IsoDates {

    private static final int LENGTH = 10;

    private IsoDates() {}

    /** Nothing when the bytes are no date, or one that does not exist. */
    static @Nullable LocalDate parse(byte[] bytes, int from, int to) {
        if (to - from != LENGTH || bytes[from + 4] != '-' || bytes[from + 7] != '-') {
            return null;
        }
        int year = digits(bytes, from, 4);
        int month = digits(bytes, from + 5, 2);
        int day = digits(bytes, from + 8, 2);
        if (year < 1
                || month < 1
                || month > 12
                || day < 1
                || day > 28 && day > YearMonth.of(year, month).lengthOfMonth()) {
            return null;
        }
        return LocalDate.of(year, month, day);
    }

    static String whyNone(CsvLine cells, int cell, Charset charset) {
        if (cells.isEmpty(cell)) {
            return "is empty; write a date, as 2024-06-20";
        }
        String text = cells.shown(cell, charset);
        return text.matches("\\d{4}-\\d{2}-\\d{2}")
                ? text + " does not exist; write a day of the calendar"
                : text + " is not a date; write it as 2024-06-20";
    }

    /** −1 when one is no digit. */
    private static int digits(byte[] bytes, int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = 10 * value + digit;
        }
        return value;
    }
}
