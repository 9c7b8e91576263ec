package io.github.samuraidesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.access.Member;
import io.github.samuraidesk.act.TaskDone;
import io.github.samuraidesk.deal.DealClock;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.rehearsal.Cast;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** Wrong, stale, doubled and hostile input: a clear refusal, HTTP 4xx, and nothing lost, doubled or half-done. */
class BadInputTest extends DeskTest {

    @Autowired
    private JsonMapper json;

    private Visitor visitor(Cast by) {
        return new Visitor(port, by.person().value(), PASSWORD);
    }

    @Test
    void aDoubleClickCompletesATaskOnce() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.HOLD_KICK_OFF);
        FormValues v = script.values(id, HumanTask.HOLD_KICK_OFF);
        String taskId =
                process.openTask(id, HumanTask.HOLD_KICK_OFF).orElseThrow().taskId();
        String body = json.writeValueAsString(Map.of("taskId", taskId, "values", v.values()));
        String path = "/api/deals/" + id + "/tasks/holdKickOff";
        var first = CompletableFuture.supplyAsync(() -> visitor(Cast.LEAD).post(path, body));
        var second = CompletableFuture.supplyAsync(() -> visitor(Cast.LEAD).post(path, body));
        assertThat(List.of(first.join().status(), second.join().status())).containsExactlyInAnyOrder(200, 409);
        assertThat(facts.of(id)
                        .said(TaskDone.FACT.at("holdKickOff"))
                        .orElseThrow()
                        .version())
                .isEqualTo(1);
        assertThat(desk.history(id).stream()
                        .filter(e ->
                                e.type().equals("taskCompleted") && e.body().contains("holdKickOff")))
                .hasSize(1);
    }

    @Test
    void twoPeopleWhoEditTheSameFormDoNotOverwriteEachOther() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.HOLD_KICK_OFF);
        int version = desk.saveDraft(
                id, HumanTask.HOLD_KICK_OFF, FormValues.of("heldOn", "2024-05-09"), 0, Cast.LEAD.person());
        assertThatThrownBy(() -> {
                    desk.saveDraft(
                            id,
                            HumanTask.HOLD_KICK_OFF,
                            FormValues.of("heldOn", "2024-05-10"),
                            version,
                            Cast.ISSUER.person());
                    desk.saveDraft(
                            id,
                            HumanTask.HOLD_KICK_OFF,
                            FormValues.of("heldOn", "2024-05-11"),
                            version,
                            Cast.LEAD.person());
                })
                .isInstanceOfSatisfying(
                        Refused.class,
                        r -> assertThat(r.findings()).extracting(Finding::code).containsExactly("draftChanged"));
        assertThat(desk.draft(id, HumanTask.HOLD_KICK_OFF, Cast.LEAD.person())
                        .orElseThrow()
                        .values()
                        .text("heldOn"))
                .isEqualTo("2024-05-10");
        // on the page the refused person still sees what they typed
        Visitor.Answer page = visitor(Cast.LEAD)
                .submit(
                        "/deals/" + id + "/tasks/holdKickOff",
                        Map.of("action", "save", "draftVersion", "1", "heldOn", "2024-05-12"));
        assertThat(page.status()).isEqualTo(409);
        assertThat(page.body()).contains("value=\"2024-05-12\"");
    }

    @Test
    void aHalfFilledFormIsKeptWithoutValidation() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.HOLD_KICK_OFF);
        Visitor.Answer saved = visitor(Cast.LEAD)
                .submit(
                        "/deals/" + id + "/tasks/holdKickOff",
                        Map.of("action", "save", "draftVersion", "0", "heldOn", "not yet known"));
        assertThat(saved.status()).isEqualTo(302);
        assertThat(desk.draft(id, HumanTask.HOLD_KICK_OFF, Cast.LEAD.person())
                        .orElseThrow()
                        .values()
                        .text("heldOn"))
                .isEqualTo("not yet known");
    }

    @Test
    void aPdfThatIsNotOneIsRefused() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.DRAFT_PAPERS);
        String page = "/deals/" + id + "/tasks/draftPapers";
        Visitor.Answer answer = visitor(Cast.COUNSEL)
                .submit(
                        page,
                        page,
                        Map.of(),
                        "file:partTwo",
                        "part-two.pdf",
                        "%PDF-nonsense".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(process.openTask(id, HumanTask.DRAFT_PAPERS)).isPresent();
        // the same bytes under another name pass the upload but not the task
        String sha = desk.upload(id, "application/octet-stream", "x.bin", "no".getBytes(), Cast.COUNSEL.person());
        assertThatThrownBy(() -> desk.complete(
                        id, HumanTask.DRAFT_PAPERS, null, FormValues.of("partTwo", sha), Cast.COUNSEL.person()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        r -> assertThat(r.findings()).extracting(Finding::code).containsExactly("partTwoMustBeHtml"));
    }

    @Test
    void aTermSheetOfFiftyMegabytesIsRefusedWithoutADeal() {
        Visitor.Answer answer = visitor(Cast.LEAD)
                .submit("/deals/new", "/deals/upload", Map.of(), "termSheet", "big.yaml", new byte[50_000_000]);
        assertThat(answer.status()).isBetween(400, 499);
    }

    @Test
    void aFaultyTermSheetOpensNothing() throws Exception {
        String sourcedOnly = Files.readString(Path.of("samples/SVN-2024.yaml")).replace("SVN-2024", "SVN-2024-REST");
        Visitor.Answer answer = visitor(Cast.LEAD).post("/api/deals", sourcedOnly);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(json.readTree(answer.body()).path("findings").size()).isGreaterThan(3);
        assertThat(deals.find(new DealId("SVN-2024-REST"))).isEmpty();
    }

    @Test
    void aStrangerFindsNoDeal() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.CONFIRM_ROUTE);
        desk.leave(new Member(id, Cast.AGENT.person(), Role.AGENT, ""), Cast.ISSUER.person());
        assertThat(visitor(Cast.AGENT).get("/deals/" + id).status()).isEqualTo(404);
        assertThat(visitor(Cast.AGENT).get("/api/deals/" + id).status()).isIn(401, 404);
    }

    @Test
    void nobodyNamesThemselvesOrSitsOnTwoSides() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.CONFIRM_ROUTE);
        for (var member : List.of(
                new Member(id, Cast.LEAD.person(), Role.MANAGERS_COUNSEL, ""),
                new Member(id, Cast.LEAD.person(), Role.ISSUER, ""))) {
            assertThatThrownBy(() -> desk.join(member, Cast.LEAD.person())).isInstanceOf(Refused.class);
        }
        assertThatThrownBy(() -> desk.join(new Member(id, Cast.AUDITOR.person(), Role.AGENT, ""), Cast.ISSUER.person()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        r -> assertThat(r.findings()).extracting(Finding::code).containsExactly("rolesConflict"));
    }

    @Test
    void onlyWhoHasTheRightOpensARealDeal() throws Exception {
        FormValues sheet = sample("SVN-2024").termSheet().with("dealId", "REAL-1");
        assertThatThrownBy(() -> desk.open(sheet, java.util.Set.of(), null, Cast.AUDITOR.person(), List.of()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        r -> assertThat(r.findings()).extracting(Finding::code).containsExactly("mayNotOpenDeals"));
        desk.open(
                sheet,
                java.util.Set.of(),
                null,
                Cast.LEAD.person(),
                List.of(new Member(new DealId("REAL-1"), Cast.LEAD.person(), Role.LEAD_MANAGER, "Nomura")));
        assertThat(deals.get(new DealId("REAL-1")).practice()).isFalse();
        assertThat(process.openTask(new DealId("REAL-1"), HumanTask.CONFIRM_ROUTE))
                .isPresent();
    }

    @Test
    void aTenfoldSizeMustBeSaidInWords() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.PRICE_TRANCHES);
        FormValues v = script.values(id, HumanTask.PRICE_TRANCHES);
        var rows = new java.util.ArrayList<>(v.tables().get("prices"));
        var row = new java.util.LinkedHashMap<>(rows.get(0));
        row.put("sizeBillionYen", "451");
        rows.set(0, row);
        assertThatThrownBy(() -> desk.complete(
                        id, HumanTask.PRICE_TRANCHES, null, v.withTable("prices", rows), Cast.LEAD.person()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        r -> assertThat(r.findings()).anySatisfy(f -> {
                            assertThat(f.code()).isEqualTo("sizeTenfold");
                            assertThat(f.args()).contains("四千五百十億円");
                        }));
    }

    @Test
    void aCouponThatIsNotSwapPlusSpreadIsRefused() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.PRICE_TRANCHES);
        desk.movePracticeTime(
                id,
                deals.termSheet(id)
                        .dates()
                        .pricing()
                        .atTime(10, 0)
                        .atZone(DealClock.TOKYO)
                        .toInstant(),
                Cast.LEAD.person());
        FormValues v = script.values(id, HumanTask.PRICE_TRANCHES);
        var rows = new java.util.ArrayList<>(v.tables().get("prices"));
        var row = new java.util.LinkedHashMap<>(rows.get(0));
        row.put("couponPercent", "0.76");
        rows.set(0, row);
        assertThatThrownBy(() -> desk.complete(
                        id, HumanTask.PRICE_TRANCHES, null, v.withTable("prices", rows), Cast.LEAD.person()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        r -> assertThat(r.findings()).extracting(Finding::code).containsExactly("couponNotByRule"));
    }

    @Test
    void aManagerSeesNoOtherBid() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.CHOOSE_SELECTION);
        desk.complete(id, HumanTask.CHOOSE_SELECTION, null, FormValues.of("selection", "RFP"), Cast.ISSUER.person());
        complete(id, HumanTask.ISSUE_RFP);
        script.entriesBefore(id, HumanTask.OPEN_BIDS)
                .forEach(l -> desk.record(
                        id,
                        l.entry(),
                        l.values().with("ideas", "SECRET-" + l.values().text("manager")),
                        l.by().person()));
        String paper =
                desk.upload(id, "application/octet-stream", "SECRET-terms.bin", "bid".getBytes(), Cast.LEAD.person());
        desk.record(
                id,
                Entry.BID,
                FormValues.of(
                        "manager",
                        "BNP Paribas",
                        "feePer100",
                        "0.3",
                        "expensesCapYen",
                        "1",
                        "ideas",
                        "SECRET-BNP Paribas",
                        "conflictStatement",
                        "x",
                        "team",
                        "x",
                        "document",
                        paper),
                Cast.LEAD.person());
        assertThat(visitor(Cast.LEAD).get("/deals/" + id + "/files/" + paper).status())
                .isEqualTo(200);
        for (Cast other : java.util.List.of(Cast.MANAGER, Cast.ISSUER, Cast.AUDITOR)) {
            assertThat(visitor(other).get("/deals/" + id + "/files/" + paper).status())
                    .as("bid document for " + other)
                    .isEqualTo(404);
        }
        String seen = visitor(Cast.MANAGER).get("/deals/" + id + "/bids").body();
        assertThat(seen)
                .contains("SECRET-Nomura")
                .doesNotContain("SECRET-BNP Paribas")
                .doesNotContain("SECRET-SMBC Nikko");
        assertThat(visitor(Cast.MANAGER).get("/deals/" + id + "/history").body())
                .doesNotContain("SECRET-BNP Paribas");
        for (Cast sealedOut : java.util.List.of(Cast.ISSUER, Cast.COUNSEL, Cast.AUDITOR)) {
            assertThat(visitor(sealedOut).get("/deals/" + id + "/history").body())
                    .as("bids are sealed in the history for " + sealedOut)
                    .doesNotContain("SECRET-");
            assertThat(visitor(sealedOut)
                            .submit(
                                    "/deals/" + id + "/history",
                                    "/deals/" + id + "/evidence",
                                    Map.of(),
                                    "",
                                    "",
                                    new byte[0])
                            .status())
                    .as("no pack while bids are sealed, for " + sealedOut)
                    .isEqualTo(422);
        }
        assertThat(visitor(Cast.ISSUER).get("/deals/" + id + "/bids").body())
                .as("sealed until opened")
                .doesNotContain("SECRET-");
    }
}
