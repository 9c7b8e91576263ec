package io.github.samuraidesk.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.BitSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The Japanese calendars, kept apart: banks (銀行営業日), government offices (行政機関の開庁日) and BOJ-NET (日銀ネット稼働日).
 * All close on Saturdays, Sundays and the holidays of the National Holidays Act (国民の祝日に関する法律); they differ in
 * the year-end days. The table of holidays is {@code rules/calendars/japan-holidays.csv}; days outside it are refused.
 */
public final class JapanCalendars {

    private static final String TABLE = "rules/calendars/japan-holidays.csv";
    private static final String HEADER = "date,name_ja,status,source";

    private final NavigableMap<LocalDate, String> holidays;
    private final LocalDate begin;
    private final LocalDate officialThrough;
    private final LocalDate horizon;
    private final BusinessCalendar bank;
    private final BusinessCalendar government;
    private final BusinessCalendar bojNet;

    private JapanCalendars(NavigableMap<LocalDate, String> holidays, LocalDate lastOfficialHoliday) {
        this.holidays = holidays;
        this.begin = holidays.firstKey().withDayOfYear(1);
        this.officialThrough = lastOfficialHoliday.withMonth(12).withDayOfMonth(31);
        this.horizon = holidays.lastKey().withMonth(12).withDayOfMonth(31);
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
        InputStream table = JapanCalendars.class.getClassLoader().getResourceAsStream(TABLE);
        if (table == null) {
            throw new IllegalStateException("no holiday table at " + TABLE);
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            return from(lines.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JapanCalendars from(List<String> lines) {
        if (lines.size() < 2 || !HEADER.equals(lines.get(0))) {
            throw new IllegalStateException(TABLE + " must begin with " + HEADER + " and hold at least one holiday");
        }
        NavigableMap<LocalDate, String> holidays = new TreeMap<>();
        LocalDate lastOfficial = LocalDate.MIN;
        LocalDate firstProjected = LocalDate.MAX;
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            if (cells.length != 4 || cells[1].isBlank() || cells[3].isBlank()) {
                throw new IllegalStateException(TABLE + " needs a date, name, status and source: " + line);
            }
            LocalDate date = LocalDate.parse(cells[0]);
            switch (cells[2]) {
                case "official" -> lastOfficial = date.isAfter(lastOfficial) ? date : lastOfficial;
                case "projected" -> firstProjected = date.isBefore(firstProjected) ? date : firstProjected;
                default -> throw new IllegalStateException(TABLE + " has an unknown status: " + line);
            }
            if (holidays.put(date, cells[1]) != null) {
                throw new IllegalStateException(TABLE + " names a day twice: " + line);
            }
        }
        if (lastOfficial.equals(LocalDate.MIN) || lastOfficial.getYear() >= firstProjected.getYear()) {
            throw new IllegalStateException(TABLE + " must hold official years first, then projected years");
        }
        return new JapanCalendars(holidays, lastOfficial);
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
        refuseOutsideTable("JP-HOLIDAYS", date);
        return Optional.ofNullable(holidays.get(date));
    }

    /** Last day of the last year whose holidays the Cabinet Office has published. */
    public LocalDate officialThrough() {
        return officialThrough;
    }

    /** Last day of the table. */
    public LocalDate horizon() {
        return horizon;
    }

    /** Whether the holidays of that day's year are projected from the Act in force, not yet published. */
    public boolean isProjected(LocalDate date) {
        refuseOutsideTable("JP-HOLIDAYS", date);
        return date.isAfter(officialThrough);
    }

    private void refuseOutsideTable(String calendar, LocalDate date) {
        if (date.isBefore(begin)) {
            throw new CalendarHorizonException(calendar, date, begin);
        }
        if (date.isAfter(horizon)) {
            throw new CalendarHorizonException(calendar, date, horizon);
        }
    }

    private BusinessCalendar calendar(String name, MonthDay firstYearEndDay) {
        MonthDay lastNewYearDay = MonthDay.of(1, 3);
        BitSet closed = new BitSet();
        begin.datesUntil(horizon.plusDays(1)).forEach(day -> {
            MonthDay monthDay = MonthDay.from(day);
            closed.set(
                    indexOf(day),
                    day.getDayOfWeek() == DayOfWeek.SATURDAY
                            || day.getDayOfWeek() == DayOfWeek.SUNDAY
                            || holidays.containsKey(day)
                            || !monthDay.isBefore(firstYearEndDay)
                            || !monthDay.isAfter(lastNewYearDay));
        });
        return new BusinessCalendar() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public boolean isBusinessDay(LocalDate date) {
                refuseOutsideTable(name, date);
                return !closed.get(indexOf(date));
            }

            @Override
            public String toString() {
                return name;
            }
        };
    }

    private int indexOf(LocalDate date) {
        return (int) (date.toEpochDay() - begin.toEpochDay());
    }
}
