package io.github.samuraidesk.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Business days of one place (営業日). Every method refuses days outside the calendar's table with
 * {@link CalendarHorizonException}.
 */
public interface BusinessCalendar {

    /** Name shown next to every date that this calendar moved, for example {@code JP-BANK}. */
    String name();

    /**
     * Whether the place is open on {@code date}.
     *
     * @throws CalendarHorizonException when {@code date} is outside the table
     */
    boolean isBusinessDay(LocalDate date);

    /** {@code date} when open, else the next open day (翌営業日). */
    default LocalDate following(LocalDate date) {
        LocalDate day = date;
        while (!isBusinessDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** {@code date} when open, else the last open day before it (前営業日). */
    default LocalDate preceding(LocalDate date) {
        LocalDate day = date;
        while (!isBusinessDay(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /** {@link #following} unless that leaves the month, then {@link #preceding}. */
    default LocalDate modifiedFollowing(LocalDate date) {
        LocalDate next = following(date);
        return next.getMonth() == date.getMonth() ? next : preceding(date);
    }

    /**
     * The {@code n}-th open day after {@code date}, before it when {@code n} is negative. {@code date} itself is not
     * counted, so from a closed day one business day on is the next open day. {@code n = 0} gives {@link #following}.
     */
    default LocalDate plusBusinessDays(LocalDate date, int n) {
        if (n == 0) {
            return following(date);
        }
        int step = Integer.signum(n);
        LocalDate day = date;
        for (int left = Math.abs(n); left > 0; ) {
            day = day.plusDays(step);
            if (isBusinessDay(day)) {
                left--;
            }
        }
        return day;
    }

    /**
     * Open days d with {@code from < d <= to}; with {@code to} before {@code from}, minus the open days with
     * {@code to <= d < from}. For an open {@code to}, {@code plusBusinessDays(from, n)} of the result is {@code to}.
     */
    default int businessDaysBetween(LocalDate from, LocalDate to) {
        int step = to.isBefore(from) ? -1 : 1;
        int count = 0;
        for (LocalDate day = from; !day.equals(to); ) {
            day = day.plusDays(step);
            if (isBusinessDay(day)) {
                count += step;
            }
        }
        return count;
    }

    /** Closed days between two days, both included, in date order; the order of the arguments does not matter. */
    default List<LocalDate> skippedBetween(LocalDate one, LocalDate other) {
        LocalDate first = one.isAfter(other) ? other : one;
        LocalDate last = one.isAfter(other) ? one : other;
        return first.datesUntil(last.plusDays(1))
                .filter(day -> !isBusinessDay(day))
                .toList();
    }

    /**
     * The calendar that is open only when all of {@code calendars} are; its name joins theirs with {@code +}.
     *
     * @throws IllegalArgumentException when none is given
     */
    static BusinessCalendar joint(BusinessCalendar... calendars) {
        List<BusinessCalendar> all = List.of(calendars);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("a joint calendar needs at least one calendar");
        }
        String joined = all.stream().map(BusinessCalendar::name).collect(Collectors.joining("+"));
        return new BusinessCalendar() {
            @Override
            public String name() {
                return joined;
            }

            @Override
            public boolean isBusinessDay(LocalDate date) {
                // every calendar is asked, so that one's holiday never hides another's horizon
                boolean open = true;
                for (BusinessCalendar calendar : all) {
                    open &= calendar.isBusinessDay(date);
                }
                return open;
            }
        };
    }
}
