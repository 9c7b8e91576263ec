package io.github.samuraidesk.pricing.workbook;

import io.github.samuraidesk.bond.CouponPeriod;
import io.github.samuraidesk.bond.ResolvedBond;
import io.github.samuraidesk.calendar.JapanCalendars;
import io.github.samuraidesk.pricing.TrancheInputs;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Weekdays on which banks in Tokyo are closed, for the formulas that move payments. */
final class HolidaysPage {

    private static final int DAYS_AROUND = 31;
    /** Title, subtitle, note, header. */
    private static final int ROWS_ABOVE = 4;

    private HolidaysPage() {}

    static void write(Book book, TrancheInputs in, ResolvedBond bond, JapanCalendars calendars) {
        List<LocalDate> dates = new ArrayList<>();
        List<String> names = new ArrayList<>();
        LocalDate from = in.valuation().isBefore(in.issueDate()) ? in.valuation() : in.issueDate();
        LocalDate to = last(bond).plusDays(DAYS_AROUND);
        for (LocalDate day = from; !day.isAfter(to) && !day.isAfter(calendars.horizon()); day = day.plusDays(1)) {
            boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            if (!weekend && !calendars.bank().isBusinessDay(day)) {
                dates.add(day);
                names.add(calendars.holidayName(day).orElse(book.word("bankHoliday")));
            }
        }
        if (dates.isEmpty()) {
            // a name needs a cell; a Saturday changes nothing
            dates.add(from.with(java.time.temporal.TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY)));
            names.add(book.word("weekend"));
        }
        Page page = book.page("holidays").widths(16, 32, 16);
        page.note("note.holidays");
        page.table(
                dates.size(),
                Column.given("holiday.date", "HolidayDate", Format.DATE, dates),
                Column.given("holiday.name", "HolidayName", Format.TEXT, names));
        page.freeze(ROWS_ABOVE, 0);
    }

    private static LocalDate last(ResolvedBond bond) {
        CouponPeriod last = bond.periods().get(bond.periods().size() - 1);
        return last.paymentDate().isAfter(last.end()) ? last.paymentDate() : last.end();
    }
}
