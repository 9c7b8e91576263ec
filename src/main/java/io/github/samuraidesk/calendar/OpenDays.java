package io.github.samuraidesk.calendar;

import java.time.LocalDate;
import java.util.function.Predicate;

/** The open days from one day to another, a bit a day: a bond's schedule asks for thousands of them. */
final class OpenDays implements BusinessCalendar {

    private final String name;
    private final LocalDate begin;
    private final LocalDate horizon;
    private final long firstEpochDay;
    private final int length;
    private final long[] open;

    /** @param begin the first day known, {@code horizon} the last */
    OpenDays(String name, LocalDate begin, LocalDate horizon, Predicate<LocalDate> isOpen) {
        this.name = name;
        this.begin = begin;
        this.horizon = horizon;
        this.firstEpochDay = begin.toEpochDay();
        this.length = Math.toIntExact(horizon.toEpochDay() - firstEpochDay + 1);
        this.open = new long[(length + Long.SIZE - 1) / Long.SIZE];
        for (int i = 0; i < length; i++) {
            if (isOpen.test(begin.plusDays(i))) {
                open[i / Long.SIZE] |= 1L << i;
            }
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isOpen(long epochDay) {
        long index = epochDay - firstEpochDay;
        if (index < 0 || index >= length) {
            throw new CalendarHorizonException(name, LocalDate.ofEpochDay(epochDay), index < 0 ? begin : horizon);
        }
        // a shift takes its distance modulo 64, which is the bit within the word
        return (open[(int) index / Long.SIZE] & 1L << index) != 0;
    }

    @Override
    public String toString() {
        return name;
    }
}
