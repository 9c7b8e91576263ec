package io.github.samuraidesk.workflow;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.GatewayFact;
import io.github.samuraidesk.act.TaskDone;
import io.github.samuraidesk.deal.Blobs;
import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealClock;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.deal.TermSheet;
import io.github.samuraidesk.disclosure.Figures;
import io.github.samuraidesk.disclosure.FilingPackage;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.disclosure.Papers;
import io.github.samuraidesk.disclosure.PartTwo;
import io.github.samuraidesk.disclosure.PartTwoReader;
import io.github.samuraidesk.disclosure.SumChecks;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.law.Route;
import io.github.samuraidesk.law.RouteDecider;
import io.github.samuraidesk.law.RulePacks;
import io.github.samuraidesk.registration.DealDates;
import io.github.samuraidesk.registration.EffectivenessConfirmed;
import io.github.samuraidesk.registration.Filing;
import io.github.samuraidesk.registration.Filing.Stage;
import io.github.samuraidesk.registration.FilingProgress;
import io.github.samuraidesk.registration.RouteConfirmed;
import io.github.samuraidesk.registration.ShelfChecked;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What completing a task means: its rules over the facts, the facts it records, and what the gateways must know. */
@Component
class DealTasks {

    private final DealBook deals;
    private final Facts facts;
    private final Blobs blobs;
    private final Papers papers;
    private final SumChecks sums;
    private final FilingPackage filingPackage;
    private final PartTwoReader partTwoReader;
    private final Gates gates;
    private final RulePacks packs;
    private final DealClock clock;
    private final Acts acts;

    DealTasks(
            DealBook deals,
            Facts facts,
            Blobs blobs,
            Papers papers,
            SumChecks sums,
            FilingPackage filingPackage,
            PartTwoReader partTwoReader,
            Gates gates,
            RulePacks packs,
            DealClock clock,
            Acts acts) {
        this.deals = deals;
        this.facts = facts;
        this.blobs = blobs;
        this.papers = papers;
        this.sums = sums;
        this.filingPackage = filingPackage;
        this.partTwoReader = partTwoReader;
        this.gates = gates;
        this.packs = packs;
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

        void mustBeYes(String field) {
            if (!v.yes(field)) {
                refuse(field, "mustBeYes");
            }
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
            case CONFIRM_ROUTE -> confirmRoute(done);
            case CHECK_SHELF_AMENDMENT -> checkShelfAmendment(done);
            case DRAFT_PAPERS -> draftPapers(done);
            case REVIEW_PAPERS -> reviewPapers(done);
            case CLEAR_PRE_FILING_REVIEW -> done.gateway().put(GatewayFact.PRE_FILING_CLEARED.id(), !task.sendsBack(v));
            case FILE_STATEMENT -> {
                done.gateway().put(GatewayFact.STATEMENT_FILED.id(), !task.sendsBack(v));
                if (task.sendsBack(v)) {
                    takeFromEdinet(done);
                } else {
                    file(done, Stage.STATEMENT);
                }
            }
            case RECORD_EXISTING_SHELF -> recordExistingShelf(done);
            case FILE_FINAL_TERMS -> file(done, Stage.FINAL_TERMS);
            case CONFIRM_SHELF_EFFECTIVE -> confirmEffective(done, Stage.STATEMENT, v.yes("shortClockGranted"));
            case CONFIRM_EFFECTIVENESS -> confirmEffective(done, Stage.FINAL_TERMS, false);
            case REGISTER_FILER -> {
                // the form and its evidence are the whole record
            }
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

    private void confirmRoute(Done d) {
        RouteConfirmed suggestion = facts.of(d.id())
                .one(RouteConfirmed.SUGGESTED)
                .orElseThrow(() -> new IllegalStateException("no route was suggested"));
        Route route = d.v().choice("route", Route.class);
        // A shelf that the term sheet names with a past day of filing is there; counsel may say otherwise.
        boolean there = d.v().has("shelfState")
                ? d.v().text("shelfState").equals("EXISTING_SHELF")
                : Optional.ofNullable(deals.termSheet(d.id()).shelf())
                        .filter(s -> s.isFiledBy(clock.today(d.id())))
                        .isPresent();
        d.gateway().put(GatewayFact.SHELF_EXISTS.id(), route.isShelf() && there);
        facts.record(
                d.id(),
                "route",
                new RouteConfirmed(route, suggestion.suggested(), suggestion.reasons(), d.v().text("opinion")),
                d.person());
        d.gateway().put(GatewayFact.TRACK.id(), route.track().name());
    }

    private void checkShelfAmendment(Done d) {
        var kind = d.v().choice("newReport", ShelfChecked.ReportKind.class);
        facts.record(
                d.id(),
                "shelf",
                new ShelfChecked(
                        kind, d.v().findDate("amendmentFiled").orElse(null), d.v().yes("materialEventPending")),
                d.person());
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

    private boolean isShelf(DealId id) {
        return facts.of(id)
                .one(RouteConfirmed.SIGNED)
                .filter(r -> r.route().isShelf())
                .isPresent();
    }

    private void file(Done d, Stage stage) {
        Route route = facts.of(d.id()).one(RouteConfirmed.SIGNED).orElseThrow().route();
        boolean shelf = route.isShelf();
        Paper filed = FilingPackage.filed(stage, route);
        Optional<FilingPackage.Package> sent = filingPackage.of(facts.of(d.id()), stage, route);
        if (sent.isEmpty()) {
            d.refuse("sentSha256", "noPackage");
            return;
        }
        if (!sent.get().sha256().equals(d.v().text("sentSha256"))) {
            d.refuse(
                    "sentSha256",
                    "sentBytesDiffer",
                    d.v().text("sentSha256"),
                    sent.get().sha256());
        }
        if (shelf && !d.v().has("number")) {
            d.refuse("number", "required");
        }
        String numberPattern = stage == Stage.STATEMENT ? "\\d{1,2}-外(債)?\\d+" : "\\d{1,2}-外(債)?\\d+-\\d+";
        if (shelf && d.v().has("number") && !d.v().text("number").matches(numberPattern)) {
            d.refuse("number", "wrongFormat", d.v().text("number"), numberPattern);
        }
        RegistrationEntries.closedDay(
                        packs.of(facts.of(d.id())),
                        "acceptedAt",
                        d.v().dateTime("acceptedAt").toLocalDate())
                .ifPresent(d.findings()::add);
        gates.statement(facts.of(d.id()))
                .filter(s -> stage == Stage.FINAL_TERMS
                        && d.v().dateTime("acceptedAt").isBefore(s.acceptedAt()))
                .ifPresent(s -> d.refuse(
                        "acceptedAt",
                        "dateBefore",
                        d.v().text("acceptedAt"),
                        "fileStatement",
                        s.acceptedAt().toString()));
        LocalDate printed = DealDates.submissionDay(facts.of(d.id()), stage);
        LocalDate accepted = d.v().dateTime("acceptedAt").toLocalDate();
        if (!accepted.equals(printed)) {
            d.refuse("acceptedAt", "coverNamesAnotherDay", accepted.toString(), String.valueOf(printed));
        }
        String ordinance = deals.termSheet(d.id()).issuer().kind().ordinanceCode();
        facts.record(
                d.id(),
                stage.name(),
                new Filing(
                        stage,
                        ordinance,
                        packs.of(facts.of(d.id()))
                                .form(
                                        route,
                                        ordinance,
                                        stage == Stage.STATEMENT ? route.statement() : route.finalTerms())
                                .formCode(),
                        d.v().dateTime("acceptedAt"),
                        d.v().text("documentId"),
                        sent.get().sha256(),
                        d.v().text("number"),
                        papers.find(facts.of(d.id()), filed).orElseThrow().undecided(),
                        sent.get().files()),
                d.person());
        d.gateway()
                .put(
                        GatewayFact.EFFECTIVE_FROM.id(),
                        gates.effectivenessTimer(facts.of(d.id())).toString());
    }

    /** What was uploaded is of an older package; what was submitted is with the authority and must come back first. */
    private void takeFromEdinet(Done d) {
        facts.of(d.id())
                .one(FilingProgress.FACT.at(Stage.STATEMENT.name()))
                .filter(p -> p.state() == FilingProgress.State.SUBMITTED)
                .ifPresent(p -> d.refuse("outcome", "alreadySubmitted", p.at().toString()));
        facts.withdraw(d.id(), FilingProgress.FACT.at(Stage.STATEMENT.name()), "back to drafting", d.person());
    }

    /** H01 and H02 as facts: what the authority accepted before this deal began, on counsel's word with its papers. */
    private void recordExistingShelf(Done d) {
        Route route = facts.of(d.id()).one(RouteConfirmed.SIGNED).orElseThrow().route();
        TermSheet sheet = deals.termSheet(d.id());
        String ordinance = sheet.issuer().kind().ordinanceCode();
        LocalDate accepted = d.v().dateTime("acceptedAt").toLocalDate();
        RegistrationEntries.closedDay(packs.of(facts.of(d.id())), "acceptedAt", accepted)
                .ifPresent(d.findings()::add);
        facts.record(
                d.id(),
                Stage.STATEMENT.name(),
                new Filing(
                        Stage.STATEMENT,
                        ordinance,
                        packs.of(facts.of(d.id()))
                                .form(route, ordinance, route.statement())
                                .formCode(),
                        d.v().dateTime("acceptedAt"),
                        d.v().text("documentId"),
                        "",
                        d.v().text("number"),
                        false,
                        Map.of()),
                d.person());
        Optional<LocalDate> effectiveOn = d.v().findDate("effectiveOn");
        effectiveOn.ifPresent(on -> {
            boolean shortened = gates.computedEffectiveness(facts.of(d.id()), false)
                    .filter(on::isBefore)
                    .isPresent();
            confirmEffective(d, Stage.STATEMENT, shortened, d.v().text("effectivenessNotice"));
        });
        TermSheet.Shelf planned = sheet.shelf();
        if (planned != null) {
            // the papers of the authority win over what was typed at opening
            TermSheet.Shelf recorded =
                    planned.recordedAs(d.v().text("number"), accepted, effectiveOn.orElse(planned.effective()));
            if (!recorded.equals(planned)) {
                deals.changeTermSheet(d.id(), sheet.withShelf(recorded), d.person());
            }
        }
        d.gateway().put(GatewayFact.SHELF_EFFECTIVE.id(), effectiveOn.isPresent());
        d.gateway()
                .put(
                        GatewayFact.EFFECTIVE_FROM.id(),
                        gates.effectivenessTimer(facts.of(d.id())).toString());
    }

    private void confirmEffective(Done d, Stage upTo, boolean shortClockGranted) {
        confirmEffective(d, upTo, shortClockGranted, d.v().text("evidence"));
    }

    private void confirmEffective(Done d, Stage upTo, boolean shortClockGranted, String notice) {
        Optional<LocalDate> computed = gates.computedEffectiveness(facts.of(d.id()), shortClockGranted);
        if (computed.isEmpty()) {
            d.findings().add(Finding.rule("K01", "S:GL8-4", "effectiveOn", "ISSUERS_COUNSEL", "termsStillUndecided"));
            return;
        }
        boolean isAReceipt = Stream.of(
                        HumanTask.FILE_STATEMENT, HumanTask.FILE_FINAL_TERMS, HumanTask.RECORD_EXISTING_SHELF)
                .flatMap(t -> facts.of(d.id()).one(TaskDone.FACT.at(t.id())).stream())
                .anyMatch(t -> notice.equals(t.values().get("evidence")));
        if (isAReceipt || (d.v().has("effectivenessNotice") && notice.equals(d.v().text("evidence")))) {
            d.findings()
                    .add(Finding.rule(
                            upTo == Stage.STATEMENT ? "K05" : "K01",
                            "S:GL8-2",
                            d.v().has("effectivenessNotice") ? "effectivenessNotice" : "evidence",
                            "ISSUERS_COUNSEL",
                            "receiptIsNoNotice"));
        }
        LocalDate effectiveOn = d.v().date("effectiveOn");
        if (effectiveOn.isBefore(computed.get())) {
            d.findings()
                    .add(Finding.rule(
                            upTo == Stage.STATEMENT ? "K05" : "K01",
                            "S:GL8-2",
                            "effectiveOn",
                            "ISSUERS_COUNSEL",
                            "notEffectiveBefore",
                            computed.get().toString()));
        }
        facts.record(
                d.id(),
                upTo.name(),
                new EffectivenessConfirmed(upTo, effectiveOn, computed.get(), shortClockGranted, notice),
                d.person());
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
