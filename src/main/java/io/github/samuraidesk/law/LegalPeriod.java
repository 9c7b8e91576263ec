package io.github.samuraidesk.law;

import java.time.LocalDate;

/**
 * Periods counted in months and years (期間の計算, Civil Code Art. 143, elaws.e-gov.go.jp). A period that runs from the end
 * of a month ends at the end of a month; where the last month lacks the corresponding day, it ends on that month's last.
 */
public final class LegalPeriod {

    private LegalPeriod() {}

    /** Last day of a period of months that begins at the end of {@code day}. */
    public static LocalDate monthsAfter(LocalDate day, int months) {
        LocalDate end = day.plusMonths(months);
        boolean lastOfMonth = day.getDayOfMonth() == day.lengthOfMonth();
        return lastOfMonth ? end.withDayOfMonth(end.lengthOfMonth()) : end;
    }

    /** Last day of a period of years that begins at the start of {@code first}. */
    public static LocalDate lastDayOfYears(LocalDate first, int years) {
        LocalDate corresponding = first.plusYears(years);
        boolean hasCorresponding = corresponding.getDayOfMonth() == first.getDayOfMonth();
        return hasCorresponding ? corresponding.minusDays(1) : corresponding;
    }
}
