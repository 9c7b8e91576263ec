package io.github.samuraidesk.calendar;

import java.time.LocalDate;
import java.util.Optional;

/** Business days of one financial centre outside Japan: closed on weekends and on the holidays of its table. */
public final class CentreCalendar implements BusinessCalendar {

    private static final String HEADER = "date,name,status,source";

    private final HolidayTable holidays;
    private final OpenDays days;

    private CentreCalendar(String name, HolidayTable holidays) {
        this.holidays = holidays;
        this.days = holidays.openDays(name, day -> false);
    }

    static CentreCalendar load(String name, String resource) {
        return new CentreCalendar(name, HolidayTable.load(name, resource, HEADER));
    }

    @Override
    public String name() {
        return days.name();
    }

    @Override
    public boolean isOpen(long epochDay) {
        return days.isOpen(epochDay);
    }

    /**
     * Name of the holiday that closes the centre on {@code date}, empty when it is open and on weekends: the table
     * holds the weekdays closed.
     *
     * @throws CalendarHorizonException when {@code date} is outside the table
     */
    public Optional<String> holidayName(LocalDate date) {
        return holidays.holidayName(date);
    }

    /** Last day of the last year whose holidays count as published; {@link CentreCalendars} says by whom. */
    public LocalDate officialThrough() {
        return holidays.officialThrough();
    }

    /** Last day of the table. */
    public LocalDate horizon() {
        return holidays.horizon();
    }

    /**
     * Whether the holidays of that day's year are projected from the rules in force, not yet published.
     *
     * @throws CalendarHorizonException when {@code date} is outside the table
     */
    public boolean isProjected(LocalDate date) {
        return holidays.isProjected(date);
    }

    @Override
    public String toString() {
        return name();
    }
}
