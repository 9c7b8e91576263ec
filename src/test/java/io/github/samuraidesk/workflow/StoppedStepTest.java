package io.github.samuraidesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.deal.SealedEvent;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.disclosure.Papers;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.rehearsal.Cast;
import io.github.samuraidesk.workflow.DealProcess.WaitState;
import io.github.samuraidesk.workflow.DealProcess.Waiting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A step of the program that fails each time: people see it, and let it be tried again. */
class StoppedStepTest extends DeskTest {

    @Autowired
    private ExternalTaskService external;

    @Autowired
    private ManagementService management;

    @Autowired
    private Papers papers;

    /** The deal before its papers are made, with a step that failed until it stopped. */
    private DealId stopped() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.DRAFT_PAPERS);
        desk.complete(
                id, HumanTask.DRAFT_PAPERS, null, script.values(id, HumanTask.DRAFT_PAPERS), Cast.COUNSEL.person());
        assertThat(process.waiting(id)).singleElement().satisfies(w -> {
            assertThat(w.state()).isEqualTo(WaitState.OPEN);
            assertThat(w.triesLeft()).isEqualTo(3);
        });
        for (int left = 2; left >= 0; left--) {
            var task = external.fetchAndLock(1, "test")
                    .topic("generatePapers", 60_000)
                    .businessKey(id.value())
                    .execute()
                    .get(0);
            assertThat(process.waiting(id))
                    .singleElement()
                    .satisfies(w -> assertThat(w.state()).isIn(WaitState.WORKING, WaitState.RETRYING));
            external.handleFailure(task.getId(), "test", "no font for <b>1</b>", "trace", left, 0);
        }
        return id;
    }

    private Optional<Waiting> timer(DealId id) {
        return process.waiting(id).stream()
                .filter(w -> w.activity().equals("effectivenessDue"))
                .findFirst();
    }

    private Waiting step(DealId id) {
        return process.waiting(id).stream().findFirst().orElseThrow();
    }

    private List<String> eventTypes(DealId id) {
        return desk.history(id).stream().map(SealedEvent::type).toList();
    }

    @Test
    void showsWhatStoppedSinceWhenWhyAndWhoCanLetItGoOn() {
        DealId id = stopped();
        assertThat(step(id).state()).isEqualTo(WaitState.INCIDENT);
        assertThat(step(id).since()).isAfter(java.time.Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(process.dealsWithIncidents()).contains(id);
        assertThat(process.runDueJobs(id, clock.now(id))).isZero();

        var lead = new Visitor(port, Cast.LEAD.person().value(), PASSWORD);
        assertThat(lead.get("/deals/" + id + "?lang=en").body())
                .contains("Making the papers: failed each time", "Error: no font for &lt;b&gt;1&lt;/b&gt;", "Try again")
                .contains("Lead manager");
        assertThat(lead.get("/?lang=en").body()).contains("Steps that stand still", "Making the papers: failed");
        assertThat(lead.get("/deals/" + id + "?lang=ja").body()).contains("書類の生成：失敗が続いたため");

        var auditor = new Visitor(port, Cast.AUDITOR.person().value(), PASSWORD);
        assertThat(auditor.get("/deals/" + id + "?lang=en").body())
                .contains("Making the papers: failed each time")
                .doesNotContain("Try again");
        assertThat(auditor.get("/?lang=en").body()).doesNotContain("Steps that stand still");
    }

    @Test
    void isTriedAgainByTheButtonAndGoesOnWithoutJavaScript() {
        DealId id = stopped();
        var lead = new Visitor(port, Cast.LEAD.person().value(), PASSWORD);
        String page = "/deals/" + id;
        lead.submit(page + "?lang=en", page + "/steps/" + step(id).id() + "/again", Map.of(), "", "", new byte[0]);
        assertThat(eventTypes(id)).contains("stepTriedAgain");
        assertThat(step(id).isIncident()).isFalse();
        assertThat(process.dealsWithIncidents()).doesNotContain(id);
        assertThat(process.runDueJobs(id, clock.now(id))).isPositive();
        assertThat(papers.find(facts.of(id), Paper.SECURITIES_REGISTRATION)).isPresent();
        assertThat(process.openTask(id, HumanTask.REVIEW_PAPERS)).isPresent();
    }

    @Test
    void isNotTriedAgainByOthersNorTwice() {
        DealId id = stopped();
        String step = step(id).id();
        assertThatThrownBy(() -> desk.tryAgain(id, step, Cast.AGENT.person()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        r -> assertThat(r.findings()).extracting(Finding::code).containsExactly("noRight"));
        desk.tryAgain(id, step, Cast.COUNSEL.person());
        assertThatThrownBy(() -> desk.tryAgain(id, step, Cast.LEAD.person()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        r -> assertThat(r.findings()).extracting(Finding::code).containsExactly("stepNotStopped"));
        assertThat(eventTypes(id).stream().filter("refused"::equals)).hasSize(2);
    }

    /** The timer of effectiveness is a job of the engine and no step of ours: where it stops, people see it the same way. */
    @Test
    void aTimerThatStoppedIsShownAndSetGoingAgain() {
        DealId id = openAndStopBefore("IDN-2023", HumanTask.RECORD_EXISTING_SHELF);
        FormValues all = script.values(id, HumanTask.RECORD_EXISTING_SHELF);
        var withoutNotice = new LinkedHashMap<String, String>();
        List.of("number", "acceptedAt", "documentId", "evidence")
                .forEach(field -> withoutNotice.put(field, all.text(field)));
        withoutNotice.put("effectiveness", "NOT_YET");
        desk.complete(
                id,
                HumanTask.RECORD_EXISTING_SHELF,
                null,
                new FormValues(withoutNotice, Map.of()),
                Cast.COUNSEL.person());
        Waiting timer = timer(id).orElseThrow();
        assertThat(timer.state()).isEqualTo(WaitState.TIMER);
        management.setJobRetries(timer.id(), 0);
        assertThat(process.dealsWithIncidents()).contains(id);
        var lead = new Visitor(port, Cast.LEAD.person().value(), PASSWORD);
        String page = "/deals/" + id;
        assertThat(lead.get(page + "?lang=en").body()).contains("failed each time", "Try again");
        lead.submit(page + "?lang=en", page + "/steps/" + timer.id() + "/again", Map.of(), "", "", new byte[0]);
        assertThat(process.dealsWithIncidents()).doesNotContain(id);
        assertThat(process.waiting(id))
                .filteredOn(w -> w.id().equals(timer.id()))
                .singleElement()
                .satisfies(w -> assertThat(w.state()).isEqualTo(WaitState.TIMER));
        assertThat(eventTypes(id)).contains("stepTriedAgain");
    }
}
