package io.github.samuraidesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.act.TaskDone;
import io.github.samuraidesk.audit.EvidencePack;
import io.github.samuraidesk.audit.Verifier;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.disclosure.Papers;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.registration.EffectivenessConfirmed;
import io.github.samuraidesk.registration.Filing;
import io.github.samuraidesk.rehearsal.Cast;
import io.github.samuraidesk.review.Verdict;
import io.github.samuraidesk.settlement.Closed;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A takedown from a shelf that stood before the deal goes straight on: H01 and H02 are facts with their papers. */
class TakedownTest extends DeskTest {

    private static final List<HumanTask> REGISTRATION =
            List.of(HumanTask.REGISTER_FILER, HumanTask.FILE_STATEMENT, HumanTask.CONFIRM_SHELF_EFFECTIVE);

    @Autowired
    private Papers papers;

    @Autowired
    private DealCalendar calendar;

    @Autowired
    private EvidencePack packs;

    @Test
    void aTakedownDraftsFilesAndApprovesNoShelf() {
        DealId id = openAndStopBefore("IDN-2023", HumanTask.RECORD_EXISTING_SHELF);
        assertThat(process.openTasks(id)).extracting(OpenTask::task).doesNotContainAnyElementsOf(REGISTRATION);
        complete(id, HumanTask.RECORD_EXISTING_SHELF);
        assertThat(process.openTasks(id))
                .as("bring-down due diligence and the amendment check are next, and the market is open")
                .extracting(OpenTask::task)
                .contains(
                        HumanTask.COMPLETE_DUE_DILIGENCE, HumanTask.CHECK_SHELF_AMENDMENT, HumanTask.CONDUCT_SOUNDING);
        rehearsal.run(id, t -> false);

        assertThat(facts.of(id).one(Closed.FACT)).isPresent();
        assertThat(process.path(id))
                .extracting(DealProcess.PathStep::activity)
                .doesNotContain("registerFiler", "draftStatement", "fileStatement", "confirmShelfEffective");
        for (HumanTask task : REGISTRATION) {
            assertThat(facts.of(id).history(TaskDone.FACT.at(task.id())))
                    .as(task.id())
                    .isEmpty();
        }
        List<Paper> ofTheShelf = Paper.Set.STATEMENT.papers(true).stream()
                .filter(p -> !Paper.Set.FINAL_TERMS.papers(true).contains(p))
                .toList();
        assertThat(ofTheShelf).isNotEmpty();
        for (Paper paper : ofTheShelf) {
            assertThat(papers.find(facts.of(id), paper)).as(paper.code()).isEmpty();
            assertThat(facts.of(id).current(Verdict.FACT))
                    .extracting(Verdict::paper)
                    .doesNotContain(paper.code());
        }
        assertThat(desk.history(id))
                .noneMatch(e -> e.type().equals("taskCompleted") && e.body().contains("\"STATEMENT\""));
        assertThat(calendar.entries(facts.of(id)))
                .filteredOn(e -> e.row().equals("H01") || e.row().equals("H02"))
                .hasSize(2)
                .allMatch(DealCalendar.Entry::done);

        var pack = packs.make(id, Cast.AUDITOR.person());
        assertThat(Verifier.verify(pack.zip(), Optional.of(pack.head())).faults())
                .isEmpty();

        var shelf = facts.of(id).said(Filing.FACT.at("STATEMENT")).orElseThrow();
        assertThat(shelf.person()).isEqualTo(Cast.COUNSEL.person().value());
        // toushi.kankei.me S100QSMG: supplement 4-外債1-2, so the shelf is 4-外債1
        assertThat(shelf.value().number()).isEqualTo("4-外債1");
        assertThat(shelf.value().documentId()).isNotBlank();
        var done = facts.of(id)
                .one(TaskDone.FACT.at(HumanTask.RECORD_EXISTING_SHELF.id()))
                .orElseThrow();
        assertThat(done.values().get("evidence")).hasSize(64);
        assertThat(facts.of(id)
                        .one(EffectivenessConfirmed.FACT.at("STATEMENT"))
                        .orElseThrow()
                        .evidence())
                .isEqualTo(done.values().get("effectivenessNotice"))
                .hasSize(64);
    }

    @Test
    void aShelfWithoutItsNoticeWaitsForTheNotice() {
        DealId id = openAndStopBefore("IDN-2023", HumanTask.RECORD_EXISTING_SHELF);
        FormValues all = script.values(id, HumanTask.RECORD_EXISTING_SHELF);
        FormValues pending = FormValues.of(
                "number",
                all.text("number"),
                "acceptedAt",
                all.text("acceptedAt"),
                "documentId",
                all.text("documentId"),
                "evidence",
                all.text("evidence"),
                "effectiveness",
                "NOT_YET");
        desk.complete(id, HumanTask.RECORD_EXISTING_SHELF, null, pending, Cast.COUNSEL.person());
        while (process.runDueJobs(id, clock.now(id)) > 0) {
            // the computed day has passed
        }
        assertThat(process.openTasks(id)).extracting(OpenTask::task).contains(HumanTask.CONFIRM_SHELF_EFFECTIVE);
        assertThat(facts.of(id).one(EffectivenessConfirmed.FACT.at("STATEMENT")))
                .as("a computed day is no fact")
                .isEmpty();
        FormValues withTheReceipt =
                script.values(id, HumanTask.CONFIRM_SHELF_EFFECTIVE).with("evidence", all.text("evidence"));
        assertThatThrownBy(() -> desk.complete(
                        id, HumanTask.CONFIRM_SHELF_EFFECTIVE, null, withTheReceipt, Cast.COUNSEL.person()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        r -> assertThat(r.findings()).extracting(Finding::code).containsExactly("receiptIsNoNotice"));
        complete(id, HumanTask.CONFIRM_SHELF_EFFECTIVE);
        assertThat(process.openTask(id, HumanTask.CONDUCT_SOUNDING)).isPresent();
    }

    @Test
    void theAuthoritysPapersWinOverTheTermSheet() {
        DealId id = openAndStopBefore("IDN-2023", HumanTask.RECORD_EXISTING_SHELF);
        FormValues other = script.values(id, HumanTask.RECORD_EXISTING_SHELF)
                .with("number", "4-外債7")
                .with("acceptedAt", "2022-05-24T10:00")
                .with("effectiveOn", "2022-06-09");
        desk.complete(id, HumanTask.RECORD_EXISTING_SHELF, null, other, Cast.COUNSEL.person());
        assertThat(deals.termSheet(id).shelf().number()).isEqualTo("4-外債7");
        assertThat(deals.termSheet(id).shelf().filed()).isEqualTo(LocalDate.of(2022, 5, 24));
        assertThat(deals.termSheet(id).isAssumed("shelf.filed")).isFalse();
        // S:GL8-2, 15 days elapsed: filed on the 24th, effective from the 9th without any shortening
        assertThat(facts.of(id)
                        .one(EffectivenessConfirmed.FACT.at("STATEMENT"))
                        .orElseThrow()
                        .shortClockGranted())
                .isFalse();
    }

    @Test
    void counselCanSayThatAShelfIsStillToBeFiled() {
        DealId id = openAndStopBefore("IDN-2023", HumanTask.CONFIRM_ROUTE);
        desk.complete(
                id,
                HumanTask.CONFIRM_ROUTE,
                null,
                script.values(id, HumanTask.CONFIRM_ROUTE).with("shelfState", "NEW_SHELF"),
                Cast.COUNSEL.person());
        rehearsal.run(id, t -> t == HumanTask.REGISTER_FILER);
        assertThat(process.openTask(id, HumanTask.REGISTER_FILER)).isPresent();
        assertThat(process.openTask(id, HumanTask.RECORD_EXISTING_SHELF)).isEmpty();
    }
}
