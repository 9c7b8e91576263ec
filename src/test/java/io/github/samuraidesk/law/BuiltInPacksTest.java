package io.github.samuraidesk.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.deal.CanonicalZip;
import io.github.samuraidesk.law.PackImpact.Kind;
import io.github.samuraidesk.law.PackImpact.Move;
import io.github.samuraidesk.law.Planner.Remark;
import io.github.samuraidesk.law.Planner.Wish;
import io.github.samuraidesk.law.RulePack.TaxRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pack of 29 November 2026 beside the one before it: dates worked by hand from the published rules. */
class BuiltInPacksTest {

    /** SHA-256 of the pack that the program of commit 68dde0f came with, computed over that commit's files. */
    private static final String OF_COMMIT_68DDE0F = "94a641d32797f26573886cbd6bfdd37059de8441178f39a8841ec622e4f730fe";

    private static final RulePack NOW = RulePack.builtIn();
    private static final RulePack BEFORE = RulePack.allBuiltIn().get(1);

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static Map<String, Timetable.DueDate> due(RulePack pack, String track, String pricing, String payment) {
        return pack.plan()
                .dueDates(
                        track,
                        Timetable.anchors(day(pricing).minusDays(16), day(pricing), day(payment), Optional.empty()));
    }

    @Test
    void theEarlierPackIsKeptByteForByte() {
        assertThat(BEFORE.sha256()).isEqualTo(OF_COMMIT_68DDE0F);
        assertThat(BEFORE.files().keySet()).containsExactlyInAnyOrderElementsOf(RulePack.FILES);
        assertThat(NOW.sha256()).isNotEqualTo(OF_COMMIT_68DDE0F);
        assertThat(NOW.head().id()).isNotEqualTo(BEFORE.head().id());
        assertThat(NOW.head().validFrom())
                .isEqualTo(day("2026-11-29"))
                .isAfter(BEFORE.head().validFrom());
    }

    @Test
    void theEarlierPackReadsFromTheBytesThatDatabasesKeep() {
        byte[] kept = CanonicalZip.of(new TreeMap<>(BEFORE.files()));
        RulePack read = RulePack.read(RulePacks.unzip(kept));
        assertThat(read.sha256()).isEqualTo(OF_COMMIT_68DDE0F);
        assertThat(due(read, "SRS", "2024-08-29", "2024-09-05"))
                .isEqualTo(due(BEFORE, "SRS", "2024-08-29", "2024-09-05"));
        assertThat(read.taxes()).isEmpty();
        assertThat(read.timetable()).noneMatch(RulePack.TimetableRow::movesFromClosedDay);
    }

    @ParameterizedTest
    @CsvSource({
        // faq.jasdec.com/category/show/61: approval by 2 business days before payment; bank days worked by hand
        "2024-08-29, 2024-09-05, 2024-09-03",
        "2026-12-22, 2027-01-05, 2026-12-30", // banks are closed on 31 December and 1 to 3 January
        "2027-04-22, 2027-05-06, 2027-04-28", // 29 April and 3 to 5 May are holidays: 30 April is one, 28 April two
        "2027-03-16, 2027-03-23, 2027-03-18", // Monday 22 March is the substitute for the equinox on a Sunday
    })
    void approvesTheNewRecordTwoBusinessDaysBeforePayment(String pricing, String payment, String approval) {
        assertThat(due(NOW, "SRS", pricing, payment).get("J11").date()).isEqualTo(day(approval));
        assertThat(due(NOW, "SHELF", pricing, payment).get("J11").confirmWithCounsel())
                .isFalse();
    }

    @Test
    void aDealPinnedToTheEarlierPackKeepsItsOwnDay() {
        assertThat(due(BEFORE, "SRS", "2024-08-29", "2024-09-05").get("J11").date())
                .isEqualTo(day("2024-09-04"));
        assertThat(due(BEFORE, "SRS", "2024-08-29", "2024-09-05").get("J17").date())
                .isEqualTo(day("2024-09-12"));
    }

    @ParameterizedTest
    @CsvSource({
        // jasdec.com fee-example/new: all issues of a month in one bill; last bank day of the month worked by hand
        "2024-09-05, 2024-09-30",
        "2026-12-15, 2026-12-30", // 31 December is no bank day
        "2027-01-29, 2027-01-29", // Saturday and Sunday follow
        "2027-05-06, 2027-05-31",
    })
    void theNewRecordFeeIsBilledByTheMonthOfIssue(String payment, String end) {
        Timetable.DueDate fee =
                due(NOW, "SRS", day(payment).minusDays(7).toString(), payment).get("J17");
        assertThat(fee.date()).isEqualTo(day(end));
        assertThat(fee.confirmWithCounsel())
                .as("the day of payment is the agent's")
                .isTrue();
    }

    @Test
    void theFileWaitsForReportsAndChecksAndForNoBill() {
        for (RulePack pack : RulePack.allBuiltIn()) {
            assertThat(pack.rowsAfterClosing("SRS")).containsExactly("S17", "J16", "J17");
            assertThat(pack.rowsAfterClosing("SHELF")).containsExactly("H11", "J16", "J17");
            assertThat(pack.rowsBeforeTheFileIsFinished("SRS")).containsExactly("S17", "J16");
            assertThat(pack.rowsBeforeTheFileIsFinished("SHELF")).containsExactly("H11", "J16");
        }
    }

    @Test
    void claimsComeTwoBankDaysBeforeTheCoupon() {
        var claims = NOW.jasdec().stream()
                .filter(r -> r.id().equals("J18"))
                .findFirst()
                .orElseThrow();
        assertThat(claims.offsetBusinessDays()).isEqualTo(-2);
        assertThat(RulePack.needsCounsel(claims.basis())).isTrue();
        // bank days: 30 and 29 December; government offices would have been closed on 29 December
        assertThat(NOW.calendars().bank().plusBusinessDays(day("2027-01-04"), claims.offsetBusinessDays()))
                .isEqualTo(day("2026-12-29"));
    }

    @Test
    void thePublicThresholdIsFiveHundredMillionFromApril2027() {
        // Act No. 64 of 2026, e-Gov 323AC0000000025_20270401
        assertThat(NOW.threshold("T-SRS-AMOUNT", day("2027-03-31")).value()).isEqualByComparingTo("100000000");
        assertThat(NOW.threshold("T-SRS-AMOUNT", day("2027-04-01")).value()).isEqualByComparingTo("500000000");
        assertThat(RulePack.needsCounsel(
                        NOW.threshold("T-SHELF-AMOUNT", day("2027-04-01")).basis()))
                .as("its reach to shelves is not verified")
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        // Bank of Japan, dates of 2027 as published on 2026-07-31
        "2027-01-21", "2027-01-22", "2027-03-17", "2027-03-18", "2027-04-27", "2027-04-28", "2027-06-10", "2027-06-11",
        "2027-07-21", "2027-07-22", "2027-09-21", "2027-09-22", "2027-10-28", "2027-10-29", "2027-12-16", "2027-12-17",
    })
    void warnsOfTheMeetingsOf2027(String meeting) {
        assertThat(codes(NOW, false, null, meeting)).contains("window");
        assertThat(NOW.windows())
                .filteredOn(w -> w.covers(day(meeting)))
                .extracting(RulePack.WindowRow::id)
                .contains("W-BOJ-2027");
    }

    @Test
    void saysSoWhereTheMeetingsOfAYearAreNotPublished() {
        assertThat(remarks(NOW, false, null, "2028-06-13"))
                .filteredOn(r -> r.code().equals("windowNotPublished"))
                .singleElement()
                .satisfies(r -> assertThat(r.args().get(0)).isEqualTo("2028"));
        assertThat(codes(NOW, false, null, "2027-06-15")).doesNotContain("windowNotPublished");
        assertThat(codes(BEFORE, false, null, "2027-06-15")).contains("windowNotPublished");
    }

    @Test
    void theCompaniesDeadlineIsNoStates() {
        // year ends 31 December, six months: 30 June
        assertThat(remarks(NOW, false, "12-31", "2027-07-05"))
                .filteredOn(r -> r.code().equals("annualReportDue"))
                .singleElement()
                .satisfies(r -> {
                    assertThat(r.args().get(0)).isEqualTo("2027-06-30");
                    assertThat(r.basis()).contains("K11");
                    assertThat(r.needsCounsel()).isFalse();
                });
        for (RulePack pack : RulePack.allBuiltIn()) {
            assertThat(remarks(pack, true, "12-31", "2027-07-05"))
                    .filteredOn(r -> r.code().equals("annualReportDue"))
                    .singleElement()
                    .satisfies(r -> {
                        assertThat(r.basis()).contains("K12");
                        assertThat(r.needsCounsel()).isTrue();
                    });
        }
    }

    @ParameterizedTest
    @CsvSource({
        // Act on Holidays of Administrative Organs Art. 1 and 2; days worked by hand
        "C01, 2026-12-31, 2027-06-30, false", // a Wednesday
        "C01, 2027-02-28, 2027-08-31, false", // the period runs from the end of a month to the end of a month
        "C01, 2026-07-31, 2027-02-01, true", // 31 January 2027 is a Sunday
        "C01, 2027-06-30, 2028-01-04, true", // offices are closed from 29 December to 3 January
        "C02, 2026-09-30, 2027-01-04, true", // 31 December
        "C05, 2026-07-31, 2027-02-01, true",
    })
    void aDeadlineOfFilingOnAClosedDayMovesForCounselToConfirm(
            String row, String periodEnd, String deadline, boolean moved) {
        Timetable.DueDate due = NOW.plan().dueDate(row, day(periodEnd));
        assertThat(due.date()).isEqualTo(day(deadline));
        assertThat(due.hasMoved()).isEqualTo(moved);
        assertThat(due.confirmWithCounsel()).isEqualTo(moved || row.equals("C05"));
    }

    @Test
    void theEarlierPackMovesNoDeadlineAndNoPackMovesEffectiveness() {
        assertThat(BEFORE.plan().dueDate("C01", day("2026-07-31")).date()).isEqualTo(day("2027-01-31"));
        // filed on Thursday 14 January 2027: sixteen days later is Saturday 30 January
        assertThat(NOW.statutoryClocks().srsEffective(day("2027-01-14"))).isEqualTo(day("2027-01-30"));
        var due = NOW.plan()
                .dueDates(
                        "SRS",
                        Timetable.anchors(day("2027-01-14"), day("2027-01-29"), day("2027-02-05"), Optional.empty()));
        assertThat(due.get("S12").date()).isEqualTo(day("2027-01-30"));
        assertThat(due.get("S12").hasMoved()).isFalse();
        // twenty days after Friday 5 February: Thursday 25; after Monday 1 February: Sunday 21, then Monday 22
        assertThat(due.get("S17").date()).isEqualTo(day("2027-02-25"));
        assertThat(due(NOW, "SRS", "2027-01-25", "2027-02-01").get("S17").date())
                .isEqualTo(day("2027-02-22"));
    }

    @ParameterizedTest
    @CsvSource({
        // NTA leaflet 0026005-024_02: 2.1 % until 2026, then 1.1 % and 1 %, reconstruction to 31 December 2047
        "2026-12-31, 2.1, 0, 15.315",
        "2027-01-01, 1.1, 1, 15.315",
        "2047-12-31, 1.1, 1, 15.315",
    })
    void theTaxesOnInterestAddUpToWhatIsWithheld(String on, String reconstruction, String defence, String company) {
        List<TaxRow> taxes = NOW.taxes(day(on));
        assertThat(rate(taxes, "X-RECONSTRUCTION", "ALL")).isEqualByComparingTo(reconstruction);
        assertThat(rate(taxes, "X-DEFENCE", "ALL")).isEqualByComparingTo(defence);
        BigDecimal surtaxes = rate(taxes, "X-RECONSTRUCTION", "ALL").add(rate(taxes, "X-DEFENCE", "ALL"));
        BigDecimal income = rate(taxes, "X-INCOME", "ALL");
        BigDecimal national = income.add(income.multiply(surtaxes).movePointLeft(2));
        assertThat(national).isEqualByComparingTo(company);
        assertThat(rate(taxes, "X-TOTAL", "COMPANY")).isEqualByComparingTo(national);
        assertThat(rate(taxes, "X-TOTAL", "INDIVIDUAL"))
                .isEqualByComparingTo(national.add(rate(taxes, "X-LOCAL", "INDIVIDUAL")));
    }

    @Test
    void noTotalIsGuessedOnceReconstructionTaxHasEnded() {
        List<TaxRow> taxes = NOW.taxes(day("2048-01-01"));
        assertThat(taxes).extracting(TaxRow::id).doesNotContain("X-RECONSTRUCTION");
        assertThat(taxes)
                .filteredOn(t -> t.id().equals("X-TOTAL"))
                .extracting(TaxRow::holder)
                .doesNotContain("COMPANY", "INDIVIDUAL");
    }

    private static BigDecimal rate(List<TaxRow> taxes, String id, String holder) {
        return taxes.stream()
                .filter(t -> t.id().equals(id) && t.holder().equals(holder))
                .map(TaxRow::ratePercent)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void theImpactOfTheNewPackNamesEveryRowThatMoves() {
        Map<String, LocalDate> slovenia =
                Timetable.anchors(day("2024-08-13"), day("2024-08-29"), day("2024-09-05"), Optional.empty());
        assertThat(PackImpact.dates(BEFORE, NOW, Route.SRS_FULL, slovenia))
                .containsExactly(
                        new Move(Kind.DATE, "J11", "2024-09-04", "2024-09-03"),
                        new Move(Kind.DATE, "J17", "2024-09-12", "2024-09-30"));
        assertThat(PackImpact.rows(BEFORE, NOW))
                .extracting(Move::field)
                .contains("T-SRS-AMOUNT", "W-BOJ-2027", "J18", "J22");
        assertThat(PackImpact.rows(BEFORE, NOW))
                .filteredOn(m -> m.kind() == Kind.TAX)
                .extracting(Move::field)
                .contains("X-DEFENCE ALL", "X-RECONSTRUCTION ALL");
        assertThat(PackImpact.rows(BEFORE, NOW))
                .contains(new Move(Kind.LATER_ROW, "J18", "COUPON -5 bd", "COUPON -2 bd"));
        assertThat(PackImpact.rows(NOW, NOW)).isEmpty();
    }

    @Test
    void theOrderOfOctober2026IsSaidToConcernDepositaryRightsAndStaysWithCounsel() {
        assertThat(NOW.head().ja()).contains("第79号", "預託証券", "弁護士確認事項");
        assertThat(NOW.head().basis()).contains("S:GH-EGOV", "S:GH-LAWTRACK", "not verified");
        assertThat(RulePack.needsCounsel(NOW.head().basis())).isTrue();
    }

    private static List<Remark> remarks(RulePack pack, boolean state, String yearEnd, String pricing) {
        var wish = new Wish(
                Route.Track.SRS,
                day(pricing).plusDays(7),
                day("2026-12-01"),
                null,
                null,
                true,
                yearEnd,
                state,
                List.of(),
                List.of());
        return new Planner(pack).against(wish, day(pricing));
    }

    private static List<String> codes(RulePack pack, boolean state, String yearEnd, String pricing) {
        return remarks(pack, state, yearEnd, pricing).stream().map(Remark::code).toList();
    }
}
