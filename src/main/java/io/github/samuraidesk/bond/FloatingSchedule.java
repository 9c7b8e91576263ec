package io.github.samuraidesk.bond;

import io.github.samuraidesk.calendar.BusinessCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Floating interest with its periods in date order. */
public record FloatingSchedule(FloatingTerms terms, List<FloatingPeriod> periods) {

    public FloatingSchedule {
        periods = List.copyOf(periods);
    }

    /**
     * Writes out the periods: unadjusted ends run back from maturity, a short first period is kept, then each end and
     * payment is moved by its own rule and the observation period runs ahead by the lookback.
     *
     * @throws io.github.samuraidesk.calendar.CalendarHorizonException when the terms outlive the calendar's table
     */
    public static FloatingSchedule resolve(FloatingTerms terms, BusinessCalendar calendar) {
        CouponGrid grid = new CouponGrid(terms.maturity(), terms.frequency(), terms.endOfMonth());
        List<FloatingPeriod> periods = new ArrayList<>();
        LocalDate start = terms.periodRule().adjust(terms.start(), calendar);
        for (int k = grid.lastIndexAfter(terms.start().toEpochDay()); k >= 0; k--) {
            LocalDate due = grid.date(k);
            LocalDate end = terms.periodRule().adjust(due, calendar);
            LocalDate paid = terms.payRule().adjust(due, calendar);
            periods.add(new FloatingPeriod(
                    start,
                    end,
                    lookBack(start, terms, calendar),
                    lookBack(end, terms, calendar),
                    paid,
                    CouponGrid.days(start, end),
                    CouponPeriod.moveOf(due, paid, terms.payRule(), calendar)));
            start = end;
        }
        return new FloatingSchedule(terms, periods);
    }

    /**
     * Interest per 100 face, unrounded: 100 × (R + m) × days/365; no floor, which would be a term of its own.
     *
     * @param compoundedRate R, the compounded reference rate of the period, decimal
     */
    public double interestPer100(FloatingPeriod period, double compoundedRate) {
        return 100 * (compoundedRate + terms.margin()) * period.days() / 365;
    }

    private static LocalDate lookBack(LocalDate date, FloatingTerms terms, BusinessCalendar calendar) {
        int days = terms.lookbackBusinessDays();
        return days == 0 ? date : calendar.plusBusinessDays(date, -days);
    }
}
