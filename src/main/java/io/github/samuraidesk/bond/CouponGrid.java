package io.github.samuraidesk.bond;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;

/**
 * Unadjusted coupon dates: maturity minus k × 12/frequency months, the day clamped to the month, always counted from
 * maturity so that a clamped day does not drift; with {@code endOfMonth} always the month's last day.
 */
record CouponGrid(LocalDate maturity, int frequency, boolean endOfMonth) {

    private static final Set<Integer> FREQUENCIES = Set.of(1, 2, 4, 12);

    CouponGrid {
        refuseUnsupported(frequency);
    }

    static CouponGrid of(BondTerms terms) {
        return new CouponGrid(terms.maturity(), terms.frequency(), terms.endOfMonth());
    }

    static boolean isSupported(int frequency) {
        return FREQUENCIES.contains(frequency);
    }

    static void refuseUnsupported(int frequency) {
        if (!isSupported(frequency)) {
            throw new UnsupportedTermException(
                    "frequency", "frequency " + frequency + " has no rule; 1, 2, 4 and 12 coupons a year have");
        }
    }

    LocalDate date(int k) {
        LocalDate date = maturity.minusMonths((long) k * (12 / frequency));
        return endOfMonth ? date.with(TemporalAdjusters.lastDayOfMonth()) : date;
    }

    /** Largest k whose date is still after {@code date}; -1 when maturity is not. */
    int lastIndexAfter(LocalDate date) {
        int k = (int) Math.max(0, ChronoUnit.MONTHS.between(date, maturity) / (12 / frequency) - 1);
        while (k > 0 && !date(k).isAfter(date)) {
            k--;
        }
        while (date(k + 1).isAfter(date)) {
            k++;
        }
        return date(k).isAfter(date) ? k : -1;
    }

    boolean contains(LocalDate date) {
        return date.equals(maturity)
                || date.isBefore(maturity) && date(lastIndexAfter(date) + 1).equals(date);
    }

    /** Σ (days / days of the notional period) from {@code from} to the date of index {@code indexOfEnd}. */
    double periodsUntil(LocalDate from, int indexOfEnd) {
        int whole = lastIndexAfter(from) - indexOfEnd;
        LocalDate next = date(indexOfEnd + whole);
        return whole + (double) days(from, next) / days(date(indexOfEnd + whole + 1), next);
    }

    static long days(LocalDate from, LocalDate to) {
        return to.toEpochDay() - from.toEpochDay();
    }
}
