package io.github.samuraidesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.WalkedFlows;
import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.act.TaskDone;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.disclosure.Papers;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.law.Route;
import io.github.samuraidesk.lifecycle.Obligation;
import io.github.samuraidesk.pricing.PricingApproved;
import io.github.samuraidesk.pricing.PricingRun;
import io.github.samuraidesk.pricing.SubscriptionSigned;
import io.github.samuraidesk.registration.EffectivenessConfirmed;
import io.github.samuraidesk.registration.Filing;
import io.github.samuraidesk.registration.RouteConfirmed;
import io.github.samuraidesk.rehearsal.Cast;
import io.github.samuraidesk.rehearsal.Sample;
import io.github.samuraidesk.review.Verdict;
import io.github.samuraidesk.settlement.Closed;
import io.github.samuraidesk.settlement.FundingFailed;
import io.github.samuraidesk.settlement.FundsRequested;
import io.github.samuraidesk.settlement.NewRecord;
import io.github.samuraidesk.underwriting.Mandate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Deals that together take every sequence flow of {@code processes/}, with what people find at each turn. All are walked
 * here: which other tests run, in what order and in which JVM, makes no difference, and a flow whose walk is taken out is
 * named.
 */
class FlowsTest extends DeskTest {

    private static final Path PROCESSES = Path.of("processes");

    @Autowired
    private Gates gates;

    @Autowired
    private Papers papers;

    @TestFactory
    Stream<DynamicTest> everySequenceFlowIsWalked() {
        WalkedFlows.TAKEN.clear();
        return Stream.of(
                DynamicTest.dynamicTest("a statement that comes back at every turn, and closes", this::everyWayBack),
                DynamicTest.dynamicTest("bonds that nobody paid for do not come to be", this::terminated),
                DynamicTest.dynamicTest("a deal is pulled", this::pulled),
                DynamicTest.dynamicTest("a new shelf is filed and taken down from", this::newShelf),
                DynamicTest.dynamicTest("a shelf that stood before the deal", this::existingShelf),
                DynamicTest.dynamicTest("a shelf whose notice has not come yet", this::shelfWithoutItsNotice),
                DynamicTest.dynamicTest("nothing is registered", this::withoutRegistration),
                DynamicTest.dynamicTest("counsel signs that it is no Samurai bond", this::noSamuraiByCounsel),
                DynamicTest.dynamicTest("the decision table finds no route", this::noSamuraiByTheTable),
                DynamicTest.dynamicTest("no flow is left", this::noFlowIsLeft));
    }

    private void noFlowIsLeft() throws IOException {
        var left = new TreeSet<String>();
        try (var files = Files.list(PROCESSES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".bpmn")).toList()) {
                Jsoup.parse(Files.readString(file), Parser.xmlParser())
                        .select("bpmn|process")
                        .forEach(process -> process.select("bpmn|sequenceFlow")
                                .forEach(flow -> left.add(process.id() + "#" + flow.id())));
            }
        }
        assertThat(left).as("flows of %s", PROCESSES).hasSizeGreaterThan(100);
        left.removeAll(WalkedFlows.TAKEN);
        assertThat(left).as("flows that no deal of this test takes").isEmpty();
    }

    private void everyWayBack() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.CHOOSE_SELECTION);

        // bids are asked for
        does(id, HumanTask.CHOOSE_SELECTION, FormValues.of("selection", "RFP"), Cast.ISSUER);
        assertThat(open(id)).contains(HumanTask.ISSUE_RFP).doesNotContain(HumanTask.RECORD_EXISTING_MANDATE);
        complete(id, HumanTask.ISSUE_RFP);
        script.entriesBefore(id, HumanTask.OPEN_BIDS)
                .forEach(l -> desk.record(id, l.entry(), l.values(), l.by().person()));
        desk.movePracticeTime(id, clock.now(id).plus(Duration.ofDays(4)), Cast.LEAD.person());
        complete(id, HumanTask.OPEN_BIDS);
        complete(id, HumanTask.SCORE_BIDS);
        complete(id, HumanTask.AWARD_MANDATE);
        assertThat(facts.of(id).one(Mandate.FACT)).isPresent();
        assertThat(papers.find(facts.of(id), Paper.MANDATE_LETTER)).isPresent();
        assertThat(open(id)).contains(HumanTask.HOLD_KICK_OFF);

        // the review, the bureau and the filing each send the statement back
        rehearsal.run(id, t -> t == HumanTask.REVIEW_PAPERS);
        does(id, HumanTask.REVIEW_PAPERS, FormValues.of("verdict", "REJECT", "findings", "x"), Cast.REVIEWER);
        assertThat(open(id)).contains(HumanTask.DRAFT_PAPERS).doesNotContain(HumanTask.REVIEW_PAPERS);
        assertThat(gates.check(facts.of(id), Gate.G4))
                .as("nothing may be filed")
                .isNotEmpty();
        for (HumanTask from : List.of(HumanTask.CLEAR_PRE_FILING_REVIEW, HumanTask.FILE_STATEMENT)) {
            rehearsal.run(id, t -> t == from);
            assertThat(facts.of(id).current(Verdict.FACT)).isNotEmpty();
            does(id, from, FormValues.of("outcome", "BACK_TO_DRAFTING", "reason", "x"), Cast.COUNSEL);
            assertThat(open(id)).contains(HumanTask.DRAFT_PAPERS).doesNotContain(from);
            assertThat(facts.of(id).current(Filing.FACT))
                    .as("nothing was filed")
                    .isEmpty();
            assertThat(gates.check(facts.of(id), Gate.G5))
                    .as("nothing may be offered")
                    .isNotEmpty();
        }

        // the issuer does not take the price, then the market goes away
        rehearsal.run(id, t -> t == HumanTask.APPROVE_PRICING);
        does(
                id,
                HumanTask.APPROVE_PRICING,
                script.values(id, HumanTask.APPROVE_PRICING).with("approved", "no"),
                Cast.ISSUER);
        assertThat(open(id)).contains(HumanTask.RUN_BOOK).doesNotContain(HumanTask.SIGN_SUBSCRIPTION);
        assertThat(facts.of(id).one(PricingApproved.FACT)).isEmpty();
        assertThat(facts.of(id).one(SubscriptionSigned.FACT)).isEmpty();
        rehearsal.run(id, t -> t == HumanTask.REGISTER_ISSUE);
        assertThat(facts.of(id).one(PricingApproved.FACT)).isPresent();
        postpone(id);
        assertThat(open(id)).containsExactly(HumanTask.CONDUCT_SOUNDING);
        assertThat(facts.of(id).current(PricingRun.FACT)).isEmpty();
        assertThat(gates.check(facts.of(id), Gate.G5))
                .as("the registration stands")
                .isEmpty();

        // the money does not come, and is asked for again
        rehearsal.run(id, t -> t == HumanTask.CONFIRM_NEW_RECORD);
        fundingFails(id);
        does(id, HumanTask.RESOLVE_FAILED_FUNDING, decision(id, "RETRY"), Cast.LEAD);
        assertThat(open(id)).containsExactly(HumanTask.REQUEST_FUNDS);
        rehearsal.run(id, t -> false);
        assertThat(facts.of(id).one(Closed.FACT)).isPresent();
        assertThat(facts.of(id).history(FundsRequested.FACT))
                .as("the money was asked for twice")
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(facts.of(id).current(Obligation.FACT)).isNotEmpty();
        assertThat(process.isRunning(id)).isFalse();
    }

    private void terminated() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.CONFIRM_NEW_RECORD);
        fundingFails(id);
        does(id, HumanTask.RESOLVE_FAILED_FUNDING, decision(id, "TERMINATE"), Cast.LEAD);
        assertThat(process.isRunning(id)).isFalse();
        assertThat(process.openTasks(id)).isEmpty();
        assertThat(process.waiting(id)).isEmpty();
        assertThat(facts.of(id).one(FundingFailed.FACT)).isPresent();
        assertThat(facts.of(id).one(Closed.FACT)).isEmpty();
        assertThat(facts.of(id).current(Obligation.FACT)).as("no bond, no duty").isEmpty();
        assertThat(papers.find(facts.of(id), Paper.CLOSING_MEMORANDUM)).isEmpty();
        nothingMoreIsDone(id);
    }

    private void pulled() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.CONDUCT_SOUNDING);
        desk.record(
                id,
                Entry.PULL,
                FormValues.of("reason", "市況")
                        .withTable(
                                "notices",
                                List.of(Map.of("party", "引受団", "at", clock.today(id) + "T09:00", "means", "電話"))),
                Cast.ISSUER.person());
        assertThat(facts.of(id).one(Halt.FACT.at("pulled")).map(Halt::kind)).contains(Halt.Kind.PULLED);
        assertThat(process.openTasks(id)).isEmpty();
        assertThat(process.isRunning(id)).isFalse();
        nothingMoreIsDone(id);
    }

    private void newShelf() {
        // four weeks before the shelf was filed: the shelf statement is a paper of this deal
        DealId id = open("IDN-2023", LocalDate.of(2022, 4, 25));
        rehearsal.run(id, t -> t == HumanTask.FILE_STATEMENT);
        assertThat(facts.of(id).history(TaskDone.FACT.at(HumanTask.CLEAR_PRE_FILING_REVIEW.id())))
                .as("the bureau reads no shelf statement before it is filed")
                .isEmpty();
        rehearsal.run(id, t -> t == HumanTask.CONFIRM_SHELF_EFFECTIVE);
        assertThat(open(id)).doesNotContain(HumanTask.CONDUCT_SOUNDING);
        rehearsal.run(id, t -> false);
        assertThat(facts.of(id).one(EffectivenessConfirmed.FACT.at("STATEMENT")))
                .isPresent();
        assertThat(facts.of(id).one(EffectivenessConfirmed.FACT.at("FINAL_TERMS")))
                .as("a supplement needs no effect of its own")
                .isEmpty();
        assertThat(facts.of(id).one(Closed.FACT)).isPresent();
    }

    private void existingShelf() {
        DealId id = openAndStopBefore("IDN-2023", HumanTask.RECORD_EXISTING_SHELF);
        assertThat(gates.check(facts.of(id), Gate.G5)).isNotEmpty();
        complete(id, HumanTask.RECORD_EXISTING_SHELF);
        assertThat(facts.of(id).one(EffectivenessConfirmed.FACT.at("STATEMENT")))
                .isPresent();
        assertThat(open(id))
                .contains(HumanTask.CONDUCT_SOUNDING, HumanTask.CHECK_SHELF_AMENDMENT)
                .doesNotContain(HumanTask.REGISTER_FILER, HumanTask.CONFIRM_SHELF_EFFECTIVE);
    }

    private void shelfWithoutItsNotice() {
        DealId id = openAndStopBefore("IDN-2023", HumanTask.RECORD_EXISTING_SHELF);
        FormValues all = script.values(id, HumanTask.RECORD_EXISTING_SHELF);
        FormValues pending = FormValues.of("effectiveness", "NOT_YET");
        for (String field : List.of("number", "acceptedAt", "documentId", "evidence")) {
            pending = pending.with(field, all.text(field));
        }
        does(id, HumanTask.RECORD_EXISTING_SHELF, pending, Cast.COUNSEL);
        while (process.runDueJobs(id, clock.now(id)) > 0) {
            // the computed day has passed
        }
        assertThat(open(id)).contains(HumanTask.CONFIRM_SHELF_EFFECTIVE).doesNotContain(HumanTask.CONDUCT_SOUNDING);
        assertThat(facts.of(id).one(EffectivenessConfirmed.FACT.at("STATEMENT")))
                .isEmpty();
    }

    private void withoutRegistration() {
        DealId id = routed(Route.EXEMPT_JAPAN_GUARANTEED);
        assertThat(gates.isAsked(facts.of(id), Gate.G5)).isFalse();
        rehearsal.run(id, t -> false);
        assertThat(facts.of(id).one(Closed.FACT)).isPresent();
        assertThat(facts.of(id).current(Filing.FACT)).isEmpty();
        assertThat(papers.find(facts.of(id), Paper.PROSPECTUS)).isEmpty();
        assertThat(facts.of(id).history(TaskDone.FACT.at(HumanTask.DELIVER_PROSPECTUS.id())))
                .isEmpty();
        assertThat(papers.find(facts.of(id), Paper.SUBSCRIPTION_SCHEDULE))
                .as("contracts are made all the same")
                .isPresent();
    }

    private void noSamuraiByCounsel() {
        DealId id = routed(Route.NOT_A_SAMURAI);
        assertThat(facts.of(id).one(RouteConfirmed.SIGNED).map(RouteConfirmed::route))
                .contains(Route.NOT_A_SAMURAI);
        assertThat(process.isRunning(id)).isFalse();
        nothingMoreIsDone(id);
    }

    private void noSamuraiByTheTable() {
        DealId id = open("BRK-2023A");
        rehearsal.run(id, t -> false);
        RouteConfirmed suggested = facts.of(id).one(RouteConfirmed.SUGGESTED).orElseThrow();
        assertThat(suggested.route()).isEqualTo(Route.NOT_A_SAMURAI);
        assertThat(suggested.reasons()).isNotEmpty();
        assertThat(process.isRunning(id)).isFalse();
        nothingMoreIsDone(id);
    }

    private DealId routed(Route route) {
        Sample s = sample("SVN-2024");
        DealId id = rehearsal.open(new Sample(
                s.termSheet().with("dealId", "FLOWS-" + route.name().replace('_', '-')), s.outcome(), s.assumed()));
        rehearsal.run(id, t -> t == HumanTask.CONFIRM_ROUTE);
        does(id, HumanTask.CONFIRM_ROUTE, FormValues.of("route", route.name(), "opinion", "x"), Cast.COUNSEL);
        return id;
    }

    private void fundingFails(DealId id) {
        does(
                id,
                HumanTask.CONFIRM_NEW_RECORD,
                FormValues.of(
                        "fundsNotice",
                        "FAILED",
                        "newRecordNotice",
                        "NOT_RECORDED",
                        "evidence",
                        script.values(id, HumanTask.CONFIRM_NEW_RECORD).text("evidence")),
                Cast.AGENT);
        assertThat(open(id)).containsExactly(HumanTask.RESOLVE_FAILED_FUNDING);
        assertThat(facts.of(id).one(FundingFailed.FACT)).isPresent();
        assertThat(facts.of(id).one(NewRecord.FACT).filter(NewRecord::recorded)).isEmpty();
    }

    private FormValues decision(DealId id, String decision) {
        return script.values(id, HumanTask.RESOLVE_FAILED_FUNDING).with("decision", decision);
    }

    private void nothingMoreIsDone(DealId id) {
        for (HumanTask task : List.of(HumanTask.CONDUCT_SOUNDING, HumanTask.PAY_PROCEEDS)) {
            assertThatThrownBy(() -> does(id, task, script.values(id, task), Cast.of(task.roles())))
                    .as("%s of %s", task, id)
                    .isInstanceOf(Refused.class);
        }
    }

    private void does(DealId id, HumanTask task, FormValues values, Cast by) {
        desk.complete(id, task, null, values, by.person());
        while (process.runDueJobs(id, clock.now(id)) > 0) {
            // papers
        }
    }

    private Set<HumanTask> open(DealId id) {
        var open = new TreeSet<HumanTask>();
        process.openTasks(id).forEach(t -> open.add(t.task()));
        return open;
    }
}
