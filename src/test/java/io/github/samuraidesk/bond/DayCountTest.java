package io.github.samuraidesk.bond;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayCountTest {

    /** Source: the formulas of the 2006 ISDA Definitions 4.16(f) and (g), worked by hand for each pair of days. */
    @ParameterizedTest
    @CsvSource({
        "2007-01-15, 2007-01-30, 15, 15",
        "2007-01-15, 2007-02-15, 30, 30",
        "2007-09-30, 2008-03-31, 180, 180",
        "2007-09-30, 2007-10-31, 30, 30",
        "2007-01-15, 2007-01-31, 16, 15",
        "2007-02-28, 2007-03-31, 33, 32",
        "2006-08-31, 2007-02-28, 178, 178",
        "2007-02-28, 2007-08-31, 183, 182",
        "2008-02-29, 2008-08-31, 182, 181",
        "2007-10-31, 2008-11-30, 390, 390"
    })
    void countsThirtyDayMonths(LocalDate start, LocalDate end, long bond, long euro) {
        assertThat(DayCount.THIRTY_360.days(start, end)).isEqualTo(bond);
        assertThat(DayCount.THIRTY_E_360.days(start, end)).isEqualTo(euro);
    }

    @Test
    void countsActualDaysOverTheirDivisor() {
        long start = LocalDate.of(2026, 11, 18).toEpochDay();
        long end = LocalDate.of(2027, 11, 18).toEpochDay();
        assertThat(DayCount.ACT_365F.years(start, end)).isEqualTo(1);
        assertThat(DayCount.ACT_360.years(start, end)).isEqualTo(365 / 360.0);
        assertThat(DayCount.ACT_360.daysAYear()).isEqualTo(360);
        assertThat(DayCount.ACT_365F.label()).isEqualTo("Act/365F");
    }

    @Test
    void leavesOutEveryTwentyNinthOfFebruary() {
        LocalDate leap = LocalDate.of(2024, 2, 29);
        assertThat(DayCount.ACT_365_NO_LEAP.days(leap.minusDays(1), leap)).isZero();
        assertThat(DayCount.ACT_365_NO_LEAP.days(leap, leap.plusDays(1))).isEqualTo(1);
        assertThat(DayCount.ACT_365_NO_LEAP.days(LocalDate.of(2024, 1, 1), LocalDate.of(2028, 1, 1)))
                .isEqualTo(4 * 365);
        assertThat(DayCount.ACT_365_NO_LEAP.days(LocalDate.of(2099, 1, 1), LocalDate.of(2101, 1, 1)))
                .isEqualTo(2 * 365);
    }

    @Test
    void civilDaysAgreeWithTheLibraryFrom1898To2202() {
        // every day around the centuries, which are leap years or not, and every eleventh between
        for (LocalDate date = LocalDate.of(1898, 1, 1);
                date.getYear() < 2203;
                date = date.plusDays((date.getYear() + 2) % 100 < 5 ? 1 : 11)) {
            long day = date.toEpochDay();
            long month = 12L * date.getYear() + date.getMonthValue() - 1;
            assertThat(CivilDays.monthIndex(day)).isEqualTo(month);
            assertThat(CivilDays.dayOfMonth(day)).isEqualTo(date.getDayOfMonth());
            assertThat(CivilDays.epochDay(month, date.getDayOfMonth())).isEqualTo(day);
            assertThat(CivilDays.epochDay(month, 31))
                    .isEqualTo(date.withDayOfMonth(date.lengthOfMonth()).toEpochDay());
        }
        assertThat(CivilDays.leapDaysThrough(LocalDate.of(2026, 1, 1).toEpochDay())
                        - CivilDays.leapDaysThrough(LocalDate.of(1966, 1, 1).toEpochDay()))
                .isEqualTo(ChronoUnit.DAYS.between(LocalDate.of(1966, 1, 1), LocalDate.of(2026, 1, 1)) - 60 * 365);
    }
}
