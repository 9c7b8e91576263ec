package io.github.samuraidesk.workflow;

import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealClock;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.disclosure.Papers;
import io.github.samuraidesk.law.Route;
import io.github.samuraidesk.law.RouteDecider;
import io.github.samuraidesk.law.RouteQuestion;
import io.github.samuraidesk.law.RulePacks;
import io.github.samuraidesk.lifecycle.AfterClosing;
import io.github.samuraidesk.lifecycle.Obligation;
import io.github.samuraidesk.registration.RouteConfirmed;
import io.github.samuraidesk.settlement.Closed;
import io.github.samuraidesk.settlement.FundingFailed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Answers every step of the program with one exhaustive switch. */
@Component
public class DealSteps {

    private final DealBook deals;
    private final Facts facts;
    private final Papers papers;
    private final RouteDecider routes;
    private final DealTasks tasks;
    private final DealClock clock;
    private final RulePacks packs;
    private final Standings standings;
    private final Approvals approvals;

    DealSteps(
            DealBook deals,
            Facts facts,
            Papers papers,
            RouteDecider routes,
            DealTasks tasks,
            DealClock clock,
            RulePacks packs,
            Standings standings,
            Approvals approvals) {
        this.approvals = approvals;
        this.deals = deals;
        this.facts = facts;
        this.papers = papers;
        this.routes = routes;
        this.tasks = tasks;
        this.clock = clock;
        this.packs = packs;
        this.standings = standings;
    }

    /**
     * Sets the papers of a long step in type. Takes long, and is called without the deal's lock and without a
     * transaction.
     *
     * @param paperSet set in work, or empty
     */
    public List<Papers.Draft> make(Step step, DealId id, String paperSet) {
        return papers.drafts(facts.of(id), wanted(step, id, paperSet));
    }

    /**
     * Ends a long step: stores its papers and records what else the step says. The caller holds the deal's lock.
     *
     * @return what the gateways of the process must know; empty when the facts have changed since the papers were set
     */
    public Optional<Map<String, Object>> store(Step step, DealId id, String paperSet, List<Papers.Draft> made) {
        boolean complete = made.stream().map(Papers.Draft::paper).toList().equals(wanted(step, id, paperSet));
        if (!complete || !made.stream().allMatch(d -> papers.holds(facts.of(id), d))) {
            return Optional.empty();
        }
        Map<String, Object> gateway = step == Step.CLOSE_DEAL ? close(id) : Map.of();
        made.forEach(
                d -> approvals.withdrawFallen(facts.of(id), papers.store(id, d, PersonId.PROGRAM), PersonId.PROGRAM));
        return Optional.of(gateway);
    }

    /**
     * Runs a step within the engine's own transaction, as the drawings of earlier programs also ask for long steps.
     *
     * @param paperSet set in work, or empty
     * @return what the gateways of the process must know
     * @throws IllegalStateException when the facts changed while the papers were set; the engine tries again
     */
    public Map<String, Object> run(Step step, DealId id, String paperSet) {
        return switch (step) {
            case DECIDE_ROUTE -> decideRoute(id);
            case STATE_REFUSAL -> Map.of();
            case RECORD_FAILED_FUNDING -> {
                deals.lock(id);
                facts.record(
                        id, "failed", new FundingFailed("no funds notice or no new-record notice"), PersonId.PROGRAM);
                yield Map.of();
            }
            case PREPARE_MANDATE_LETTER,
                    GENERATE_PAPERS,
                    PREPARE_CONTRACT_PAPERS,
                    PREPARE_CLOSING_PAPERS,
                    CLOSE_DEAL -> {
                var made = make(step, id, paperSet);
                deals.lock(id);
                yield store(step, id, paperSet, made)
                        .orElseThrow(() -> new IllegalStateException("the facts changed while papers were set"));
            }
        };
    }

    private List<Paper> wanted(Step step, DealId id, String paperSet) {
        return switch (step) {
            case PREPARE_MANDATE_LETTER -> List.of(Paper.MANDATE_LETTER, Paper.TIMETABLE);
            case GENERATE_PAPERS -> Paper.Set.valueOf(paperSet).papers(isShelf(id));
            case PREPARE_CONTRACT_PAPERS ->
                List.of(
                        Paper.CONDITIONS_OF_BONDS,
                        Paper.CONDITIONS_OF_BONDS_EN,
                        Paper.SUBSCRIPTION_SCHEDULE,
                        Paper.AGENCY_SCHEDULE,
                        Paper.TERM_SHEET_JA,
                        Paper.TERM_SHEET_EN);
            case PREPARE_CLOSING_PAPERS -> List.of(Paper.JASDEC_SHEET, Paper.CP_LIST);
            case CLOSE_DEAL -> List.of(Paper.CLOSING_MEMORANDUM);
            case DECIDE_ROUTE, STATE_REFUSAL, RECORD_FAILED_FUNDING -> List.of();
        };
    }

    private Map<String, Object> decideRoute(DealId id) {
        deals.lock(id);
        var decision = routes.decide(RouteQuestion.of(deals.termSheet(id)), packs.of(facts.of(id)), clock.today(id));
        tasks.suggestRoute(id, decision, PersonId.PROGRAM);
        return Map.of("isSamurai", decision.route() != Route.NOT_A_SAMURAI);
    }

    private boolean isShelf(DealId id) {
        return facts.of(id)
                .one(RouteConfirmed.SIGNED)
                .filter(r -> r.route().isShelf())
                .isPresent();
    }

    private Map<String, Object> close(DealId id) {
        facts.record(id, "closed", new Closed(clock.today(id)), PersonId.PROGRAM);
        AfterClosing.of(standings.of(facts.of(id)))
                .forEach(o -> facts.record(id, Obligation.FACT.at(o.id()), o, PersonId.PROGRAM));
        return Map.of("closed", true);
    }
}
