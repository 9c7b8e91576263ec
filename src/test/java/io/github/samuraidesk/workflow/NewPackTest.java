package io.github.samuraidesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.law.PackImpact;
import io.github.samuraidesk.law.RulePack;
import io.github.samuraidesk.law.RulePacks;
import io.github.samuraidesk.lifecycle.Obligation;
import io.github.samuraidesk.pricing.PricingRun;
import io.github.samuraidesk.rehearsal.Cast;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Deals of earlier days under the pack of their day, and what the newer pack does to those that adopt it. */
class NewPackTest extends DeskTest {

    private static final RulePack NOW = RulePack.builtIn();
    private static final RulePack BEFORE = RulePack.allBuiltIn().get(1);

    @Autowired
    private RulePacks packs;

    @Autowired
    private Gates gates;

    private DealId adopting(String sample) {
        DealId id = openAndStopBefore(sample, HumanTask.CONFIRM_ROUTE);
        assertThat(packs.pinned(facts.of(id))).isEqualTo(BEFORE.sha256());
        desk.record(
                id,
                Entry.ADOPT_PACK,
                FormValues.of("packSha256", NOW.sha256(), "adopt", "yes", "reason", "corrected rows"),
                Cast.COUNSEL.person());
        assertThat(packs.pinned(facts.of(id))).isEqualTo(NOW.sha256());
        return id;
    }

    private List<Obligation> obligations(DealId id, String row) {
        return facts.of(id).current(Obligation.FACT).stream()
                .filter(o -> o.row().equals(row))
                .toList();
    }

    private void done(DealId id, String obligation) {
        String evidence =
                desk.upload(id, "text/plain", "e.txt", obligation.getBytes(StandardCharsets.UTF_8), Cast.LEAD.person());
        desk.record(
                id,
                Entry.OBLIGATION,
                FormValues.of("obligation", obligation, "evidence", evidence, "note", ""),
                Cast.LEAD.person());
    }

    @Test
    void theNewestPackIsInForceFromItsDayAndTheEarlierOneBefore() {
        assertThat(packs.inForce(LocalDate.of(2026, 11, 28)).sha256()).isEqualTo(BEFORE.sha256());
        assertThat(packs.inForce(LocalDate.of(2026, 11, 29)).sha256()).isEqualTo(NOW.sha256());
        assertThat(packs.inForce(LocalDate.of(2010, 1, 1)).sha256()).isEqualTo(BEFORE.sha256());
        assertThat(packs.find(BEFORE.sha256())).contains(BEFORE);
        assertThat(packs.all()).extracting(RulePack::sha256).contains(NOW.sha256(), BEFORE.sha256());
    }

    @Test
    void thePagesShowBothPacksAndWhatTheNewerOneMoves() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.CONFIRM_ROUTE);
        var visitor = new Visitor(port, Cast.COUNSEL.person().value(), PASSWORD);
        assertThat(visitor.get("/rules?lang=en&pack=" + NOW.sha256()).body())
                .contains(
                        "2026-11-29",
                        "X-DEFENCE",
                        "1.1 %",
                        "2047-12-31",
                        "J11",
                        "D -2 business days",
                        "W-BOJ-2027",
                        "500,000,000");
        assertThat(visitor.get("/rules?lang=ja&pack=" + BEFORE.sha256()).body())
                .contains("2026-11", "D -1営業日")
                .doesNotContain("X-DEFENCE");
        assertThat(visitor.get("/rules/" + NOW.sha256() + "/impact?lang=en").body())
                .contains(
                        id.value(),
                        "2024-09-04",
                        "2024-09-03",
                        "coupon date -2 business days",
                        "X-RECONSTRUCTION All",
                        "of income tax from 2013-01-01");
        assertThat(visitor.get("/plan?lang=en&payment=2027-07-12&state=true&fiscalYearEnd=12-31")
                        .body())
                .contains("2027-06-30", "K12")
                .doesNotContain("K11");
        String tomorrow = packs.today().plusDays(1).toString();
        assertThat(visitor.get("/plan?lang=en&state=true&payment=" + tomorrow).body())
                .contains("&amp;fiscalYearEnd=&amp;state=true&amp;shelfEffective=");
    }

    @Test
    void aDealUnderTheEarlierPackDoesNotWaitForTheFeeEither() {
        DealId id = open("SVN-2024");
        assertThat(packs.pinned(facts.of(id))).isEqualTo(BEFORE.sha256());
        assertThat(packs.isLost(facts.of(id))).isFalse();
        rehearsal.run(id, t -> false);
        assertThat(obligations(id, "J17")).extracting(Obligation::due).containsExactly(LocalDate.of(2024, 9, 12));
        // a state under a pack without a row for states: the company's row, for counsel to confirm
        assertThat(obligations(id, "C01")).isNotEmpty().allMatch(Obligation::confirmWithCounsel);
        assertThat(gates.check(facts.of(id), Gate.G13))
                .extracting(f -> f.args().get(0))
                .containsExactlyInAnyOrder("S17", "J16");
        done(id, "S17");
        done(id, "J16");
        assertThat(obligations(id, "J17")).noneMatch(Obligation::isDone);
        assertThat(gates.check(facts.of(id), Gate.G13)).isEmpty();
    }

    @Test
    void aStatesDealUnderTheNewPackHasTheCorrectedDays() {
        DealId id = adopting("SVN-2024");
        assertThat(desk.impact(id, BEFORE))
                .extracting(PackImpact.Move::field, PackImpact.Move::before, PackImpact.Move::after)
                .contains(tuple("J11", "2024-09-03", "2024-09-04"), tuple("J17", "2024-09-30", "2024-09-12"));
        assertThat(desk.dueDate(id, HumanTask.APPROVE_NEW_RECORD).orElseThrow().date())
                .isEqualTo(LocalDate.of(2024, 9, 3)); // faq.jasdec.com: 2 business days before 5 September 2024
        rehearsal.run(id, t -> false);
        assertThat(obligations(id, "J17")).extracting(Obligation::due).containsExactly(LocalDate.of(2024, 9, 30));
        assertThat(obligations(id, "C01")).isEmpty();
        assertThat(obligations(id, "C05")).isNotEmpty().allMatch(Obligation::confirmWithCounsel);
        // year end 31 December, half 30 June, three months: 30 September; in 2028 a Saturday, then Monday 2 October
        assertThat(obligations(id, "C02"))
                .filteredOn(o -> o.id().equals("C02/2028"))
                .singleElement()
                .satisfies(o -> {
                    assertThat(o.due()).isEqualTo(LocalDate.of(2028, 10, 2));
                    assertThat(o.subject()).contains("2028-09-30");
                    assertThat(o.confirmWithCounsel()).isTrue();
                });
        assertThat(obligations(id, "J22")).as("fixed rates are fixed").isEmpty();
        done(id, "S17");
        done(id, "J16");
        assertThat(gates.check(facts.of(id), Gate.G13))
                .extracting(Finding::code)
                .isEmpty();
    }

    @Test
    void aFloatersRateIsFixedBeforeEachCoupon() {
        DealId id = adopting("BPCE-2015-T2");
        rehearsal.run(id, t -> false);
        PricingRun floater = facts.of(id).one(PricingRun.FACT.at("10Y-FRN")).orElseThrow();
        assertThat(obligations(id, "J22"))
                .filteredOn(o -> o.subject().startsWith("10Y-FRN "))
                .hasSize(floater.coupons().size());
        assertThat(obligations(id, "J22")).noneMatch(o -> o.subject().startsWith("10Y #"));
        LocalDate first = floater.coupons().get(0).payment();
        assertThat(obligations(id, "J18"))
                .filteredOn(o -> o.subject().equals("10Y-FRN #1"))
                .singleElement()
                .satisfies(o -> {
                    assertThat(o.due()).isEqualTo(NOW.calendars().bank().plusBusinessDays(first, -2));
                    assertThat(o.confirmWithCounsel()).isTrue();
                });
        // a company's year end 31 December, six months; 30 June 2018 is a Saturday, then Monday 2 July
        assertThat(obligations(id, "C01"))
                .filteredOn(o -> o.id().equals("C01/2017"))
                .singleElement()
                .satisfies(o -> assertThat(o.due()).isEqualTo(LocalDate.of(2018, 7, 2)));
    }
}
