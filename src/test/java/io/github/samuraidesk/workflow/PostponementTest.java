package io.github.samuraidesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.act.TaskDone;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.law.RulePacks;
import io.github.samuraidesk.pricing.PricingRun;
import io.github.samuraidesk.rehearsal.Cast;
import io.github.samuraidesk.settlement.Closed;
import io.github.samuraidesk.settlement.FundingFailed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Postponing, pulling and the answers no, from every point at which a deal can wait. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostponementTest extends DeskTest {

    private static final Set<HumanTask> PARTICIPATION = EnumSet.of(
            HumanTask.APPOINT_AGENTS,
            HumanTask.CHECK_ISSUER_CODE,
            HumanTask.PRECHECK_FORMS,
            HumanTask.FILE_CONSENT_FORMS,
            HumanTask.CONFIRM_PARTICIPATION,
            HumanTask.REGISTER_PROVISIONAL_ISSUE);

    @Autowired
    private RepositoryService repository;

    @Autowired
    private Gates gates;

    @Autowired
    private RulePacks packs;

    /** One deal for all points of marketing and settlement: each test postpones it back to the sounding. */
    private DealId marketed;

    private DealId marketed() {
        if (marketed == null) {
            marketed = openAndStopBefore("SVN-2024", HumanTask.CONDUCT_SOUNDING);
        }
        return marketed;
    }

    private static List<Map<String, String>> notices() {
        return List.of(Map.of("party", "引受団", "at", "2024-08-29T11:00", "means", "電話"));
    }

    private void pull(DealId id) {
        desk.record(
                id, Entry.PULL, FormValues.of("reason", "市況").withTable("notices", notices()), Cast.ISSUER.person());
    }

    private Set<HumanTask> open(DealId id) {
        var open = EnumSet.noneOf(HumanTask.class);
        process.openTasks(id).forEach(t -> open.add(t.task()));
        return open;
    }

    /** Completes what can be completed without these tasks, each on its due date. */
    private void walkWithout(DealId id, Set<HumanTask> left) {
        boolean moved = true;
        while (moved) {
            while (process.runDueJobs(id, clock.now(id)) > 0) {
                // papers
            }
            moved = false;
            for (OpenTask t : process.openTasks(id)) {
                if (!left.contains(t.task()) && completeOnItsDay(id, t.task())) {
                    moved = true;
                    break;
                }
            }
            var timer = process.waiting(id).stream()
                    .map(DealProcess.Waiting::due)
                    .filter(d -> d.isAfter(clock.now(id)))
                    .min(java.util.Comparator.naturalOrder());
            if (!moved && timer.isPresent()) {
                desk.movePracticeTime(id, timer.get(), Cast.LEAD.person());
                moved = true;
            }
        }
    }

    private boolean completeOnItsDay(DealId id, HumanTask task) {
        desk.dueDate(id, task)
                .map(d -> d.date()
                        .atTime(10, 0)
                        .atZone(io.github.samuraidesk.deal.DealClock.TOKYO)
                        .toInstant())
                .filter(d -> d.isAfter(clock.now(id)))
                .ifPresent(d -> desk.movePracticeTime(id, d, Cast.LEAD.person()));
        try {
            complete(id, task);
            return true;
        } catch (Refused notYet) {
            return false;
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = HumanTask.class,
            names = {
                "CONDUCT_SOUNDING",
                "RUN_BOOK",
                "REPORT_DEMAND",
                "PRICE_TRANCHES",
                "APPROVE_PRICING",
                "SIGN_SUBSCRIPTION",
                "DRAFT_PAPERS",
                "REVIEW_PAPERS",
                "FILE_FINAL_TERMS",
                "CONFIRM_EFFECTIVENESS",
                "ALLOCATE",
                "DELIVER_PROSPECTUS",
                "REGISTER_ISSUE",
                "CHECK_ISSUE",
                "RECONCILE_CODES",
                "CONFIRM_SPLIT",
                "MATCH_INSTRUCTIONS",
                "CONFIRM_CONDITIONS",
                "APPROVE_NEW_RECORD",
                "REQUEST_FUNDS",
                "CONFIRM_NEW_RECORD"
            })
    void postponementBeginsMarketingAgainFrom(HumanTask point) {
        DealId id = marketed();
        rehearsal.run(id, t -> t == point);
        assertThat(open(id)).contains(point);
        postpone(id);
        assertThat(open(id)).containsExactly(HumanTask.CONDUCT_SOUNDING);
        assertThat(facts.of(id).current(PricingRun.FACT)).isEmpty();
        assertThat(gateOpen(id, Gate.G5)).as("the registration stands").isTrue();
    }

    private boolean gateOpen(DealId id, Gate gate) {
        return gates.check(facts.of(id), gate).isEmpty();
    }

    @Test
    void failedFundingIsDecidedBeforeAnythingIsPostponedOrPulled() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.CONFIRM_NEW_RECORD);
        failFunding(id);
        assertThatThrownBy(() -> postpone(id)).satisfies(refusedFor("failedFundingUndecided"));
        assertThatThrownBy(() -> pull(id)).satisfies(refusedFor("failedFundingUndecided"));
        assertThat(open(id)).containsExactly(HumanTask.RESOLVE_FAILED_FUNDING);
        assertThat(facts.of(id).one(FundingFailed.FACT)).isPresent();

        desk.complete(
                id,
                HumanTask.RESOLVE_FAILED_FUNDING,
                null,
                script.values(id, HumanTask.RESOLVE_FAILED_FUNDING).with("decision", "RETRY"),
                Cast.LEAD.person());
        postpone(id);
        assertThat(facts.of(id).history(TaskDone.FACT.at(HumanTask.RESOLVE_FAILED_FUNDING.id())))
                .as("the decision is on record")
                .hasSize(1);
        assertThat(open(id)).containsExactly(HumanTask.CONDUCT_SOUNDING);
        rehearsal.run(id, t -> false);
        assertThat(facts.of(id).one(Closed.FACT)).isPresent();
    }

    private void failFunding(DealId id) {
        desk.complete(
                id,
                HumanTask.CONFIRM_NEW_RECORD,
                null,
                FormValues.of(
                        "fundsNotice",
                        "FAILED",
                        "newRecordNotice",
                        "NOT_RECORDED",
                        "evidence",
                        script.values(id, HumanTask.CONFIRM_NEW_RECORD).text("evidence")),
                Cast.AGENT.person());
        assertThat(open(id)).containsExactly(HumanTask.RESOLVE_FAILED_FUNDING);
    }

    @Test
    void postponementAtTheJoinKeepsTheParticipationInWork() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.CONDUCT_SOUNDING);
        walkWithout(id, PARTICIPATION);
        var waiting = open(id);
        assertThat(PARTICIPATION).containsAll(waiting).as("marketing is done, participation is open");
        assertThat(facts.of(id).current(PricingRun.FACT)).isNotEmpty();
        String openTask = process.openTasks(id).get(0).taskId();

        postpone(id);

        assertThat(open(id)).containsAll(waiting).contains(HumanTask.CONDUCT_SOUNDING);
        assertThat(process.openTasks(id)).extracting(OpenTask::taskId).contains(openTask);
        rehearsal.run(id, t -> false);
        assertThat(facts.of(id).one(Closed.FACT)).isPresent();
        assertThat(facts.of(id).history(TaskDone.FACT.at(HumanTask.CONFIRM_PARTICIPATION.id())))
                .as("nobody was asked twice")
                .hasSize(1);
    }

    @Test
    void postponementBeforeTheFilingMovesTheDatesAndKeepsTheDrafts() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.REVIEW_PAPERS);
        var before = open(id);
        postpone(id);
        assertThat(open(id)).isEqualTo(before);
        assertThat(deals.termSheet(id).dates().pricing()).isAfter(clock.today(id));
    }

    @Test
    void postponementBeforeUnderwritersAreChosenMovesTheDates() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.CHOOSE_SELECTION);
        postpone(id);
        assertThat(open(id)).containsExactly(HumanTask.CHOOSE_SELECTION);
    }

    @Test
    void refusesToPostponeOrPullBondsThatAreRecorded() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.PAY_PROCEEDS);
        assertThatThrownBy(() -> postpone(id)).satisfies(refusedFor("bondsAreRecorded"));
        assertThatThrownBy(() -> pull(id)).satisfies(refusedFor("bondsAreRecorded"));
        assertThat(facts.of(id).current(PricingRun.FACT)).isNotEmpty();
        rehearsal.run(id, t -> false);
        assertThat(facts.of(id).one(Closed.FACT)).isPresent();
    }

    private static java.util.function.Consumer<Throwable> refusedFor(String code) {
        return e -> {
            assertThat(e).isInstanceOf(Refused.class);
            assertThat(((Refused) e).findings()).extracting(Finding::code).contains(code);
        };
    }

    @ParameterizedTest
    @EnumSource(
            value = HumanTask.class,
            names = {"CONFIRM_ROUTE", "CHECK_CONFLICTS", "DRAFT_PAPERS", "CONDUCT_SOUNDING", "REGISTER_ISSUE"})
    void pullingEndsTheDealFrom(HumanTask point) {
        DealId id = openAndStopBefore("SVN-2024", point);
        pull(id);
        assertThat(process.isRunning(id)).isFalse();
        assertThat(process.openTasks(id)).isEmpty();
        assertThat(facts.of(id).one(Halt.FACT.at("pulled"))).isPresent();
    }

    @Test
    void pullingEndsADealThatWaitsForItsParticipation() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.CONDUCT_SOUNDING);
        walkWithout(id, PARTICIPATION);
        pull(id);
        assertThat(process.isRunning(id)).isFalse();
        assertThat(process.openTasks(id)).isEmpty();
    }

    @Test
    void pricingThatIsNotApprovedGoesBackToTheBook() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.APPROVE_PRICING);
        desk.complete(
                id,
                HumanTask.APPROVE_PRICING,
                null,
                script.values(id, HumanTask.APPROVE_PRICING).with("approved", "no"),
                Cast.ISSUER.person());
        assertThat(open(id)).containsExactly(HumanTask.RUN_BOOK);
        rehearsal.run(id, t -> false);
        assertThat(facts.of(id).one(Closed.FACT)).isPresent();
    }

    @Test
    void terminationAfterFailedFundingEndsTheDealWithoutBonds() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.CONFIRM_NEW_RECORD);
        failFunding(id);
        desk.complete(
                id,
                HumanTask.RESOLVE_FAILED_FUNDING,
                null,
                script.values(id, HumanTask.RESOLVE_FAILED_FUNDING).with("decision", "TERMINATE"),
                Cast.LEAD.person());
        assertThat(process.isRunning(id)).isFalse();
        assertThat(facts.of(id).one(Closed.FACT)).isEmpty();
        assertThat(process.path(id))
                .anyMatch(s ->
                        s.process().equals("samurai-issuance") && s.activity().equals("fundingFailed"));
    }

    /** The drawings of commit 68dde0f, on which deals may still be running. */
    @Test
    void aDealOnAnEarlierDrawingCanBePostponedAtItsJoin() throws IOException {
        new OtherDrawings(repository).deploy(Path.of("src/test/resources/drawings-68dde0f"));
        DealId id;
        try {
            id = open("SVN-2024");
        } finally {
            new OtherDrawings(repository).deploy(Path.of("processes"));
        }
        rehearsal.run(id, t -> t == HumanTask.CONDUCT_SOUNDING);
        walkWithout(id, PARTICIPATION);
        assertThat(PARTICIPATION).containsAll(open(id));
        assertThat(facts.of(id).current(PricingRun.FACT)).isNotEmpty();

        postpone(id);

        assertThat(open(id)).contains(HumanTask.CONDUCT_SOUNDING);
        rehearsal.run(id, t -> t == HumanTask.REGISTER_ISSUE);
        postpone(id);
        assertThat(open(id)).containsExactly(HumanTask.CONDUCT_SOUNDING);
        rehearsal.run(id, t -> false);
        assertThat(facts.of(id).one(Closed.FACT)).isPresent();
    }
}
