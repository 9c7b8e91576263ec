package io.github.samuraidesk.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.calendar.BusinessCalendar;
import io.github.samuraidesk.law.Planner.OtherDeal;
import io.github.samuraidesk.law.Planner.Plan;
import io.github.samuraidesk.law.Planner.Remark;
import io.github.samuraidesk.law.Planner.Wish;
import io.github.samuraidesk.law.StatutoryClocks.Amended;
import io.github.samuraidesk.law.StatutoryClocks.Counted;
import io.github.samuraidesk.registration.Filing;
import io.github.samuraidesk.registration.ShelfChecked;
import io.github.samuraidesk.registration.ShelfChecked.ReportKind;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Dates worked by hand with the holidays of the Cabinet Office (国民の祝日, syukujitsu.csv): the ten days of 27 April to
 * 6 May 2019, 22 October 2019, the Olympic days of 2020 and 2021; government offices close from 29 December to 3 January,
 * banks from 31 December. Lengths are those of 02-clocks.md.
 */
class ClockGoldenTest {

    private final RulePack pack = RulePack.builtIn();
    private final StatutoryClocks clocks = pack.statutoryClocks();
    private final Timetable timetable = pack.plan();
    private final Planner planner = new Planner(pack);

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private static List<LocalDate> days(String... dates) {
        return java.util.Arrays.stream(dates).map(LocalDate::parse).toList();
    }

    private static Filing statement(String accepted, boolean undecided) {
        return new Filing(
                Filing.Stage.STATEMENT,
                "020",
                "020000",
                LocalDateTime.parse(accepted + "T10:00"),
                "S1000000",
                "",
                "",
                undecided,
                Map.of());
    }

    private static Amended amended(AmendmentClass kind, String accepted, boolean fixesTerms) {
        return new Amended(kind, day(accepted), fixesTerms, "counsel");
    }

    // K01: 15 days pass, effective on the 16th after the filing day, whatever day that is (S:GL8-2; S:WIKI-SRS)
    @ParameterizedTest
    @CsvSource(textBlock = """
        2024-08-13, 2024-08-29, gov.si: filed 13 and priced 29 August 2024
        2024-02-13, 2024-02-29, by hand: lands on the leap day
        2024-02-15, 2024-03-02, by hand: 14 days to the leap day and 2 more; a Saturday
        2023-02-13, 2023-03-01, by hand: no leap day
        2019-04-15, 2019-05-01, by hand: Enthronement Day
        2019-04-19, 2019-05-05, by hand: Children's Day and a Sunday
        2019-04-26, 2019-05-12, by hand: all ten days of Golden Week 2019 count; a Sunday
        2024-04-19, 2024-05-05, by hand: Children's Day
        2024-12-13, 2024-12-29, by hand: government closed and a Sunday
        2024-12-16, 2025-01-01, by hand: New Year's Day
        2020-07-07, 2020-07-23, by hand: Marine Day as moved for the Olympics
        2021-07-07, 2021-07-23, by hand: Sports Day as moved for the Olympics
        2021-07-23, 2021-08-08, by hand: Mountain Day as moved for the Olympics; a Sunday
        """)
    void fifteenDaysPassAndNothingRolls(String filed, String effective, String source) {
        assertThat(clocks.srsEffective(day(filed))).as(source).isEqualTo(day(effective));
    }

    // K01 short: 7 days pass, and at least 4 government business days; the later governs (S:GL8-2)
    @ParameterizedTest
    @CsvSource(textBlock = """
        2024-08-13, 2024-08-21, 14 15 16 19 August are the four: 20; seven days: 21
        2024-04-26, 2024-05-08, 30 April 1 2 and 7 May are the four; seven days would be 4 May
        2019-04-26, 2019-05-11, 7 8 9 10 May 2019 are the four after ten closed days; seven days would be 4 May
        2019-04-25, 2019-05-10, 26 April and 7 8 9 May 2019 are the four
        2018-12-27, 2019-01-09, 28 December and 4 7 8 January are the four; seven days would be 4 January
        2018-12-28, 2019-01-10, 4 7 8 9 January are the four
        2023-12-28, 2024-01-11, 4 5 9 10 January are the four (8 January is Coming-of-Age Day)
        2020-07-21, 2020-07-30, 22 27 28 29 July 2020 are the four (23 and 24 moved); seven days: 29
        2021-07-20, 2021-07-29, 21 26 27 28 July 2021 are the four (22 and 23 moved); seven days: 28
        2022-05-02, 2022-05-12, 6 9 10 11 May 2022 are the four; seven days would be 10 May
        2024-02-21, 2024-02-29, 22 26 27 28 February are the four; seven days: the same leap day
        2024-02-22, 2024-03-01, 26 27 28 29 February are the four; seven days: the same day
        2019-10-18, 2019-10-26, 21 23 24 25 October 2019 are the four (22 is the Enthronement); seven days: 26
        """)
    void theShortClockKeepsFourGovernmentDays(String filed, String effective, String byHand) {
        assertThat(clocks.srsEffectiveShort(day(filed))).as(byHand).isEqualTo(day(effective));
    }

    // K02: one government business day passes, effective the day after, whatever day that is (S:GL8-4)
    @ParameterizedTest
    @CsvSource(textBlock = """
        2024-09-05, 2024-09-07, Friday 6 passes; a Saturday
        2024-09-06, 2024-09-10, Monday 9 passes
        2018-12-27, 2018-12-29, 28 December passes; 29 is closed and yet the day
        2018-12-28, 2019-01-05, 4 January passes
        2024-12-27, 2025-01-07, 6 January 2025 passes
        2019-04-25, 2019-04-27, 26 April passes
        2019-04-26, 2019-05-08, 7 May passes after ten closed days
        2024-04-26, 2024-05-01, 30 April passes
        2024-05-02, 2024-05-08, 7 May passes
        2019-10-21, 2019-10-24, 22 is the Enthronement and 23 passes
        2020-07-22, 2020-07-28, 23 and 24 are moved holidays and 27 passes
        2020-08-07, 2020-08-12, 10 is Mountain Day as moved and 11 passes
        2021-07-21, 2021-07-27, 22 and 23 are moved holidays and 26 passes
        2021-08-06, 2021-08-11, 8 is Mountain Day as moved and 9 its substitute; 10 passes
        2021-10-08, 2021-10-12, 11 October 2021 is no holiday (Sports Day was moved) and passes
        2024-02-22, 2024-02-27, 23 is the Emperor's Birthday and 26 passes
        2024-02-28, 2024-03-01, the leap day passes
        """)
    void anAmendmentWaitsAGovernmentDay(String accepted, String effective, String byHand) {
        assertThat(clocks.termsAmendmentEffective(day(accepted), false))
                .as(byHand)
                .isEqualTo(day(effective));
        assertThat(clocks.amendment(AmendmentClass.TRANCHE_DROPPED, day(accepted), "")
                        .date())
                .as(byHand)
                .isEqualTo(day(effective));
    }

    @Test
    void aPriceAfterBookbuildingIsEffectiveTheSameDay() {
        // K03, S:GL8-4; toushi.kankei.me S100RSK4: Korea amended on 7 September 2023, its pricing day
        assertThat(clocks.termsAmendmentEffective(day("2023-09-07"), true)).isEqualTo(day("2023-09-07"));
        Counted counted = clocks.amendment(AmendmentClass.PRICE_AFTER_BOOK, day("2023-09-07"), "counsel");
        assertThat(counted.clock()).isEqualTo("K03");
        assertThat(counted.count()).isEqualTo("0 cd");
        assertThat(counted.saidBy()).isEqualTo("counsel");
    }

    @Test
    void issuerInformationTakesThreeDays() {
        // K18 about 3 days (GK-med), the filing day not counted: 27 August, then 28 29 30 pass; worked by hand
        Counted counted = clocks.amendment(AmendmentClass.ISSUER_INFORMATION, day("2024-08-27"), "");
        assertThat(counted.date()).isEqualTo(day("2024-08-31"));
        assertThat(counted.clock()).isEqualTo("K18");
        // over the leap day: 27 February, then 28 29 and 1 March pass
        assertThat(clocks.amendment(AmendmentClass.ISSUER_INFORMATION, day("2024-02-27"), "")
                        .date())
                .isEqualTo(day("2024-03-02"));
    }

    @Test
    void anyOtherAmendmentRestartsTheFifteenDays() {
        // K04, S:WIKI-SRS: as K01 from the amendment; worked by hand
        Counted counted = clocks.amendment(AmendmentClass.OTHER, day("2024-08-20"), "");
        assertThat(counted.date()).isEqualTo(day("2024-09-05"));
        assertThat(counted.clock()).isEqualTo("K04");
    }

    @Test
    void effectivenessIsTheLatestOfAll() {
        // 13 August + 16 = 29; terms of 28 (K02) = 30; issuer information of 27 (K18) = 31; price of 29 (K03) = 29
        var all = List.of(
                amended(AmendmentClass.ISSUER_INFORMATION, "2024-08-27", false),
                amended(AmendmentClass.SECURITIES, "2024-08-28", false),
                amended(AmendmentClass.PRICE_AFTER_BOOK, "2024-08-29", true));
        var effectiveness = clocks.effectiveness(statement("2024-08-13", true), all, Optional.empty());
        assertThat(effectiveness.date()).contains(day("2024-08-31"));
        assertThat(effectiveness.counted()).extracting(Counted::clock).containsExactly("K01", "K18", "K02", "K03");
        assertThat(effectiveness.counted())
                .extracting(Counted::date)
                .containsExactly(day("2024-08-29"), day("2024-08-31"), day("2024-08-30"), day("2024-08-29"));
        assertThat(effectiveness.counted()).extracting(Counted::governs).containsExactly(false, true, false, false);
    }

    @Test
    void anOrderOfAmendmentsChangesNothing() {
        var forwards = List.of(
                amended(AmendmentClass.OTHER, "2024-08-20", false),
                amended(AmendmentClass.PRICE_AFTER_BOOK, "2024-08-29", true));
        var backwards = List.of(forwards.get(1), forwards.get(0));
        Filing filed = statement("2024-08-13", true);
        // K04 from 20 August: 5 September; worked by hand
        assertThat(clocks.effectiveness(filed, forwards, Optional.empty()).date())
                .contains(day("2024-09-05"))
                .isEqualTo(
                        clocks.effectiveness(filed, backwards, Optional.empty()).date());
    }

    @Test
    void twoClocksThatEndTogetherBothGovern() {
        var priced = List.of(amended(AmendmentClass.PRICE_AFTER_BOOK, "2024-08-29", true));
        var effectiveness = clocks.effectiveness(statement("2024-08-13", true), priced, Optional.empty());
        assertThat(effectiveness.date()).contains(day("2024-08-29")); // S:SLO24
        assertThat(effectiveness.counted()).allMatch(Counted::governs);
    }

    @Test
    void undecidedTermsGiveNoDateWhateverElseIsAmended() {
        // S:GL8-4: no effectiveness while price or coupon is 未定
        var others = List.of(
                amended(AmendmentClass.SECURITIES, "2024-08-20", false),
                amended(AmendmentClass.ISSUER_INFORMATION, "2024-08-21", false));
        var effectiveness = clocks.effectiveness(statement("2024-08-13", true), others, Optional.empty());
        assertThat(effectiveness.date()).isEmpty();
        assertThat(effectiveness.termsUndecided()).isTrue();
        assertThat(effectiveness.counted()).hasSize(3).noneMatch(Counted::governs);
    }

    @Test
    void theTrailSaysHowAnAmendmentWasCounted() {
        Counted counted = clocks.amendment(AmendmentClass.SECURITIES, day("2019-04-26"), "counsel");
        assertThat(counted.event()).isEqualTo("amended");
        assertThat(counted.clock()).isEqualTo("K02");
        assertThat(counted.from()).isEqualTo(day("2019-04-26"));
        assertThat(counted.count()).isEqualTo("1 gbd + 1");
        assertThat(counted.calendar()).isEqualTo("JP-GOVERNMENT");
        assertThat(counted.basis()).isEqualTo("S:GL8-4");
        // Cabinet Office: ten closed days in a row
        assertThat(counted.skipped())
                .containsExactlyElementsOf(days(
                        "2019-04-27",
                        "2019-04-28",
                        "2019-04-29",
                        "2019-04-30",
                        "2019-05-01",
                        "2019-05-02",
                        "2019-05-03",
                        "2019-05-04",
                        "2019-05-05",
                        "2019-05-06"));
    }

    @Test
    void aDayAfterTheCountIsNotPassedOver() {
        // Thursday 5 September 2024: Friday 6 passes and no closed day lay before it; the Saturday is the day itself
        Counted counted = clocks.amendment(AmendmentClass.SECURITIES, day("2024-09-05"), "");
        assertThat(counted.date()).isEqualTo(day("2024-09-07"));
        assertThat(counted.skipped()).isEmpty();
    }

    @Test
    void theTrailOfTheFifteenDaysCountsCalendarDays() {
        Counted counted = clocks.effectiveness(statement("2019-04-15", false), List.of(), Optional.empty())
                .counted()
                .get(0);
        assertThat(counted.event()).isEqualTo("filed");
        assertThat(counted.clock()).isEqualTo("K01");
        assertThat(counted.count()).isEqualTo("15 cd + 1");
        assertThat(counted.skipped()).isEmpty();
        assertThat(counted.calendar()).isEmpty();
        assertThat(counted.governs()).isTrue();
        assertThat(counted.saidBy()).isEmpty();
    }

    @Test
    void theTrailOfTheShortClockNamesWhoWasGrantedIt() {
        // 13 August 2024: seven calendar days govern (21 August), the weekend among them; worked by hand
        var effectiveness = clocks.effectiveness(statement("2024-08-13", false), List.of(), Optional.of("sato"));
        Counted counted = effectiveness.counted().get(0);
        assertThat(effectiveness.date()).contains(day("2024-08-21"));
        assertThat(counted.count()).isEqualTo("7 cd + 1");
        assertThat(counted.saidBy()).isEqualTo("sato");
        assertThat(counted.calendar()).isEmpty();
        assertThat(counted.skipped()).isEmpty();
    }

    @Test
    void theTrailSaysWhenTheFourGovernmentDaysGovernTheShortClock() {
        // filed 26 April 2024: "7 cd + 1" would be 4 May, yet the date is 8 May; worked by hand
        Counted counted = clocks.effectiveness(statement("2024-04-26", false), List.of(), Optional.of("sato"))
                .counted()
                .get(0);
        assertThat(counted.date()).isEqualTo(day("2024-05-08"));
        assertThat(counted.count()).contains("4 gbd");
    }

    @Test
    void aShelfIsEffectiveAfterSixteenDaysOrEight() {
        // K05; S:EDI-SAMPLE: 12 to 20 July 2026 when shortened
        assertThat(clocks.shelfEffective(day("2026-07-12"), true)).isEqualTo(day("2026-07-20"));
        assertThat(clocks.shelfEffective(day("2026-07-12"), false)).isEqualTo(day("2026-07-28"));
        // over Golden Week 2019 and the year end, in calendar days; worked by hand
        assertThat(clocks.shelfEffective(day("2019-04-26"), false)).isEqualTo(day("2019-05-12"));
        // the row says "as K01": never fewer than 4 government days, here 25, 26, 27 December and 6 January
        assertThat(clocks.shelfEffective(day("2024-12-24"), true)).isEqualTo(day("2025-01-07"));
        var shelf = clocks.shelfEffectiveness(day("2026-07-12"), Optional.of("sato"));
        assertThat(shelf.date()).contains(day("2026-07-20"));
        assertThat(shelf.counted()).singleElement().satisfies(c -> {
            assertThat(c.clock()).isEqualTo("K05");
            assertThat(c.count()).isEqualTo("7 cd + 1");
            assertThat(c.saidBy()).isEqualTo("sato");
            assertThat(c.governs()).isTrue();
        });
        assertThat(clocks.shelfEffectiveness(day("2026-07-12"), Optional.empty())
                        .counted()
                        .get(0)
                        .count())
                .isEqualTo("15 cd + 1");
    }

    // K10: effective date + years - 1 day (S:EDI-SAMPLE)
    @ParameterizedTest
    @CsvSource(textBlock = """
        2026-07-20, 2, 2028-07-19, FSA sample instance 2026
        2026-07-20, 1, 2027-07-19, by hand
        2023-03-01, 1, 2024-02-29, by hand: ends on the leap day
        2022-03-01, 2, 2024-02-29, by hand: ends on the leap day
        2024-03-01, 1, 2025-02-28, by hand
        2025-01-01, 1, 2025-12-31, by hand
        """)
    void theShelfEndsTheDayBeforeItsAnniversary(String effective, int years, String last, String source) {
        assertThat(clocks.shelfLastDay(day(effective), years)).as(source).isEqualTo(day(last));
    }

    // Civil Code Art. 143(2) proviso: where the last month has no corresponding day, the period ends on its last day
    @ParameterizedTest
    @CsvSource({"2024-02-29, 1, 2025-02-28", "2024-02-29, 2, 2026-02-28"})
    void aShelfEffectiveOnTheLeapDayEndsOnTheLastOfFebruary(String effective, int years, String last) {
        assertThat(clocks.shelfLastDay(day(effective), years)).isEqualTo(day(last));
    }

    // K06 to K08: 2, 1, 1 days with the filing day; 4, 3, 2 where not electronic (S:GL23-5-3)
    @ParameterizedTest
    @CsvSource({
        "K06, 2024-06-27, true, 2024-06-28",
        "K06, 2024-06-27, false, 2024-06-30",
        "K06, 2024-02-28, true, 2024-02-29",
        "K06, 2024-12-30, false, 2025-01-02",
        "K07, 2024-09-27, true, 2024-09-27",
        "K07, 2024-09-27, false, 2024-09-29",
        "K07, 2024-02-27, false, 2024-02-29",
        "K08, 2024-05-02, true, 2024-05-02",
        "K08, 2024-05-02, false, 2024-05-03",
        "K08, 2024-02-28, false, 2024-02-29",
    })
    void aNewReportSuspendsTheShelf(String clock, String filed, boolean electronic, String through) {
        assertThat(clocks.suspendedThrough(clock, day(filed), electronic)).isEqualTo(day(through));
    }

    @Test
    void theTrailOfASuspensionGivesTheFirstDayAfterIt() {
        Counted counted = clocks.amendment(AmendmentClass.ANNUAL_REPORT, day("2024-06-27"), "");
        assertThat(counted.event()).isEqualTo("suspended");
        assertThat(counted.clock()).isEqualTo("K06");
        assertThat(counted.date()).isEqualTo(day("2024-06-29")); // 27 and 28 June are suspended; worked by hand
        assertThat(clocks.amendment(AmendmentClass.EXTRAORDINARY_REPORT, day("2024-06-27"), "")
                        .date())
                .isEqualTo(day("2024-06-28"));
    }

    @Test
    void aReportStandsInTheWayUntilItsAmendmentHasRun() {
        var annual = new ShelfChecked(ReportKind.ANNUAL, day("2024-06-27"), false);
        assertThat(annual.isSuspendedOn(day("2024-06-27"), clocks)).isTrue();
        assertThat(annual.isSuspendedOn(day("2024-06-28"), clocks)).isTrue();
        assertThat(annual.isSuspendedOn(day("2024-06-29"), clocks)).isFalse();
        var unfiled = new ShelfChecked(ReportKind.EXTRAORDINARY, null, false);
        assertThat(unfiled.isSuspendedOn(day("2030-01-04"), clocks)).isTrue();
        var none = new ShelfChecked(ReportKind.NONE, null, false);
        assertThat(none.isSuspendedOn(day("2024-06-27"), clocks)).isFalse();
    }

    @Test
    void shelfYearsAreOneOrTwo() {
        assertThat(clocks.shelfYears()).containsExactly(1, 2); // K10
    }

    // JASDEC: forms by Thursday 17:00, participation Friday of next week, earlier when banks are closed (S:JASDEC-FLOW)
    @ParameterizedTest
    @CsvSource({
        "2024-08-08, 2024-08-16", // T09
        "2019-04-18, 2019-04-26",
        "2019-04-25, 2019-04-26", // Friday 3 May 2019 back over the holidays to 26 April
        "2020-12-24, 2020-12-30", // Friday 1 January 2021; banks are closed on 31 December too
        "2020-07-16, 2020-07-22", // 23 and 24 July 2020 are moved holidays
        "2021-07-15, 2021-07-21", // 22 and 23 July 2021 are moved holidays
        "2024-02-15, 2024-02-22", // Friday 23 February is the Emperor's Birthday
        "2024-02-22, 2024-03-01", // over the leap day
    })
    void participationFallsBackToAnOpenDay(String received, String participation) {
        assertThat(timetable.participationForForms(day(received))).isEqualTo(day(participation));
    }

    @Test
    void theTimetableOfSloveniaIsTheOnePublished() {
        var due = timetable.dueDates(
                "SRS", Timetable.anchors(day("2024-08-13"), day("2024-08-29"), day("2024-09-05"), Optional.empty()));
        assertThat(due.get("S09").date()).isEqualTo(day("2024-08-13")); // gov.si
        assertThat(due.get("S10").date()).isEqualTo(day("2024-08-22")); // gov.si: soft sounding
        assertThat(due.get("S11").date()).isEqualTo(day("2024-08-26")); // gov.si: marketing
        assertThat(due.get("S12").date()).isEqualTo(day("2024-08-29")); // gov.si: priced
        assertThat(due.get("S15").date()).isEqualTo(day("2024-08-30"));
        assertThat(due.get("S17").date()).isEqualTo(day("2024-09-25"));
        assertThat(due.get("S17").confirmWithCounsel()).isTrue(); // GK-low
        // Friday before the week of pricing, and the Thursday of the week before that; worked by hand
        assertThat(due.get("J05").date()).isEqualTo(day("2024-08-23"));
        assertThat(due.get("J04").date()).isEqualTo(day("2024-08-15"));
        assertThat(due.get("S11").skipped()).isEmpty();
    }

    @Test
    void koreaWaitsForItsTerms() {
        // toushi.kankei.me: filed 16 August, amended on pricing day 7 September 2023; 16 days would be 1 September
        var due = timetable.dueDates(
                "SRS", Timetable.anchors(day("2023-08-16"), day("2023-09-07"), day("2023-09-14"), Optional.empty()));
        assertThat(due.get("S12").date()).isEqualTo(day("2023-09-07"));
        assertThat(due.get("S12").rule()).isEqualTo("max(F + 16 cd, P)");
    }

    @Test
    void bankDaysPassOverTheTenDaysOfGoldenWeek() {
        // pricing Wednesday 8 May 2019: 7 May, 26 and 25 April; then 24 and 23 April; worked by hand
        var due = timetable.dueDates(
                "SHELF", Timetable.anchors(day("2019-03-01"), day("2019-05-08"), day("2019-05-15"), Optional.empty()));
        assertThat(due.get("H06").date()).isEqualTo(day("2019-04-25"));
        assertThat(due.get("H05").date()).isEqualTo(day("2019-04-23"));
        assertThat(due.get("H06").skipped())
                .hasSize(10)
                .startsWith(day("2019-04-27"))
                .endsWith(day("2019-05-06"));
        assertThat(due.get("H06").from()).isEqualTo(day("2019-05-08"));
        assertThat(due.get("H06").rule()).isEqualTo("P − 3 bd");
        assertThat(due.get("H10").date()).isEqualTo(day("2019-05-15"));
    }

    @Test
    void bankDaysPassOverTheYearEnd() {
        // pricing Tuesday 7 January 2025: 6 January, 30 and 27 December; banks are open on 30 December
        var due = timetable.dueDates(
                "SHELF", Timetable.anchors(day("2024-11-01"), day("2025-01-07"), day("2025-01-15"), Optional.empty()));
        assertThat(due.get("H06").date()).isEqualTo(day("2024-12-27"));
        assertThat(due.get("H06").skipped())
                .containsExactlyElementsOf(days(
                        "2024-12-28",
                        "2024-12-29",
                        "2024-12-31",
                        "2025-01-01",
                        "2025-01-02",
                        "2025-01-03",
                        "2025-01-04",
                        "2025-01-05"));
    }

    @Test
    void aShelfOnFileKeepsItsOwnDate() {
        var due = timetable.dueDates(
                "SHELF",
                Timetable.anchors(
                        day("2026-07-12"), day("2026-09-10"), day("2026-09-17"), Optional.of(day("2026-07-12"))));
        assertThat(due.get("H01").date()).isEqualTo(day("2026-07-12"));
        assertThat(due.get("H02").date()).isEqualTo(day("2026-07-20")); // S:EDI-SAMPLE
    }

    @Test
    void sixteenWeeksBackLandOnTheLeapDay() {
        // 29 February + 31 (March) + 30 (April) + 31 (May) + 20 days = 112 = 16 weeks
        var due = timetable.dueDates(
                "SRS", Timetable.anchors(day("2024-06-04"), day("2024-06-20"), day("2024-06-27"), Optional.empty()));
        assertThat(due.get("S01").date()).isEqualTo(day("2024-02-29"));
        assertThat(due.get("S01").skipped()).isEmpty();
    }

    private static Wish wish(Route.Track track, String payment, String today) {
        return new Wish(track, day(payment), day(today), null, null, false, null, false, List.of(), List.of());
    }

    private static Wish with(Wish w, @Nullable String yearEnd, List<Blackout> blackouts, List<OtherDeal> others) {
        return new Wish(
                w.track(),
                w.payment(),
                w.today(),
                w.home(),
                w.shelfEffective(),
                w.participates(),
                yearEnd,
                w.state(),
                blackouts,
                others);
    }

    private static Wish usingShelf(String payment, String today, String effective, boolean participates) {
        return new Wish(
                Route.Track.SHELF,
                day(payment),
                day(today),
                null,
                day(effective),
                participates,
                null,
                false,
                List.of(),
                List.of());
    }

    private static List<String> impossible(Plan plan) {
        return plan.remarks().stream()
                .filter(Remark::impossible)
                .map(Remark::code)
                .toList();
    }

    private List<String> warnings(Wish wish, String pricing) {
        return planner.against(wish, day(pricing)).stream().map(Remark::code).toList();
    }

    @Test
    void sloveniaCouldBePlannedBackwards() {
        // 5 September back: 4 3 2 September, 30 29 August; 29 August - 16 = 13 August [S:SLO24 filed 13, priced 29]
        Plan plan = planner.plan(wish(Route.Track.SRS, "2024-09-05", "2024-04-01"));
        assertThat(plan.isFeasible()).isTrue();
        assertThat(plan.pricing()).isEqualTo(day("2024-08-29"));
        assertThat(plan.latestFiling()).isEqualTo(day("2024-08-13"));
        assertThat(plan.participation()).isEqualTo(day("2024-08-23"));
        assertThat(plan.jasdecForms()).isEqualTo(day("2024-08-15"));
        assertThat(plan.kickOff()).isEqualTo(day("2024-05-09")); // 29 August - 16 weeks
        assertThat(plan.remarks()).isEmpty();
        assertThat(plan.nearest()).isEmpty();
    }

    @Test
    void theLatestFilingStepsBackOverGoldenWeek() {
        // Indonesia priced on 16 May 2019 (deals.csv): - 16 = 30 April, closed since the 27th, so Friday 26 April;
        // participation Friday 10 May, its Thursday 2 May 2019 is closed too; worked by hand
        Plan plan = planner.plan(wish(Route.Track.SRS, "2019-05-23", "2019-01-15"));
        assertThat(plan.pricing()).isEqualTo(day("2019-05-16"));
        assertThat(plan.latestFiling()).isEqualTo(day("2019-04-26"));
        assertThat(plan.participation()).isEqualTo(day("2019-05-10"));
        assertThat(plan.jasdecForms()).isEqualTo(day("2019-04-26"));
        assertThat(plan.isFeasible()).isTrue();
    }

    @Test
    void theLatestFilingStepsBackOverTheYearEndOfTheGovernment() {
        // payment 24 January 2025: 23 22 21 20 17; 17 - 16 = 1 January, and the last open day is 27 December
        Plan plan = planner.plan(wish(Route.Track.SRS, "2025-01-24", "2024-06-03"));
        assertThat(plan.pricing()).isEqualTo(day("2025-01-17"));
        assertThat(plan.latestFiling()).isEqualTo(day("2024-12-27"));
    }

    @Test
    void aPaymentOnAClosedDayIsImpossibleAndTheNextOpenDayIsNamed() {
        // Monday 16 September 2024 is Respect-for-the-Aged Day
        Plan plan = planner.plan(wish(Route.Track.SRS, "2024-09-16", "2024-04-01"));
        assertThat(plan.isFeasible()).isFalse();
        assertThat(impossible(plan)).containsExactly("paymentOnClosedDay");
        assertThat(plan.nearest()).contains(day("2024-09-17"));
        // 31 December: banks are closed until 3 January, 4 and 5 are a weekend
        assertThat(planner.plan(wish(Route.Track.SRS, "2024-12-31", "2024-04-01"))
                        .nearest())
                .contains(day("2025-01-06"));
        // the ten days of 2019
        assertThat(planner.plan(wish(Route.Track.SRS, "2019-04-27", "2018-11-01"))
                        .nearest())
                .contains(day("2019-05-07"));
    }

    @Test
    void aDayLateToFileMovesTheDealByADay() {
        // on 14 August the statement is effective on 30 August, so payment is 6 September; Thursday 15 still stands
        Plan plan = planner.plan(wish(Route.Track.SRS, "2024-09-05", "2024-08-14"));
        assertThat(impossible(plan)).containsExactly("filingPassed");
        assertThat(plan.remarks())
                .filteredOn(r -> r.code().equals("filingPassed"))
                .singleElement()
                .satisfies(r -> assertThat(r.args()).containsExactly("2024-08-13", "K01"));
        assertThat(plan.nearest()).contains(day("2024-09-06"));
        assertThat(plan.remarks())
                .filteredOn(r -> r.code().equals("kickOffPassed"))
                .hasSize(1)
                .noneMatch(Remark::impossible);
        assertThat(impossible(planner.plan(wish(Route.Track.SRS, "2024-09-05", "2024-08-13"))))
                .isEmpty();
    }

    @Test
    void aMissedThursdayCostsAWeek() {
        // Thursday 15 August passed: participation 30 August (forms 22 August), pricing 2, payment 9 September
        Plan plan = planner.plan(usingShelf("2024-09-05", "2024-08-16", "2024-01-10", false));
        assertThat(impossible(plan)).containsExactly("jasdecThursdayPassed");
        assertThat(plan.nearest()).contains(day("2024-09-09"));
        assertThat(impossible(planner.plan(usingShelf("2024-09-05", "2024-08-15", "2024-01-10", false))))
                .isEmpty();
        assertThat(impossible(planner.plan(usingShelf("2024-09-05", "2024-08-16", "2024-01-10", true))))
                .isEmpty();
    }

    @Test
    void aShelfThatIsNotYetEffectiveIsWaitedFor() {
        Plan plan = planner.plan(usingShelf("2024-09-05", "2024-08-20", "2024-08-30", true));
        assertThat(impossible(plan)).containsExactly("shelfNotEffectiveYet");
        assertThat(plan.nearest()).contains(day("2024-09-06")); // pricing 30 August; worked by hand
    }

    @Test
    void aPlacementNeedsNoFiling() {
        Plan plan = planner.plan(wish(Route.Track.UNREGISTERED, "2024-09-05", "2024-08-15"));
        assertThat(impossible(plan)).isEmpty();
    }

    @Test
    void pricingThatLiesBehindUsIsImpossible() {
        assertThat(impossible(planner.plan(usingShelf("2024-09-05", "2024-08-30", "2024-01-10", true))))
                .containsExactly("pricingPassed");
    }

    // windows.csv; meeting days as published by the Bank of Japan for 2024
    @ParameterizedTest
    @CsvSource({
        "2024-08-12, ''",
        "2024-08-13, Obon",
        "2024-08-16, Obon",
        "2024-08-17, ''",
        "2024-04-30, Golden Week",
        "2024-05-06, ''",
        "2024-09-19, BOJ Monetary Policy Meeting",
        "2024-09-20, BOJ Monetary Policy Meeting",
        "2024-09-18, ''",
        "2024-12-16, Second half of December",
        "2024-03-15, ''",
        "2024-03-29, Japanese fiscal year end",
    })
    void windowsAreWarnedOf(String pricing, String window) {
        var found = planner.against(wish(Route.Track.SRS, "2024-12-27", "2024-01-04"), day(pricing));
        assertThat(found)
                .extracting(r -> r.args().get(2))
                .containsExactlyElementsOf(window.isEmpty() ? List.of() : List.of(window));
        assertThat(found).noneMatch(Remark::impossible).allMatch(r -> r.code().equals("window"));
    }

    @Test
    void aWindowIsOnlyAWarning() {
        // pricing 14 August 2024; 15 16 19 20 21 August
        Plan plan = planner.plan(wish(Route.Track.SRS, "2024-08-21", "2024-02-01"));
        assertThat(plan.pricing()).isEqualTo(day("2024-08-14"));
        assertThat(plan.isFeasible()).isTrue();
        assertThat(plan.remarks()).extracting(Remark::code).containsExactly("window");
    }

    @Test
    void aBlackoutCoversBothItsEnds() {
        var blackout = List.of(new Blackout(day("2024-08-26"), day("2024-08-28"), "results"));
        Wish wish = with(wish(Route.Track.SRS, "2024-09-05", "2024-04-01"), null, blackout, List.of());
        assertThat(warnings(wish, "2024-08-23")).isEmpty();
        assertThat(warnings(wish, "2024-08-26")).containsExactly("blackout");
        assertThat(warnings(wish, "2024-08-28")).containsExactly("blackout");
        assertThat(warnings(wish, "2024-08-29")).isEmpty();
    }

    @Test
    void anAnnualReportThatFallsDueIsWarnedOf() {
        // K11: six months after 31 December is 30 June; two weeks before pricing to one after
        Wish wish = with(wish(Route.Track.SHELF, "2024-07-05", "2024-01-04"), "12-31", List.of(), List.of());
        assertThat(warnings(wish, "2024-06-21")).isEmpty();
        assertThat(warnings(wish, "2024-06-24")).containsExactly("annualReportDue");
        assertThat(warnings(wish, "2024-07-12")).containsExactly("annualReportDue");
        assertThat(warnings(wish, "2024-07-16")).isEmpty();
    }

    // Six months that begin with a month end with a month (Civil Code Art. 143(1)): not on the 28th or 30th
    @ParameterizedTest
    @CsvSource({"06-30, 2024-12-31", "09-30, 2024-03-31", "02-28, 2025-08-31"})
    void anAnnualReportIsDueAtTheEndOfItsMonth(String yearEnd, String due) {
        Wish wish = with(wish(Route.Track.SHELF, "2025-03-03", "2024-01-04"), yearEnd, List.of(), List.of());
        LocalDate close = day(due).minusDays(2);
        assertThat(planner.against(wish, close))
                .filteredOn(r -> r.code().equals("annualReportDue"))
                .extracting(r -> r.args().get(0))
                .containsExactly(due);
    }

    @Test
    void anotherDealOnTheSameOrNextBankDayCollides() {
        var others = List.of(new OtherDeal("HUN-2024", day("2024-08-30")));
        Wish wish = with(wish(Route.Track.SRS, "2024-09-05", "2024-04-01"), null, List.of(), others);
        assertThat(warnings(wish, "2024-08-28")).isEmpty();
        assertThat(warnings(wish, "2024-08-29")).containsExactly("collision");
        assertThat(warnings(wish, "2024-08-30")).containsExactly("collision");
        assertThat(warnings(wish, "2024-09-02")).containsExactly("collision"); // Monday after that Friday
        assertThat(warnings(wish, "2024-09-03")).isEmpty();
        assertThat(planner.plan(wish).isFeasible()).isTrue();
    }

    @Test
    void aHolidayAtHomeIsWarnedOf() {
        // Slovenia: a calendar that is closed on the pricing day only; the rule, not a published date
        BusinessCalendar bank = pack.calendars().bank();
        var home = new BusinessCalendar() {
            @Override
            public String name() {
                return "HOME";
            }

            @Override
            public boolean isOpen(long epochDay) {
                return bank.isOpen(epochDay) && epochDay != day("2024-08-29").toEpochDay();
            }
        };
        Plan plan = planner.plan(new Wish(
                Route.Track.SRS,
                day("2024-09-05"),
                day("2024-04-01"),
                home,
                null,
                false,
                null,
                false,
                List.of(),
                List.of()));
        assertThat(plan.isFeasible()).isTrue();
        assertThat(plan.remarks()).singleElement().satisfies(r -> {
            assertThat(r.code()).isEqualTo("homeClosed");
            assertThat(r.args()).containsExactly("2024-08-29", "HOME");
        });
    }
}
