package io.github.samuraidesk.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CentreCalendarsTest {

    private static final CentreCalendars CENTRES = CentreCalendars.load();
    private static final CentreCalendar LONDON = CENTRES.london();
    private static final CentreCalendar NEW_YORK = CENTRES.newYork();
    private static final CentreCalendar TARGET = CENTRES.target();

    /** Easter Sundays from 2001 as days of March. Source: OEIS A060958, "Gregorian Easter dates". */
    private static final int[] EASTER_FROM_2001 = {
        46, 31, 51, 42, 27, 47, 39, 23, 43, 35, 55, 39, 31, 51, 36, 27, 47, 32, 52, 43,
        35, 48, 40, 31, 51, 36, 28, 47, 32, 52, 44, 28, 48, 40, 25, 44, 36, 56, 41, 32,
        52, 37, 29, 48, 40, 25, 45, 36, 49, 41, 33, 52, 37, 29, 49, 33, 53, 45, 30, 49,
        41, 26, 46, 37, 29, 42
    };

    static Stream<CentreCalendar> centres() {
        return Stream.of(LONDON, NEW_YORK, TARGET);
    }

    private static CentreCalendar centre(String name) {
        return centres()
                .filter(centre -> centre.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<LocalDate> weekdaysClosed(CentreCalendar centre, int year) {
        return centre.skippedBetween(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)).stream()
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                .toList();
    }

    /** Whole published years, without the days that the list itself puts on a Saturday. */
    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
        centre,      year, weekdays closed,                                                   source
        GB-LONDON,   2015, 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28,                   gov.uk/bank-holidays
        GB-LONDON,   2016, 01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27,                   gov.uk/bank-holidays
        GB-LONDON,   2017, 01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26,                   gov.uk/bank-holidays
        GB-LONDON,   2018, 01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26,                   gov.uk/bank-holidays
        GB-LONDON,   2019, 01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26,                   gov.uk/bank-holidays
        GB-LONDON,   2020, 01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28,                   gov.uk/bank-holidays
        GB-LONDON,   2021, 01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28,                   gov.uk/bank-holidays
        US-NEW-YORK, 2020, 01-01 01-20 02-17 05-25 09-07 10-12 11-11 11-26 12-25,             Fed K.8 2020-2024
        US-NEW-YORK, 2021, 01-01 01-18 02-15 05-31 07-05 09-06 10-11 11-11 11-25,             Fed K.8 2020-2024
        US-NEW-YORK, 2022, 01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26,       Fed K.8; Pub. L. 117-17
        US-NEW-YORK, 2023, 01-02 01-16 02-20 05-29 06-19 07-04 09-04 10-09 11-23 12-25,       Fed K.8; Pub. L. 117-17
        US-NEW-YORK, 2024, 01-01 01-15 02-19 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25, St. Louis Fed
        US-NEW-YORK, 2025, 01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25, St. Louis Fed
        US-NEW-YORK, 2026, 01-01 01-19 02-16 05-25 06-19 09-07 10-12 11-11 11-26 12-25,       Fed K.8 2026-2030
        US-NEW-YORK, 2027, 01-01 01-18 02-15 05-31 07-05 09-06 10-11 11-11 11-25,             Fed K.8 2026-2030
        US-NEW-YORK, 2028, 01-17 02-21 05-29 06-19 07-04 09-04 10-09 11-23 12-25,             Fed K.8 2026-2030
        US-NEW-YORK, 2029, 01-01 01-15 02-19 05-28 06-19 07-04 09-03 10-08 11-12 11-22 12-25, Fed K.8 2026-2030
        US-NEW-YORK, 2030, 01-01 01-21 02-18 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25, Fed K.8 2026-2030
        EU-TARGET,   2002, 01-01 03-29 04-01 05-01 12-25 12-26,                               ECB 14 December 2000
        EU-TARGET,   2024, 01-01 03-29 04-01 05-01 12-25 12-26,                               ECB 14 December 2000
        """)
    void closesOnTheWeekdaysPublishedFor(String centre, int year, String weekdaysClosed, String source) {
        assertThat(source).isNotBlank();
        assertThat(weekdaysClosed(centre(centre), year))
                .containsExactlyElementsOf(Arrays.stream(weekdaysClosed.split(" "))
                        .map(day -> LocalDate.parse(year + "-" + day))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', useHeadersInDisplayName = true, textBlock = """
        centre,      date,       holiday,                                         source
        GB-LONDON,   2002-06-03, Golden Jubilee,                                  10 Downing Street November 2000
        GB-LONDON,   2002-06-04, Spring bank holiday (moved),                     10 Downing Street November 2000
        GB-LONDON,   2011-04-29, Royal Wedding,                                   10 Downing Street November 2010
        GB-LONDON,   2012-06-04, Spring bank holiday (moved),                     House of Lords January 2010
        GB-LONDON,   2012-06-05, Diamond Jubilee,                                 House of Lords January 2010
        GB-LONDON,   2020-05-08, Early May bank holiday (moved),                  gov.uk/bank-holidays
        GB-LONDON,   2022-06-02, Spring bank holiday (moved),                     gov.uk/bank-holidays
        GB-LONDON,   2022-06-03, Platinum Jubilee,                                gov.uk/bank-holidays
        GB-LONDON,   2022-09-19, State Funeral of Queen Elizabeth II,             Royal Proclamation September 2022
        GB-LONDON,   2023-05-08, Coronation of King Charles III,                  10 Downing Street November 2022
        GB-LONDON,   2022-12-27, Christmas Day (substitute),                      gov.uk/bank-holidays
        GB-LONDON,   2023-01-02, New Year's Day (substitute),                     gov.uk/bank-holidays
        US-NEW-YORK, 2022-06-20, Juneteenth National Independence Day (observed), Pub. L. 117-17
        US-NEW-YORK, 2022-12-26, Christmas Day (observed),                        Fed K.8 2020-2024
        US-NEW-YORK, 2023-01-02, New Year's Day (observed),                       Fed K.8 2020-2024
        EU-TARGET,   2026-05-01, Labour Day,                                      ECB 14 December 2000
        EU-TARGET,   2025-12-26, 26 December,                                     ECB 14 December 2000
        """)
    void knowsTheHolidayOf(String centre, LocalDate date, String holiday, String source) {
        assertThat(source).isNotBlank();
        assertThat(centre(centre).holidayName(date)).contains(holiday);
        assertThat(centre(centre).isBusinessDay(date)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', useHeadersInDisplayName = true, textBlock = """
        centre,      date,       why it might be thought closed,      source
        GB-LONDON,   2002-05-27, spring bank holiday moved to 4 June, 10 Downing Street November 2000
        GB-LONDON,   2012-05-28, spring bank holiday moved to 4 June, House of Lords January 2010
        GB-LONDON,   2020-05-04, early May holiday moved to 8 May,    gov.uk/bank-holidays
        GB-LONDON,   2022-05-30, spring bank holiday moved to 2 June, gov.uk/bank-holidays
        GB-LONDON,   2021-12-24, substitutes only ever come later,    gov.uk/bank-holidays
        US-NEW-YORK, 2018-12-05, mourning for President Bush,         ICBA December 2018
        US-NEW-YORK, 2025-01-09, mourning for President Carter,       ABA Banking Journal January 2025
        US-NEW-YORK, 2021-06-18, Juneteenth on a Saturday,            Federal Reserve Board 17 June 2021
        US-NEW-YORK, 2020-06-19, Juneteenth before it was a holiday,  Fed K.8 2020-2024
        US-NEW-YORK, 2026-07-03, Independence Day on a Saturday,      Fed K.8 2026-2030
        US-NEW-YORK, 2027-06-18, Juneteenth on a Saturday,            Fed K.8 2026-2030
        US-NEW-YORK, 2027-12-24, Christmas Day on a Saturday,         Fed K.8 2026-2030
        US-NEW-YORK, 2027-12-31, New Year's Day on a Saturday,        Fed K.8 2026-2030
        US-NEW-YORK, 2028-11-10, Veterans Day on a Saturday,          Fed K.8 2026-2030
        US-NEW-YORK, 2026-04-03, Good Friday,                         Fed K.8 2026-2030
        EU-TARGET,   2002-12-31, closed at the end of 2001 only,      ECB 14 December 2000
        EU-TARGET,   2021-12-27, Christmas Day on a Saturday,         ECB 14 December 2000
        EU-TARGET,   2022-05-02, Labour Day on a Sunday,              ECB 14 December 2000
        EU-TARGET,   2026-05-25, Whit Monday,                         ECB 14 December 2000
        """)
    void isOpenOn(String centre, LocalDate date, String why, String source) {
        assertThat(source).isNotBlank();
        assertThat(centre(centre).holidayName(date)).isEmpty();
        assertThat(centre(centre).isBusinessDay(date)).as(why).isTrue();
    }

    static IntStream yearsWithAPublishedEaster() {
        return IntStream.range(2002, 2001 + EASTER_FROM_2001.length);
    }

    @ParameterizedTest
    @MethodSource("yearsWithAPublishedEaster")
    void closesLondonAndTargetOnGoodFridayAndEasterMonday(int year) {
        LocalDate easter = LocalDate.of(year, 3, 1).plusDays(EASTER_FROM_2001[year - 2001] - 1L);
        for (CentreCalendar centre : List.of(LONDON, TARGET)) {
            assertThat(centre.holidayName(easter.minusDays(2))).contains("Good Friday");
            assertThat(centre.holidayName(easter.plusDays(1))).contains("Easter Monday");
        }
        assertThat(NEW_YORK.isBusinessDay(easter.minusDays(2))).isTrue();
        assertThat(NEW_YORK.isBusinessDay(easter.plusDays(1))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("centres")
    void namesExactlyTheWeekdaysClosed(CentreCalendar centre) {
        LocalDate.of(2002, 1, 1).datesUntil(LocalDate.of(2100, 1, 1)).forEach(day -> {
            boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
            assertThat(centre.holidayName(day).isPresent())
                    .as("%s %s", centre, day)
                    .isEqualTo(!weekend && !centre.isBusinessDay(day));
            assertThat(weekend && centre.isBusinessDay(day)).isFalse();
        });
    }

    @Test
    void keepsEightLondonHolidaysInEveryYearWithoutAnExtraOne() {
        for (int year = 2002; year <= 2099; year++) {
            int extra = List.of(2002, 2011, 2012, 2023).contains(year) ? 1 : year == 2022 ? 2 : 0;
            assertThat(weekdaysClosed(LONDON, year)).as("%s", year).hasSize(8 + extra);
        }
    }

    @ParameterizedTest
    @MethodSource("centres")
    void refusesDaysOutsideItsTable(CentreCalendar centre) {
        LocalDate before = LocalDate.of(2001, 12, 31);
        LocalDate after = LocalDate.of(2100, 1, 1);
        assertThat(centre.horizon()).isEqualTo("2099-12-31");
        assertThatThrownBy(() -> centre.isBusinessDay(before))
                .isInstanceOfSatisfying(CalendarHorizonException.class, e -> {
                    assertThat(e.calendar()).isEqualTo(centre.name());
                    assertThat(e.date()).isEqualTo(before);
                    assertThat(e.horizon()).isEqualTo("2002-01-01");
                });
        assertThatThrownBy(() -> centre.isOpen(after.toEpochDay()))
                .isInstanceOfSatisfying(CalendarHorizonException.class, e -> {
                    assertThat(e.calendar()).isEqualTo(centre.name());
                    assertThat(e.date()).isEqualTo(after);
                    assertThat(e.horizon()).isEqualTo("2099-12-31");
                });
        assertThatThrownBy(() -> centre.holidayName(after)).isInstanceOf(CalendarHorizonException.class);
        assertThatThrownBy(() -> centre.isProjected(before)).isInstanceOf(CalendarHorizonException.class);
        assertThatThrownBy(() -> centre.plusBusinessDays(LocalDate.of(2099, 12, 31), 1))
                .isInstanceOf(CalendarHorizonException.class);
    }

    @Test
    void saysWhichDaysAreProjected() {
        assertThat(LONDON.officialThrough()).isEqualTo("2027-12-31");
        assertThat(NEW_YORK.officialThrough()).isEqualTo("2030-12-31");
        assertThat(TARGET.officialThrough()).isEqualTo("2027-12-31");
        assertThat(centres()).allSatisfy(centre -> {
            assertThat(centre.isProjected(centre.officialThrough())).isFalse();
            assertThat(centre.isProjected(centre.officialThrough().plusDays(1))).isTrue();
        });
    }
}
