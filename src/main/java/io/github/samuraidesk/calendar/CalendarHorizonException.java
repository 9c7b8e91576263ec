package io.github.samuraidesk.calendar;

import java.time.LocalDate;

/** A calendar was asked about a day outside its table; it refuses instead of guessing. */
public final class CalendarHorizonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String calendar;
    private final LocalDate date;
    private final LocalDate horizon;

    /**
     * @param calendar name of the calendar that refused
     * @param date the day asked for
     * @param horizon the first or last day of the table, whichever {@code date} lies beyond
     */
    public CalendarHorizonException(String calendar, LocalDate date, LocalDate horizon) {
        super("calendar " + calendar + " has no table for " + date + ": its table "
                + (date.isAfter(horizon) ? "ends" : "begins") + " on " + horizon);
        this.calendar = calendar;
        this.date = date;
        this.horizon = horizon;
    }

    public String calendar() {
        return calendar;
    }

    public LocalDate date() {
        return date;
    }

    public LocalDate horizon() {
        return horizon;
    }
}
