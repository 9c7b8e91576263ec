package io.github.samuraidesk.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The Japanese calendars, kept apart: banks (銀行営業日), government offices (行政機関の開庁日) and BOJ-NET (日銀ネット稼働日).
 * All close on Saturdays, Sundays and the holidays of the National Holidays Act (国民の祝日に関する法律); they differ in
 * the year-end days. The table of holidays is {@code rules/calendars/japan-holidays.csv}; days outside it are refused.
 */
public final class JapanCalendars {

    private static final String TABLE = "rules/calendars/japan-holidays.csv";
    private static final String HEADER = "date,name_ja,status,source";
    private static final String NAME = "JP-HOLIDAYS";

    private final HolidayTable holidays;
    private final BusinessCalendar bank;
    private final BusinessCalendar government;
    private final BusinessCalendar bojNet;

    private JapanCalendars(HolidayTable holidays) {
        this.holidays = holidays;
        this.bank = calendar("JP-BANK", MonthDay.of(12, 31));
        this.government = calendar("JP-GOVERNMENT", MonthDay.of(12, 29));
        this.bojNet = calendar("JP-BOJNET", MonthDay.of(12, 31));
    }

    /**
     * Reads the table of holidays from the classpath.
     *
     * @throws IllegalStateException when the table is missing or has a row that cannot be read
     */
    public static JapanCalendars load() {
        return new JapanCalendars(HolidayTable.load(NAME, TABLE, HEADER));
    }

    static JapanCalendars from(List<String> lines) {
        return new JapanCalendars(HolidayTable.from(NAME, TABLE, HEADER, lines));
    }

    /**
     * These calendars with holidays added and removed, for an act that the table does not hold yet.
     *
     * @param added Japanese name by day
     */
    public JapanCalendars changed(Map<LocalDate, String> added, Set<LocalDate> removed) {
        return new JapanCalendars(holidays.changed(added, removed));
    }

    /** Banks: closed on weekends, holidays and 31 December to 3 January (Banking Act Enforcement Order Art. 5). */
    public BusinessCalendar bank() {
        return bank;
    }

    /**
     * Government offices: closed on weekends, holidays and 29 December to 3 January (行政機関の休日に関する法律 Art. 1).
     * EDINET takes filings on these days only.
     */
    public BusinessCalendar government() {
        return government;
    }

    /** BOJ-NET: the same days as {@link #bank()} under its own name, so that a settlement rule names what it follows. */
    public BusinessCalendar bojNet() {
        return bojNet;
    }

    /**
     * Japanese name of the holiday on {@code date}, empty when it is none (weekends and year-end days have no name).
     *
     * @throws CalendarHorizonException when {@code date} is outside the table
     */
    public Optional<String> holidayName(LocalDate date) {
        return holidays.holidayName(date);
    }

    /** Last day of the last year whose holidays the Cabinet Office has published. */
    public LocalDate officialThrough() {
        return holidays.officialThrough();
    }

    /** Last day of the table. */
    public LocalDate horizon() {
        return holidays.horizon();
    }

    /** Whether the holidays of that day's year are projected from the Act in force, not yet published. */
    public boolean isProjected(LocalDate date) {
        return holidays.isProjected(date);
    }

    private BusinessCalendar calendar(String name, MonthDay firstYearEndDay) {
        MonthDay lastNewYearDay = MonthDay.of(1, 3);
        return holidays.openDays(name, day -> {
            MonthDay monthDay = MonthDay.from(day);
            return !monthDay.isBefore(firstYearEndDay) || !monthDay.isAfter(lastNewYearDay);
        });
    }
}
