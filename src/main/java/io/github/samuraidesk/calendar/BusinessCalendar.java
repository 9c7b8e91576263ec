package io.github.samuraidesk.calendar;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Business days of one place (営業日). Every method refuses days outside the calendar's table with
 * {@link CalendarHorizonException}. A day is a {@link LocalDate} or its {@link LocalDate#toEpochDay()}; the latter is
 * for loops over many dates, where a {@code LocalDate} for each day tried would be waste.
 */
public interface BusinessCalendar {

    /** Name shown next to every date that this calendar moved, for example {@code JP-BANK}. */
    String name();

    /**
     * Whether the place is open on {@code epochDay}.
     *
     * @throws CalendarHorizonException when {@code epochDay} is outside the table
     */
    boolean isOpen(long epochDay);

    /**
     * Whether the place is open on {@code date}.
     *
     * @throws CalendarHorizonException when {@code date} is outside the table
     */
    default boolean isBusinessDay(LocalDate date) {
        return isOpen(date.toEpochDay());
    }

    /** {@code date} when open, else the next open day (翌営業日). */
    default LocalDate following(LocalDate date) {
        return moved(date, following(date.toEpochDay()));
    }

    /** {@link #following(LocalDate)} in epoch days. */
    default long following(long epochDay) {
        long day = epochDay;
        while (!isOpen(day)) {
            day++;
        }
        return day;
    }

    /** {@code date} when open, else the last open day before it (前営業日). */
    default LocalDate preceding(LocalDate date) {
        return moved(date, preceding(date.toEpochDay()));
    }

    /** {@link #preceding(LocalDate)} in epoch days. */
    default long preceding(long epochDay) {
        long day = epochDay;
        while (!isOpen(day)) {
            day--;
        }
        return day;
    }

    /** {@link #following(LocalDate)} unless that leaves the month, then {@link #preceding(LocalDate)}. */
    default LocalDate modifiedFollowing(LocalDate date) {
        return moved(date, modifiedFollowing(date.toEpochDay()));
    }

    /** {@link #modifiedFollowing(LocalDate)} in epoch days. */
    default long modifiedFollowing(long epochDay) {
        long next = following(epochDay);
        return next == epochDay || isSameMonth(next, epochDay) ? next : preceding(epochDay);
    }

    /**
     * The {@code n}-th open day after {@code date}, before it when {@code n} is negative. {@code date} itself is not
     * counted, so from a closed day one business day on is the next open day. {@code n = 0} gives
     * {@link #following(LocalDate)}.
     */
    default LocalDate plusBusinessDays(LocalDate date, int n) {
        return moved(date, plusBusinessDays(date.toEpochDay(), n));
    }

    /** {@link #plusBusinessDays(LocalDate, int)} in epoch days. */
    default long plusBusinessDays(long epochDay, int n) {
        if (n == 0) {
            return following(epochDay);
        }
        int step = Integer.signum(n);
        long day = epochDay;
        for (int left = n; left != 0; ) {
            day += step;
            if (isOpen(day)) {
                left -= step;
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
        long last = to.toEpochDay();
        for (long day = from.toEpochDay(); day != last; ) {
            day += step;
            if (isOpen(day)) {
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
        BusinessCalendar[] all = List.of(calendars).toArray(BusinessCalendar[]::new);
        if (all.length == 0) {
            throw new IllegalArgumentException("a joint calendar needs at least one calendar");
        }
        String joined = Arrays.stream(all).map(BusinessCalendar::name).collect(Collectors.joining("+"));
        return new BusinessCalendar() {
            @Override
            public String name() {
                return joined;
            }

            @Override
            public boolean isOpen(long epochDay) {
                // every calendar is asked, so that one's holiday never hides another's horizon
                boolean open = true;
                for (BusinessCalendar calendar : all) {
                    open &= calendar.isOpen(epochDay);
                }
                return open;
            }
        };
    }

    private static LocalDate moved(LocalDate date, long epochDay) {
        return epochDay == date.toEpochDay() ? date : LocalDate.ofEpochDay(epochDay);
    }

    private static boolean isSameMonth(long epochDay, long other) {
        return LocalDate.ofEpochDay(epochDay).getMonth()
                == LocalDate.ofEpochDay(other).getMonth();
    }
}
