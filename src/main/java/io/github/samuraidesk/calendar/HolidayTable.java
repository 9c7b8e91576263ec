package io.github.samuraidesk.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The holidays of one place, read from a table in {@code rules/calendars}: one row a holiday with date, name, status
 * and source. It covers whole years, official ones first, then projected ones, and refuses days outside them.
 */
final class HolidayTable {

    private final String name;
    private final NavigableMap<LocalDate, String> holidays;
    private final LocalDate begin;
    private final LocalDate officialThrough;
    private final LocalDate horizon;

    private HolidayTable(String name, NavigableMap<LocalDate, String> holidays, LocalDate lastOfficialHoliday) {
        this(
                name,
                holidays,
                holidays.firstKey().withDayOfYear(1),
                lastOfficialHoliday.withMonth(12).withDayOfMonth(31),
                holidays.lastKey().withMonth(12).withDayOfMonth(31));
    }

    private HolidayTable(
            String name,
            NavigableMap<LocalDate, String> holidays,
            LocalDate begin,
            LocalDate officialThrough,
            LocalDate horizon) {
        this.name = name;
        this.holidays = holidays;
        this.begin = begin;
        this.officialThrough = officialThrough;
        this.horizon = horizon;
    }

    /** The same years with holidays added and removed. */
    HolidayTable changed(Map<LocalDate, String> added, Set<LocalDate> removed) {
        NavigableMap<LocalDate, String> changed = new TreeMap<>(holidays);
        removed.forEach(changed::remove);
        changed.putAll(added);
        return new HolidayTable(name, changed, begin, officialThrough, horizon);
    }

    /**
     * Reads a table from the classpath.
     *
     * @param name what a refusal calls the table
     * @throws IllegalStateException when the table is missing or has a row that cannot be read
     */
    static HolidayTable load(String name, String resource, String header) {
        InputStream table = HolidayTable.class.getClassLoader().getResourceAsStream(resource);
        if (table == null) {
            throw new IllegalStateException("no holiday table at " + resource);
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            return from(name, resource, header, lines.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static HolidayTable from(String name, String resource, String header, List<String> lines) {
        if (lines.size() < 2 || !header.equals(lines.get(0))) {
            throw new IllegalStateException(resource + " must begin with " + header + " and hold at least one holiday");
        }
        NavigableMap<LocalDate, String> holidays = new TreeMap<>();
        LocalDate lastOfficial = LocalDate.MIN;
        LocalDate firstProjected = LocalDate.MAX;
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            if (cells.length != 4 || cells[1].isBlank() || cells[3].isBlank()) {
                throw new IllegalStateException(resource + " needs a date, name, status and source: " + line);
            }
            LocalDate date = LocalDate.parse(cells[0]);
            switch (cells[2]) {
                case "official" -> lastOfficial = date.isAfter(lastOfficial) ? date : lastOfficial;
                case "projected" -> firstProjected = date.isBefore(firstProjected) ? date : firstProjected;
                default -> throw new IllegalStateException(resource + " has an unknown status: " + line);
            }
            if (holidays.put(date, cells[1]) != null) {
                throw new IllegalStateException(resource + " names a day twice: " + line);
            }
        }
        if (lastOfficial.equals(LocalDate.MIN) || lastOfficial.getYear() >= firstProjected.getYear()) {
            throw new IllegalStateException(resource + " must hold official years first, then projected years");
        }
        return new HolidayTable(name, holidays, lastOfficial);
    }

    Optional<String> holidayName(LocalDate date) {
        refuseOutside(date);
        return Optional.ofNullable(holidays.get(date));
    }

    /** Last day of the last official year. */
    LocalDate officialThrough() {
        return officialThrough;
    }

    LocalDate horizon() {
        return horizon;
    }

    boolean isProjected(LocalDate date) {
        refuseOutside(date);
        return date.isAfter(officialThrough);
    }

    /** The days that are neither Saturday, Sunday, a holiday of this table nor {@code alsoClosed}. */
    OpenDays openDays(String calendar, Predicate<LocalDate> alsoClosed) {
        return new OpenDays(
                calendar,
                begin,
                horizon,
                day -> day.getDayOfWeek() != DayOfWeek.SATURDAY
                        && day.getDayOfWeek() != DayOfWeek.SUNDAY
                        && !holidays.containsKey(day)
                        && !alsoClosed.test(day));
    }

    private void refuseOutside(LocalDate date) {
        if (date.isBefore(begin)) {
            throw new CalendarHorizonException(name, date, begin);
        }
        if (date.isAfter(horizon)) {
            throw new CalendarHorizonException(name, date, horizon);
        }
    }
}
