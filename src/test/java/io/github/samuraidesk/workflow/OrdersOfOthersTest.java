package io.github.samuraidesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.book.Allocation;
import io.github.samuraidesk.book.Delivery;
import io.github.samuraidesk.book.Sounding;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.rehearsal.Cast;
import io.github.samuraidesk.underwriting.Score;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every way in which a manager who does not lead might read another firm's investors. In SVN-2024 lead plays BNP Paribas
 * and manager Nomura; the script gives each of them orders of its own.
 */
class OrdersOfOthersTest extends DeskTest {

    private static final PersonId MANAGER = Cast.MANAGER.person();

    @Autowired
    private Sealed sealed;

    private Visitor manager() {
        return new Visitor(port, MANAGER.value(), PASSWORD);
    }

    private Set<String> investors(DealId id, BiPredicate<Set<String>, String> whose) {
        Set<String> firms = people.biddingFirms(id, MANAGER);
        Set<String> found = facts.of(id).one(Allocation.FACT).orElseThrow().lines().stream()
                .filter(l -> whose.test(firms, l.manager()))
                .map(Allocation.Line::investor)
                .collect(Collectors.toSet());
        assertThat(found).isNotEmpty();
        return found;
    }

    private List<String> own(DealId id) {
        return List.copyOf(investors(id, Set::contains));
    }

    /** Investors of other firms alone. */
    private String[] others(DealId id) {
        var others = investors(id, (firms, manager) -> !firms.contains(manager));
        others.removeAll(own(id));
        assertThat(others).isNotEmpty();
        return others.toArray(String[]::new);
    }

    /** Of those, whom no sounding names: a sounding is no order, and every member reads it. */
    private String[] othersNotSounded(DealId id) {
        var others = new ArrayList<>(List.of(others(id)));
        facts.of(id).current(Sounding.FACT).forEach(s -> others.remove(s.investor()));
        assertThat(others).isNotEmpty();
        return others.toArray(String[]::new);
    }

    private FormValues rows(DealId id, List<String> investors) {
        var rows = new ArrayList<>(
                script.values(id, HumanTask.DELIVER_PROSPECTUS).tables().get("deliveries"));
        rows.removeIf(r -> !investors.contains(r.get("investor")));
        return FormValues.empty().withTable("deliveries", rows);
    }

    private List<Finding> refusal(Runnable act) {
        Refused refused = catchThrowableOfType(Refused.class, act::run);
        assertThat(refused).isNotNull();
        return refused.findings();
    }

    private DealId allocated() {
        return openAndStopBefore("SVN-2024", HumanTask.DELIVER_PROSPECTUS);
    }

    @Test
    void refusalOfADeliveryCountsTheInvestorsOfOthersAndNamesNone() {
        DealId id = allocated();
        List<String> own = own(id);
        List<Finding> findings =
                refusal(() -> desk.complete(id, HumanTask.DELIVER_PROSPECTUS, null, rows(id, own), MANAGER));
        assertThat(findings).singleElement().satisfies(f -> {
            assertThat(f.code()).isEqualTo("deliveriesOfOthersMissing");
            assertThat(f.args()).containsExactly(String.valueOf(others(id).length));
            assertThat(f.whoCanAct()).isEqualTo("LEAD_MANAGER");
        });
        assertThat(facts.of(id).current(Delivery.FACT))
                .as("nothing was recorded")
                .isEmpty();
        List<Finding> tooFew = refusal(
                () -> desk.complete(id, HumanTask.DELIVER_PROSPECTUS, null, rows(id, own.subList(0, 1)), MANAGER));
        assertThat(tooFew).flatExtracting(Finding::args).doesNotContain(others(id));
        assertThat(tooFew)
                .filteredOn(f -> f.code().equals("prospectusNotDelivered"))
                .extracting(f -> f.args().get(0))
                .as("its own are named")
                .containsExactlyInAnyOrderElementsOf(own.subList(1, own.size()));
        List<Finding> all = refusal(() ->
                desk.complete(id, HumanTask.DELIVER_PROSPECTUS, null, rows(id, own.subList(0, 1)), Cast.LEAD.person()));
        assertThat(all)
                .extracting(f -> f.args().get(0))
                .as("the lead is told who")
                .contains(others(id));
    }

    @Test
    void gateOfTheDeliveriesNamesNoInvestorOfOthers() {
        DealId id = allocated();
        assertThat(desk.obstacles(id, HumanTask.REQUEST_FUNDS, MANAGER))
                .flatExtracting(Finding::args)
                .doesNotContain(others(id));
        for (String page : List.of("", "/tasks/requestFunds", "/tasks/deliverProspectus")) {
            assertThat(manager().get("/deals/" + id + page).body()).as(page).doesNotContain(others(id));
        }
        assertThat(manager().read("/api/deals/" + id + "/gates").body())
                .contains("deliveriesOfOthersMissing")
                .doesNotContain(others(id));
        assertThat(new Visitor(port, Cast.LEAD.person().value(), PASSWORD)
                        .read("/api/deals/" + id + "/gates")
                        .body())
                .contains(others(id));
    }

    @Test
    void historyShowsNoOrderAllocationDeliveryOrRefusedAttemptOfOthers() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.ALLOCATE);
        FormValues tooMuch = script.values(id, HumanTask.ALLOCATE);
        var rows = new ArrayList<Map<String, String>>();
        tooMuch.tables().get("allocations").forEach(r -> {
            var row = new HashMap<>(r);
            row.put("amountBillionYen", "4321.987");
            rows.add(row);
        });
        refusal(() -> desk.complete(
                id, HumanTask.ALLOCATE, null, tooMuch.withTable("allocations", rows), Cast.LEAD.person()));
        complete(id, HumanTask.ALLOCATE);
        refusal(() -> desk.complete(id, HumanTask.DELIVER_PROSPECTUS, null, rows(id, own(id)), Cast.LEAD.person()));
        refusal(() -> desk.complete(id, HumanTask.DELIVER_PROSPECTUS, null, rows(id, own(id)), MANAGER));
        complete(id, HumanTask.DELIVER_PROSPECTUS);
        assertThat(manager().get("/deals/" + id + "/history").body())
                .doesNotContain(othersNotSounded(id))
                .doesNotContain("4321987000000")
                .as("what is its own stays")
                .contains(own(id))
                .contains("task deliverProspectus");
        String lead = new Visitor(port, Cast.LEAD.person().value(), PASSWORD)
                .get("/deals/" + id + "/history")
                .body();
        assertThat(lead).contains(others(id)).contains("task allocate", "4321987000000");
    }

    @Test
    void formThatWasSentShowsAManagerItsOwnRows() {
        DealId id = allocated();
        complete(id, HumanTask.DELIVER_PROSPECTUS);
        assertThat(manager().get("/deals/" + id + "/tasks/deliverProspectus").body())
                .contains(own(id))
                .doesNotContain(others(id));
        assertThat(manager().get("/deals/" + id + "/tasks/allocate").body()).doesNotContain(others(id));
        assertThat(manager().get("/deals/" + id + "/book").body())
                .contains(own(id))
                .doesNotContain(othersNotSounded(id));
    }

    @Test
    void draftOfASharedFormIsItsFirmsAlone() {
        DealId id = allocated();
        HumanTask task = HumanTask.DELIVER_PROSPECTUS;
        desk.saveDraft(id, task, script.values(id, task), 0, Cast.LEAD.person());
        assertThat(desk.draft(id, task, MANAGER)).isEmpty();
        assertThat(manager().get("/deals/" + id + "/tasks/deliverProspectus").body())
                .as("not in a cell, nor as a choice")
                .doesNotContain(others(id));
        assertThat(desk.saveDraft(id, task, rows(id, own(id)), 0, MANAGER))
                .as("and does not stand in the way of the manager's own")
                .isEqualTo(1);
        assertThat(desk.draft(id, task, MANAGER).orElseThrow().values()).isEqualTo(rows(id, own(id)));
        assertThat(desk.draft(id, task, Cast.HEAD.person()).orElseThrow().values())
                .isEqualTo(script.values(id, task));
        complete(id, task);
        assertThat(desk.draft(id, task, MANAGER)).isEmpty();
        assertThat(desk.draft(id, task, Cast.LEAD.person())).isEmpty();
    }

    @Test
    void scriptIsShownToWhoeverMayDoTheTaskAndCutToTheirOwnRows() {
        DealId book = openAndStopBefore("SVN-2024", HumanTask.RUN_BOOK);
        for (String address : List.of("/script/runBook", "/script/runBook/values")) {
            assertThat(manager().read("/api/deals/" + book + address).status()).isEqualTo(403);
        }
        DealId id = allocated();
        assertThat(manager()
                        .read("/api/deals/" + id + "/script/deliverProspectus/values")
                        .body())
                .contains(own(id))
                .doesNotContain(others(id));
        assertThat(manager()
                        .submit("/deals/" + id + "/tasks/deliverProspectus", Map.of("action", "script"))
                        .body())
                .contains(own(id))
                .doesNotContain(others(id));
    }

    @Test
    void choicesOfAFormAreTheManagersOwnInvestors() {
        DealId id = allocated();
        assertThat(manager()
                        .read("/api/deals/" + id + "/forms/deliverProspectus")
                        .body())
                .contains(own(id))
                .doesNotContain(others(id));
    }

    @Test
    void bidderReadsNoScoreNotEvenItsOwn() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.CHOOSE_SELECTION);
        desk.complete(id, HumanTask.CHOOSE_SELECTION, null, FormValues.of("selection", "RFP"), Cast.ISSUER.person());
        complete(id, HumanTask.ISSUE_RFP);
        script.entriesBefore(id, HumanTask.OPEN_BIDS)
                .forEach(l -> desk.record(id, l.entry(), l.values(), l.by().person()));
        desk.movePracticeTime(id, clock.now(id).plus(Duration.ofDays(4)), Cast.LEAD.person());
        complete(id, HumanTask.OPEN_BIDS);
        complete(id, HumanTask.SCORE_BIDS);
        assertThat(facts.of(id).current(Score.FACT)).isNotEmpty();
        for (Cast bidder : List.of(Cast.LEAD, Cast.MANAGER)) {
            assertThat(sealed.reading(id, bidder.person()).events())
                    .as("%s", bidder)
                    .noneMatch(e ->
                            e.body().contains("\"kind\":\"Score\"") || e.body().contains("\"key\":\"scoreBids\""));
        }
        for (Cast reader : List.of(Cast.ISSUER, Cast.COUNSEL, Cast.AUDITOR)) {
            assertThat(sealed.reading(id, reader.person()).events())
                    .as("%s", reader)
                    .anyMatch(e -> e.body().contains("\"kind\":\"Score\""));
        }
    }
}
