package io.github.samuraidesk.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JapanCalendarsTest {

    private static final JapanCalendars JAPAN = JapanCalendars.load();
    private static final BusinessCalendar BANK = JAPAN.bank();

    static Stream<List<String>> reference() throws IOException {
        try (InputStream in = JapanCalendarsTest.class.getResourceAsStream("/pricing/business-days.csv")) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertThat(lines.get(0)).endsWith(",source");
            return lines.stream().skip(1).map(line -> List.of(line.split(",", -1)));
        }
    }

    @ParameterizedTest
    @MethodSource("reference")
    void movesDaysAsTheReferenceDoes(List<String> row) {
        assertThat(row.get(8)).as("source").isNotBlank();
        LocalDate day = LocalDate.parse(row.get(0));
        assertThat(BANK.isBusinessDay(day)).isEqualTo("1".equals(row.get(1)));
        assertThat(BANK.following(day)).isEqualTo(row.get(2));
        assertThat(BANK.preceding(day)).isEqualTo(row.get(3));
        assertThat(BANK.modifiedFollowing(day)).isEqualTo(row.get(4));
        assertThat(BANK.plusBusinessDays(day, 1)).isEqualTo(row.get(5));
        assertThat(BANK.plusBusinessDays(day, 2)).isEqualTo(row.get(6));
        assertThat(BANK.plusBusinessDays(day, 3)).isEqualTo(row.get(7));
    }

    @ParameterizedTest
    @CsvSource({
        "1990-11-12,即位礼正殿の儀",
        "1993-06-09,皇太子徳仁親王の結婚の儀",
        "1999-05-04,国民の休日",
        "1998-05-04,振替休日",
        "2006-04-29,みどりの日",
        "2007-04-29,昭和の日",
        "2008-05-06,振替休日",
        "2009-09-22,国民の休日",
        "2016-08-11,山の日",
        "2018-12-24,振替休日",
        "2019-04-30,国民の休日",
        "2019-05-01,天皇の即位の日",
        "2019-05-02,国民の休日",
        "2019-10-22,即位礼正殿の儀",
        "2020-02-24,振替休日",
        "2020-07-24,スポーツの日",
        "2021-08-09,振替休日",
        "2026-09-22,国民の休日",
        "2032-09-21,国民の休日"
    })
    void knowsTheHolidayOf(LocalDate day, String name) {
        assertThat(JAPAN.holidayName(day)).contains(name);
        assertThat(BANK.isBusinessDay(day)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1995-07-20", // Marine Day began in 1996
        "2003-07-22",
        "2015-08-11",
        "2019-12-23",
        "2020-07-20",
        "2020-10-12",
        "2021-10-11",
        "2020-08-11"
    })
    void isOpenOn(LocalDate day) {
        assertThat(JAPAN.holidayName(day)).isEmpty();
        assertThat(BANK.isBusinessDay(day)).isTrue();
    }

    @Test
    void leavesASundayOfFourMayBeforeTwoThousandSevenWithoutASubstitute() {
        assertThat(JAPAN.holidayName(LocalDate.of(1992, 5, 4))).contains("振替休日");
        assertThat(JAPAN.holidayName(LocalDate.of(1997, 5, 4))).isEmpty();
        assertThat(BANK.isBusinessDay(LocalDate.of(1997, 5, 6))).isTrue();
    }

    @Test
    void keepsBanksAndGovernmentOfficesApartAtYearEnd() {
        LocalDate thirtieth = LocalDate.of(2025, 12, 30);
        assertThat(BANK.isBusinessDay(thirtieth)).isTrue();
        assertThat(JAPAN.bojNet().isBusinessDay(thirtieth)).isTrue();
        assertThat(JAPAN.government().isBusinessDay(thirtieth)).isFalse();
        assertThat(JAPAN.government().isBusinessDay(LocalDate.of(2025, 12, 29))).isFalse();
        assertThat(JAPAN.government().isBusinessDay(LocalDate.of(2025, 12, 26))).isTrue();
        assertThat(BANK.following(LocalDate.of(2025, 12, 31))).isEqualTo("2026-01-05");
        assertThat(List.of(
                        BANK.name(), JAPAN.government().name(), JAPAN.bojNet().name()))
                .doesNotHaveDuplicates();
    }

    @Test
    void refusesDaysOutsideItsTable() {
        assertThat(JAPAN.horizon()).isEqualTo("2099-12-31");
        assertThatThrownBy(() -> BANK.isBusinessDay(LocalDate.of(2100, 1, 1)))
                .isInstanceOfSatisfying(CalendarHorizonException.class, e -> {
                    assertThat(e.calendar()).isEqualTo("JP-BANK");
                    assertThat(e.date()).isEqualTo("2100-01-01");
                    assertThat(e.horizon()).isEqualTo("2099-12-31");
                });
        assertThatThrownBy(() -> BANK.following(LocalDate.of(2099, 12, 31)))
                .isInstanceOf(CalendarHorizonException.class);
        assertThatThrownBy(() -> JAPAN.holidayName(LocalDate.of(1989, 12, 29)))
                .isInstanceOf(CalendarHorizonException.class)
                .hasMessageContaining("begins on 1990-01-01");
    }

    @Test
    void saysWhichDaysAreProjected() {
        assertThat(JAPAN.officialThrough()).isEqualTo("2027-12-31");
        assertThat(JAPAN.isProjected(LocalDate.of(2027, 12, 31))).isFalse();
        assertThat(JAPAN.isProjected(LocalDate.of(2028, 1, 1))).isTrue();
    }

    @Test
    void countsBusinessDaysBackAsForth() {
        LocalDate friday = LocalDate.of(2026, 5, 1);
        assertThat(BANK.plusBusinessDays(friday, 1)).isEqualTo("2026-05-07");
        assertThat(BANK.plusBusinessDays(LocalDate.of(2026, 5, 7), -1)).isEqualTo(friday);
        assertThat(BANK.plusBusinessDays(friday, 0)).isEqualTo(friday);
        assertThat(BANK.plusBusinessDays(LocalDate.of(2026, 5, 2), 0)).isEqualTo("2026-05-07");
        assertThat(BANK.businessDaysBetween(friday, LocalDate.of(2026, 5, 7))).isEqualTo(1);
        for (int n = -300; n <= 300; n++) {
            LocalDate there = BANK.plusBusinessDays(friday, n);
            assertThat(BANK.businessDaysBetween(friday, there)).isEqualTo(n);
            assertThat(BANK.plusBusinessDays(there, -n)).isEqualTo(friday);
        }
    }

    @Test
    void listsTheClosedDaysPassedOver() {
        assertThat(BANK.skippedBetween(LocalDate.of(2026, 9, 18), LocalDate.of(2026, 9, 24)))
                .containsExactly(
                        LocalDate.of(2026, 9, 19),
                        LocalDate.of(2026, 9, 20),
                        LocalDate.of(2026, 9, 21),
                        LocalDate.of(2026, 9, 22),
                        LocalDate.of(2026, 9, 23));
    }

    @Test
    void isOpenJointlyOnlyWhenAllAreOpen() {
        BusinessCalendar joint = BusinessCalendar.joint(BANK, JAPAN.government());
        assertThat(joint.name()).isEqualTo("JP-BANK+JP-GOVERNMENT");
        assertThat(joint.isBusinessDay(LocalDate.of(2025, 12, 30))).isFalse();
        assertThat(joint.following(LocalDate.of(2025, 12, 27))).isEqualTo("2026-01-05");
        assertThatThrownBy(BusinessCalendar::joint).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesATableWithoutStatusOrSource() {
        String header = "date,name_ja,status,source";
        assertThatThrownBy(() -> JapanCalendars.from(List.of(header, "2026-01-01,元日,guess,Act")))
                .hasMessageContaining("unknown status");
        assertThatThrownBy(() -> JapanCalendars.from(List.of(header, "2026-01-01,元日,official,")))
                .hasMessageContaining("source");
        assertThatThrownBy(() -> JapanCalendars.from(
                        List.of(header, "2026-01-01,元日,official,Act", "2026-01-01,元日,official,Act")))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> JapanCalendars.from(
                        List.of(header, "2027-01-01,元日,projected,Act", "2028-01-01,元日,official,Act")))
                .hasMessageContaining("official years first");
    }
}
