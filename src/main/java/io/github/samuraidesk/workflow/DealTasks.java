package io.github.samuraidesk.workflow;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.GatewayFact;
import io.github.samuraidesk.act.TaskDone;
import io.github.samuraidesk.deal.Blobs;
import io.github.samuraidesk.deal.DealClock;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.disclosure.Figures;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.disclosure.Papers;
import io.github.samuraidesk.disclosure.PartTwo;
import io.github.samuraidesk.disclosure.PartTwoReader;
import io.github.samuraidesk.disclosure.SumChecks;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.law.RouteDecider;
import io.github.samuraidesk.registration.Filing.Stage;
import io.github.samuraidesk.registration.RouteConfirmed;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What completing a task means: its rules over the facts, the facts it records, and what the gateways must know. */
@Component
class DealTasks {

    private final Facts facts;
    private final Blobs blobs;
    private final Papers papers;
    private final SumChecks sums;
    private final PartTwoReader partTwoReader;
    private final Gates gates;
    private final DealClock clock;
    private final Acts acts;

    DealTasks(
            Facts facts,
            Blobs blobs,
            Papers papers,
            SumChecks sums,
            PartTwoReader partTwoReader,
            Gates gates,
            DealClock clock,
            Acts acts) {
        this.facts = facts;
        this.blobs = blobs;
        this.papers = papers;
        this.sums = sums;
        this.partTwoReader = partTwoReader;
        this.gates = gates;
        this.clock = clock;
        this.acts = acts;
    }

    /** Everything a task needs to know about its completion. */
    private record Done(
            DealId id,
            FormValues v,
            PersonId person,
            Ready ready,
            List<Finding> findings,
            Map<String, Object> gateway) {

        void refuse(String field, String code, String... args) {
            findings.add(Finding.field(field, code, args));
        }
    }

    /** Long work of a task, done without the deal's lock. */
    Ready prepare(DealId id, HumanTask task, FormValues v) {
        return task == HumanTask.DRAFT_PAPERS && v.has("partTwo")
                ? blobs.find(id, v.text("partTwo"))
                        .map(blob -> Ready.partTwo(partTwoReader.prepare(facts.of(id), blob)))
                        .orElse(Ready.NOTHING)
                : Ready.NOTHING;
    }

    /**
     * Applies a task whose form has been checked.
     *
     * @param ready what {@link #prepare} made of the same form
     * @return what the gateways of the process must know
     * @throws io.github.samuraidesk.deal.Refused with every finding; nothing is recorded then
     * @throws Ready.Outdated when what was made ready no longer fits the facts
     */
    Map<String, Object> apply(DealId id, HumanTask task, FormValues v, PersonId person, Ready ready) {
        var done = new Done(id, v, person, ready, new ArrayList<>(), new HashMap<>());
        noDateMayLieInTheFuture(done, task);
        Trades.act(task.id()).ifPresentOrElse(act -> perform(act, done), () -> apply(task, done));
        Refused.unlessNone(done.findings());
        facts.record(id, task.id(), new TaskDone(task.id(), v.values(), v.tables()), person);
        return done.gateway();
    }

    private void perform(Act<?> act, Done done) {
        Answer answer = acts.perform(act, done.id(), done.v(), done.person());
        done.findings().addAll(answer.refused());
        answer.gateway().forEach((fact, value) -> done.gateway().put(fact.id(), value));
    }

    private void apply(HumanTask task, Done done) {
        DealId id = done.id();
        FormValues v = done.v();
        switch (task) {
            case DRAFT_PAPERS -> draftPapers(done);
            case REVIEW_PAPERS -> reviewPapers(done);
            default -> throw new IllegalStateException(task + " stands in its trade");
        }
    }

    /** A record says what has happened: acceptance, signature and delivery cannot lie after the deal's present. */
    private void noDateMayLieInTheFuture(Done d, HumanTask task) {
        LocalDateTime now = clock.now(d.id()).atZone(DealClock.TOKYO).toLocalDateTime();
        for (var field : task.fields()) {
            if (!d.v().has(field.name()) || field.planned()) {
                continue;
            }
            boolean future = switch (field.type()) {
                case DATE -> d.v().date(field.name()).isAfter(now.toLocalDate());
                case DATE_TIME -> d.v().dateTime(field.name()).isAfter(now);
                default -> false;
            };
            if (future) {
                d.refuse(
                        field.name(),
                        "inTheFuture",
                        d.v().text(field.name()),
                        now.toLocalDate().toString());
            }
        }
    }

    private void draftPapers(Done d) {
        if (d.v().has("partTwo")) {
            PartTwoReader.Prepared read = d.ready()
                    .partTwo()
                    .filter(p -> partTwoReader.holds(facts.of(d.id()), d.v().text("partTwo"), p))
                    .orElseThrow(Ready.Outdated::new);
            d.findings().addAll(read.refused());
            if (read.refused().isEmpty()) {
                facts.record(d.id(), "partTwo", partTwoReader.store(d.id(), read), d.person());
            }
        }
    }

    private void reviewPapers(Done d) {
        boolean passed = d.v().text("verdict").equals("PASS");
        if (passed) {
            List<Paper> next = gates.nextPapers(facts.of(d.id()));
            if (next.stream()
                    .anyMatch(p -> papers.preparers(facts.of(d.id()), p)
                            .contains(d.person().value()))) {
                d.findings()
                        .add(Finding.rule(
                                "FOUR-EYES",
                                "house rule: segregation of duties",
                                "reviewPapers",
                                "MANAGERS_COUNSEL",
                                "preparerCannotApprove",
                                d.person().value()));
            }
            next.forEach(p -> d.findings().addAll(gates.paperMustBeApproved(facts.of(d.id()), p)));
            headingsMustBeConfirmed(d);
            papers.openSlots(facts.of(d.id())).forEach(slot -> d.refuse("slot:" + slot, "slotOpen", slot));
            d.findings().addAll(gates.clausesMustBeSigned(facts.of(d.id())));
            gates.nextSet(facts.of(d.id()))
                    .map(set -> gates.packageMustPassTheUploadCheck(facts.of(d.id()), Stage.valueOf(set.name())))
                    .ifPresent(d.findings()::addAll);
            d.findings().addAll(sums.of(facts.of(d.id())));
            List<Figures.Place> places = papers.figures(facts.of(d.id()));
            d.findings().addAll(SumChecks.printed(places));
            Figures.disagreements(places)
                    .forEach(x -> d.refuse(
                            "reviewPapers",
                            "figuresDiffer",
                            x.one().field(),
                            x.one().text(),
                            x.one().paper().code(),
                            x.other().text(),
                            x.other().paper().code()));
        }
        d.gateway().put(GatewayFact.REVIEW_PASSED.id(), passed);
    }

    /** The official headings of Part 2 are not verified, so a person says that what is amiss was looked at. */
    private void headingsMustBeConfirmed(Done d) {
        boolean amiss = gates.nextSet(facts.of(d.id()))
                        .filter(Paper.Set.STATEMENT::equals)
                        .isPresent()
                && facts.of(d.id())
                        .one(PartTwo.FACT)
                        .filter(p -> p.notices().stream().anyMatch(n -> n.rule().equals("PART2")))
                        .isPresent();
        if (amiss && !d.v().yes("headingsConfirmed")) {
            d.refuse("headingsConfirmed", "headingsNotConfirmed");
        }
    }

    /** A suggestion of the decision table, before counsel signs it. */
    void suggestRoute(DealId id, RouteDecider.Decision decision, PersonId person) {
        facts.record(
                id,
                "suggested",
                new RouteConfirmed(decision.route(), decision.route(), decision.reasons(), ""),
                person);
    }
}
