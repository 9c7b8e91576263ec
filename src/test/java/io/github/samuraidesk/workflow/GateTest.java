package io.github.samuraidesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.rehearsal.Cast;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every gate refuses, on the page and over REST, with rule, source, field and person, and the attempt is in the trail. */
class GateTest extends DeskTest {

    @Autowired
    private JsonMapper json;

    @Autowired
    private Gates gates;

    private void refuses(DealId id, Gate gate, FormSpec form) {
        Cast by = Cast.of(form.roles());
        FormValues values = FormValues.empty();
        if (form == Entry.SOUNDING) {
            values = FormValues.of(
                    "investor",
                    "x",
                    "investorClass",
                    "OTHER",
                    "at",
                    "2024-01-01T10:00",
                    "wallCrossed",
                    "yes",
                    "script",
                    "x",
                    "tranche",
                    "3Y");
        }
        int eventsBefore = desk.history(id).size();
        var visitor = new Visitor(port, by.person().value(), PASSWORD);
        String kind = form instanceof HumanTask ? "tasks" : "entries";

        Visitor.Answer rest = visitor.post(
                "/api/deals/" + id + "/" + kind + "/" + form.id(),
                json.writeValueAsString(java.util.Map.of("values", values.values(), "tables", values.tables())));
        assertThat(rest.status()).as(gate + " over REST").isIn(409, 422);
        List<String> rules = new ArrayList<>();
        for (JsonNode f : json.readTree(rest.body()).path("findings")) {
            if (f.path("rule").asString().equals(gate.name())) {
                rules.add(f.path("rule").asString());
                assertThat(f.path("source").asString())
                        .as(gate + " names its source")
                        .isNotBlank();
                assertThat(f.path("field").asString())
                        .as(gate + " names the field")
                        .isNotBlank();
                assertThat(f.path("whoCanAct").asString())
                        .as(gate + " names who can act")
                        .isNotBlank();
                assertThat(f.path("message").asString()).as(gate + " speaks").doesNotStartWith("finding.");
            }
        }
        assertThat(rules).as(gate + " refuses over REST: " + rest.body()).isNotEmpty();

        Visitor.Answer page = visitor.submit("/deals/" + id + "/" + kind + "/" + form.id(), values.values());
        assertThat(page.status()).as(gate + " on the page").isIn(409, 422);
        assertThat(page.body()).as(gate + " on the page").contains(">" + gate.name() + "<");

        assertThat(desk.history(id).stream()
                        .skip(eventsBefore)
                        .filter(e -> e.type().equals("refused") && e.body().contains(gate.name())))
                .as(gate + " refusals are in the trail")
                .hasSize(2);
    }

    @Test
    void everyGateOfAnSrsDealRefuses() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.CONFIRM_ROUTE);
        refuses(id, Gate.G1, HumanTask.FILE_STATEMENT);
        rehearsal.run(id, t -> t == HumanTask.CHECK_CONFLICTS);
        refuses(id, Gate.G2, HumanTask.COMPLETE_DUE_DILIGENCE);
        rehearsal.run(id, t -> t == HumanTask.DRAFT_PAPERS);
        refuses(id, Gate.G4, HumanTask.FILE_STATEMENT);
        refuses(id, Gate.G5, Entry.SOUNDING);
        refuses(id, Gate.G5, HumanTask.RUN_BOOK);
        rehearsal.run(id, t -> t == HumanTask.RUN_BOOK);
        refuses(id, Gate.G7, HumanTask.PRICE_TRANCHES);
        rehearsal.run(id, t -> t == HumanTask.APPROVE_PRICING);
        refuses(id, Gate.G8, HumanTask.SIGN_SUBSCRIPTION);
        rehearsal.run(id, t -> t == HumanTask.SIGN_SUBSCRIPTION);
        refuses(id, Gate.G9, HumanTask.REGISTER_ISSUE);
        rehearsal.run(id, t -> t == HumanTask.FILE_FINAL_TERMS);
        refuses(id, Gate.G6, HumanTask.ALLOCATE);
        rehearsal.run(id, t -> t == HumanTask.DELIVER_PROSPECTUS);
        refuses(id, Gate.G10, HumanTask.REQUEST_FUNDS);
        rehearsal.run(id, t -> t == HumanTask.CONFIRM_CONDITIONS);
        refuses(id, Gate.G11, HumanTask.REQUEST_FUNDS);
        rehearsal.run(id, t -> t == HumanTask.CONFIRM_NEW_RECORD);
        refuses(id, Gate.G12, HumanTask.CONFIRM_CLOSING);
        rehearsal.run(id, t -> false);
        refuses(id, Gate.G13, Entry.FINISH_FILE);
    }

    @Test
    void noSigningWithoutDueDiligence() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.COMPLETE_DUE_DILIGENCE);
        refuses(id, Gate.G3, HumanTask.SIGN_SUBSCRIPTION);
    }

    @Test
    void noTakedownFromAShelfThatNobodyChecked() {
        DealId id = openAndStopBefore("IDN-2023", HumanTask.CHECK_SHELF_AMENDMENT);
        refuses(id, Gate.TAKEDOWN, HumanTask.FILE_FINAL_TERMS);
        assertThat(gates.check(facts.of(id), Gate.TAKEDOWN))
                .extracting(Finding::code)
                .contains("shelfNotChecked");
    }

    @Test
    void noTakedownWhileANewAnnualReportSuspendsTheShelf() {
        DealId id = openAndStopBefore("IDN-2023", HumanTask.CHECK_SHELF_AMENDMENT);
        FormValues values = script.values(id, HumanTask.CHECK_SHELF_AMENDMENT)
                .with("newReport", "ANNUAL")
                .with("amendmentFiled", clock.today(id).toString());
        desk.complete(id, HumanTask.CHECK_SHELF_AMENDMENT, null, values, Cast.COUNSEL.person());
        assertThat(gates.check(facts.of(id), Gate.TAKEDOWN))
                .extracting(Finding::code)
                .contains("shelfSuspended");
        desk.movePracticeTime(id, clock.now(id).plus(java.time.Duration.ofDays(2)), Cast.LEAD.person());
        assertThat(gates.check(facts.of(id), Gate.TAKEDOWN))
                .extracting(Finding::code)
                .doesNotContain("shelfSuspended");
    }

    @Test
    void refusesToConfirmEffectivenessBeforeTheComputedDay() {
        DealId id = openAndStopBefore("KOR-2023", HumanTask.CONFIRM_EFFECTIVENESS);
        FormValues early = script.values(id, HumanTask.CONFIRM_EFFECTIVENESS).with("effectiveOn", "2023-09-01");
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> desk.complete(id, HumanTask.CONFIRM_EFFECTIVENESS, null, early, Cast.COUNSEL.person()))
                .isInstanceOfSatisfying(
                        io.github.samuraidesk.deal.Refused.class,
                        r -> assertThat(r.findings()).anySatisfy(f -> {
                            assertThat(f.code()).isEqualTo("notEffectiveBefore");
                            // toushi.kankei.me S100RSK4: the amendment of 7 September carried the terms
                            assertThat(f.args()).containsExactly("2023-09-07");
                        }));
    }

    @Test
    void refusesBytesThatAreNotTheApprovedPackage() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.FILE_STATEMENT);
        FormValues wrong = script.values(id, HumanTask.FILE_STATEMENT).with("sentSha256", "0".repeat(64));
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> desk.complete(id, HumanTask.FILE_STATEMENT, null, wrong, Cast.COUNSEL.person()))
                .isInstanceOfSatisfying(
                        io.github.samuraidesk.deal.Refused.class,
                        // the practice date is still before the day that the cover names
                        r -> assertThat(r.findings())
                                .extracting(Finding::code)
                                .containsExactly("sentBytesDiffer", "coverNamesAnotherDay"));
    }
}
