package io.github.samuraidesk.workflow;

import io.github.samuraidesk.calendar.JapanCalendars;
import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealClock;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.TermSheet;
import io.github.samuraidesk.deal.Tranche;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.disclosure.Papers;
import io.github.samuraidesk.law.LegalPeriod;
import io.github.samuraidesk.law.Route;
import io.github.samuraidesk.law.RouteDecider;
import io.github.samuraidesk.law.RouteQuestion;
import io.github.samuraidesk.law.RulePack;
import io.github.samuraidesk.law.RulePacks;
import io.github.samuraidesk.law.Timetable;
import io.github.samuraidesk.lifecycle.Obligation;
import io.github.samuraidesk.pricing.PricingRun;
import io.github.samuraidesk.registration.RouteConfirmed;
import io.github.samuraidesk.settlement.Closed;
import io.github.samuraidesk.settlement.FundingFailed;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Answers every step of the program with one exhaustive switch. */
@Component
public class DealSteps {

    private static final String ANNUAL_REPORT = "C01";
    private static final String SEMIANNUAL_REPORT = "C02";
    private static final String REPORT_OF_A_STATE = "C05";
    private static final int MONTHS_OF_HALF_A_YEAR = 6;

    private final DealBook deals;
    private final Facts facts;
    private final Papers papers;
    private final RouteDecider routes;
    private final DealTasks tasks;
    private final DealClock clock;
    private final RulePacks packs;
    private final JapanCalendars calendars;
    private final Approvals approvals;

    DealSteps(
            DealBook deals,
            Facts facts,
            Papers papers,
            RouteDecider routes,
            DealTasks tasks,
            DealClock clock,
            RulePacks packs,
            JapanCalendars calendars,
            Approvals approvals) {
        this.approvals = approvals;
        this.deals = deals;
        this.facts = facts;
        this.papers = papers;
        this.routes = routes;
        this.tasks = tasks;
        this.clock = clock;
        this.packs = packs;
        this.calendars = calendars;
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
        obligations(id).forEach(o -> facts.record(id, o.id(), o, PersonId.PROGRAM));
        return Map.of("closed", true);
    }

    /** Rows of the rule pack that fall after closing, as dated obligations. */
    private List<Obligation> obligations(DealId id) {
        TermSheet sheet = deals.termSheet(id);
        Route route = facts.of(id).one(RouteConfirmed.SIGNED).orElseThrow().route();
        Map<String, Timetable.DueDate> due = papers.paperFacts().dueDates(facts.of(id), sheet, route);
        var list = new ArrayList<Obligation>();
        RulePack pack = packs.of(facts.of(id));
        for (String row : pack.rowsAfterClosing(route.track().name())) {
            Optional.ofNullable(due.get(row))
                    .ifPresent(d -> list.add(open(row, row, subject("", d), d.date(), d.confirmWithCounsel())));
        }
        var bank = calendars.bank();
        for (Tranche t : deals.liveTranches(id)) {
            PricingRun run = facts.of(id).one(PricingRun.FACT.at(t.id())).orElseThrow();
            for (PricingRun.Coupon c : run.coupons()) {
                String subject = t.id() + " #" + c.number();
                for (var row : pack.jasdec()) {
                    boolean floats = row.anchor().equals("FLOATING_COUPON") && c.amountPerBondYen() == null;
                    if (floats || row.anchor().equals("COUPON")) {
                        list.add(open(
                                row.id() + "/" + t.id() + "/" + c.number(),
                                row.id(),
                                subject,
                                bank.plusBusinessDays(c.payment(), row.offsetBusinessDays()),
                                RulePack.needsCounsel(row.basis())));
                    }
                }
                list.add(open("C04/" + t.id() + "/" + c.number(), "C04", subject, c.payment(), false));
            }
            list.add(open("J21/" + t.id(), "J21", t.id(), bank.following(run.maturity()), false));
        }
        addReports(sheet, route, pack, list, clock.today(id), lastMaturity(id));
        return list;
    }

    private LocalDate lastMaturity(DealId id) {
        return facts.of(id).current(PricingRun.FACT).stream()
                .map(PricingRun::maturity)
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    private static void addReports(
            TermSheet sheet, Route route, RulePack pack, List<Obligation> list, LocalDate from, LocalDate until) {
        String yearEnd = sheet.issuer().fiscalYearEnd();
        if (yearEnd == null || !route.isRegistered()) {
            return;
        }
        var monthDay = MonthDay.parse("--" + yearEnd);
        boolean state = sheet.issuer().kind().isState();
        // a company's deadline is not a state's: packs that know no row for states show the company's, unverified
        String annualRow = state && pack.findStep(REPORT_OF_A_STATE).isPresent() ? REPORT_OF_A_STATE : ANNUAL_REPORT;
        for (int year = from.getYear(); year <= until.getYear(); year++) {
            LocalDate end = monthDay.atYear(year);
            addReport(pack, annualRow, year, end, state, list, from, until);
            addReport(
                    pack,
                    SEMIANNUAL_REPORT,
                    year,
                    LegalPeriod.monthsAfter(end, -MONTHS_OF_HALF_A_YEAR),
                    state,
                    list,
                    from,
                    until);
        }
    }

    private static void addReport(
            RulePack pack,
            String row,
            int year,
            LocalDate periodEnd,
            boolean state,
            List<Obligation> list,
            LocalDate from,
            LocalDate until) {
        Timetable.DueDate due = pack.plan().dueDate(row, periodEnd);
        if (!due.date().isBefore(from) && !periodEnd.isAfter(until)) {
            list.add(open(
                    row + "/" + year,
                    row,
                    subject(String.valueOf(year), due),
                    due.date(),
                    state || due.confirmWithCounsel()));
        }
    }

    /** A deadline that has moved keeps the day that was counted, for whoever reads the move otherwise. */
    private static String subject(String of, Timetable.DueDate due) {
        return due.hasMoved() ? (of + " (" + due.rule() + ")").strip() : of;
    }

    private static Obligation open(String id, String row, String subject, LocalDate due, boolean counsel) {
        return new Obligation(id, row, subject, due, counsel, "", "");
    }
}
