package io.github.samuraidesk.bond;

import java.time.LocalDate;
import java.util.Set;

/**
 * Unadjusted coupon dates as epoch days: anchor minus k × 12/frequency months, the day clamped to the month, always
 * counted from the anchor so that a clamped day does not drift; at {@code endOfMonth} always the month's last day. The
 * anchor is the maturity, or the last regular coupon before an odd last period; a negative k looks past it.
 */
final class CouponGrid {

    private static final Set<Integer> FREQUENCIES = Set.of(1, 2, 4, 12);
    private static final int LAST_OF_MONTH = 31;

    private long anchorMonth;
    private int anchorDay;
    private int monthsAPeriod;

    CouponGrid() {}

    CouponGrid(LocalDate anchor, int frequency, boolean endOfMonth) {
        refuseUnsupported(frequency);
        setTo(anchor, frequency, endOfMonth);
    }

    static CouponGrid of(BondTerms terms) {
        return new CouponGrid(
                terms.lastRegularCoupon().orElse(terms.maturity()), terms.frequency(), terms.endOfMonth());
    }

    void setTo(LocalDate anchor, int frequency, boolean endOfMonth) {
        anchorMonth = 12L * anchor.getYear() + anchor.getMonthValue() - 1;
        anchorDay = endOfMonth ? LAST_OF_MONTH : anchor.getDayOfMonth();
        monthsAPeriod = 12 / frequency;
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

    long day(int k) {
        return CivilDays.epochDay(anchorMonth - (long) k * monthsAPeriod, anchorDay);
    }

    LocalDate date(int k) {
        return LocalDate.ofEpochDay(day(k));
    }

    /** Largest k, negative past the anchor, whose date is still after {@code day}. */
    int lastIndexAfter(long day) {
        int k = (int) Math.floorDiv(anchorMonth - CivilDays.monthIndex(day), (long) monthsAPeriod) + 1;
        while (day(k) <= day) {
            k--;
        }
        return k;
    }

    boolean contains(LocalDate date) {
        long day = date.toEpochDay();
        return day(lastIndexAfter(day) + 1) == day;
    }

    /** Σ (days / days of the notional period) between two days; negative when {@code to} is before {@code from}. */
    double periodsBetween(long from, long to) {
        int k = lastIndexAfter(from);
        int j = lastIndexAfter(to);
        // each day as a position on the grid: whole periods and the part of the period it lies in
        return (k - j) + partAfter(to, j) - partAfter(from, k);
    }

    private double partAfter(long day, int nextIndex) {
        long start = day(nextIndex + 1);
        return start == day ? 0 : (double) (day - start) / (day(nextIndex) - start);
    }

    static long days(LocalDate from, LocalDate to) {
        return to.toEpochDay() - from.toEpochDay();
    }
}
