package io.github.samuraidesk.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BusinessCalendarTest {

    private static final BusinessCalendar TOKYO = JapanCalendars.load().bank();
    private static final CentreCalendars CENTRES = CentreCalendars.load();
    private static final BusinessCalendar JOINT =
            BusinessCalendar.joint(TOKYO, CENTRES.london(), CENTRES.newYork(), CENTRES.target());

    /** Closed on Sundays only and without an end: what a calendar must supply is its name and its open days. */
    private static final BusinessCalendar SIX_DAYS = new BusinessCalendar() {
        @Override
        public String name() {
            return "SIX-DAYS";
        }

        @Override
        public boolean isOpen(long epochDay) {
            return LocalDate.ofEpochDay(epochDay).getDayOfWeek() != DayOfWeek.SUNDAY;
        }
    };

    static Stream<BusinessCalendar> calendars() {
        return Stream.of(TOKYO, CENTRES.london(), CENTRES.newYork(), CENTRES.target(), JOINT, SIX_DAYS);
    }

    @ParameterizedTest
    @MethodSource("calendars")
    void movesEpochDaysAsItMovesDates(BusinessCalendar calendar) {
        LocalDate end = LocalDate.of(2099, 12, 1);
        for (LocalDate date = LocalDate.of(2002, 2, 1); date.isBefore(end); date = date.plusDays(1)) {
            long day = date.toEpochDay();
            assertThat(calendar.isOpen(day)).isEqualTo(calendar.isBusinessDay(date));
            assertThat(calendar.following(day))
                    .isEqualTo(calendar.following(date).toEpochDay())
                    .isEqualTo(firstOpen(calendar, date, 1).toEpochDay());
            assertThat(calendar.preceding(day))
                    .isEqualTo(calendar.preceding(date).toEpochDay())
                    .isEqualTo(firstOpen(calendar, date, -1).toEpochDay());
            assertThat(calendar.modifiedFollowing(day))
                    .isEqualTo(calendar.modifiedFollowing(date).toEpochDay())
                    .isEqualTo(firstOpenWithinTheMonth(calendar, date).toEpochDay());
            for (int n = -3; n <= 3; n++) {
                assertThat(calendar.plusBusinessDays(day, n))
                        .isEqualTo(calendar.plusBusinessDays(date, n).toEpochDay());
            }
            assertThat(calendar.plusBusinessDays(day, 1))
                    .isEqualTo(firstOpen(calendar, date.plusDays(1), 1).toEpochDay());
            assertThat(calendar.plusBusinessDays(day, -1))
                    .isEqualTo(firstOpen(calendar, date.minusDays(1), -1).toEpochDay());
        }
    }

    private static LocalDate firstOpen(BusinessCalendar calendar, LocalDate from, int step) {
        return Stream.iterate(from, day -> day.plusDays(step))
                .filter(calendar::isBusinessDay)
                .findFirst()
                .orElseThrow();
    }

    private static LocalDate firstOpenWithinTheMonth(BusinessCalendar calendar, LocalDate from) {
        LocalDate next = firstOpen(calendar, from, 1);
        return next.getMonth() == from.getMonth() ? next : firstOpen(calendar, from, -1);
    }

    // what each centre's own source says is tested with the centre; these are the four read together
    @ParameterizedTest
    @CsvSource({
        "2026-05-01, 2026-05-07, 2026-05-07, 2026-04-30", // 1 May TARGET, 4 to 6 May Tokyo
        "2022-09-19, 2022-09-20, 2022-09-20, 2022-09-16", // state funeral in London, 敬老の日 in Tokyo
        "2027-07-05, 2027-07-06, 2027-07-06, 2027-07-02", // 4 July on a Sunday
        "2027-12-31, 2028-01-04, 2027-12-30, 2027-12-30", // 大晦日; 3 January 2028 in Tokyo and London
        "2024-03-29, 2024-04-02, 2024-03-28, 2024-03-28" // Good Friday at the end of a month
    })
    void movesPastTheHolidaysOfFourCentres(
            LocalDate date, LocalDate following, LocalDate modifiedFollowing, LocalDate preceding) {
        assertThat(JOINT.name()).isEqualTo("JP-BANK+GB-LONDON+US-NEW-YORK+EU-TARGET");
        assertThat(JOINT.isBusinessDay(date)).isFalse();
        assertThat(JOINT.following(date)).isEqualTo(following);
        assertThat(JOINT.modifiedFollowing(date)).isEqualTo(modifiedFollowing);
        assertThat(JOINT.preceding(date)).isEqualTo(preceding);
    }

    @Test
    void isOpenJointlyOnExactlyTheDaysOnWhichAllAreOpen() {
        LocalDate end = LocalDate.of(2100, 1, 1);
        LocalDate.of(2002, 1, 1)
                .datesUntil(end)
                .forEach(day -> assertThat(JOINT.isBusinessDay(day))
                        .as("%s", day)
                        .isEqualTo(TOKYO.isBusinessDay(day)
                                && CENTRES.london().isBusinessDay(day)
                                && CENTRES.newYork().isBusinessDay(day)
                                && CENTRES.target().isBusinessDay(day)));
    }

    @Test
    void refusesJointlyWhatOneCalendarHasNoTableFor() {
        LocalDate closedInTokyo = LocalDate.of(2001, 12, 31);
        assertThat(TOKYO.isBusinessDay(closedInTokyo)).isFalse();
        assertThatThrownBy(() -> JOINT.isBusinessDay(closedInTokyo))
                .isInstanceOfSatisfying(CalendarHorizonException.class, e -> {
                    assertThat(e.calendar()).isEqualTo("GB-LONDON");
                    assertThat(e.horizon()).isEqualTo("2002-01-01");
                });
        assertThatThrownBy(() -> BusinessCalendar.joint(SIX_DAYS, CENTRES.target())
                        .isOpen(LocalDate.of(2100, 1, 3).toEpochDay()))
                .isInstanceOf(CalendarHorizonException.class);
    }

    @Test
    void refusesEpochDaysOutsideItsTable() {
        long first = LocalDate.of(1990, 1, 1).toEpochDay();
        long last = LocalDate.of(2099, 12, 31).toEpochDay();
        assertThat(TOKYO.isOpen(first)).isFalse();
        assertThat(TOKYO.isOpen(last)).isFalse();
        assertThatThrownBy(() -> TOKYO.isOpen(first - 1))
                .isInstanceOf(CalendarHorizonException.class)
                .hasMessageContaining("1989-12-31")
                .hasMessageContaining("begins on 1990-01-01");
        assertThatThrownBy(() -> TOKYO.isOpen(last + 1))
                .isInstanceOf(CalendarHorizonException.class)
                .hasMessageContaining("2100-01-01")
                .hasMessageContaining("ends on 2099-12-31");
        assertThatThrownBy(() -> TOKYO.following(last)).isInstanceOf(CalendarHorizonException.class);
        assertThatThrownBy(() -> TOKYO.preceding(first)).isInstanceOf(CalendarHorizonException.class);
        assertThatThrownBy(() -> TOKYO.isOpen(LocalDate.MIN.toEpochDay())).isInstanceOf(CalendarHorizonException.class);
        assertThatThrownBy(() -> TOKYO.isOpen(LocalDate.MAX.toEpochDay())).isInstanceOf(CalendarHorizonException.class);
    }

    @Test
    void refusesToCountPastItsTable() {
        LocalDate date = LocalDate.of(2026, 11, 20);
        assertThatThrownBy(() -> TOKYO.plusBusinessDays(date, Integer.MIN_VALUE))
                .isInstanceOf(CalendarHorizonException.class);
        assertThatThrownBy(() -> TOKYO.plusBusinessDays(date, Integer.MAX_VALUE))
                .isInstanceOf(CalendarHorizonException.class);
    }
}
