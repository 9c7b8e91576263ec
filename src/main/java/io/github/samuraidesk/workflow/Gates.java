package io.github.samuraidesk.workflow;

import io.github.samuraidesk.book.Allocation;
import io.github.samuraidesk.book.Delivery;
import io.github.samuraidesk.book.DemandReport;
import io.github.samuraidesk.clause.ChangeProposal;
import io.github.samuraidesk.clause.ClausesSigned.Capacity;
import io.github.samuraidesk.clause.DealClauses;
import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealClock;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.deal.Said;
import io.github.samuraidesk.deal.TermSheet;
import io.github.samuraidesk.deal.Tranche;
import io.github.samuraidesk.disclosure.FilingPackage;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.disclosure.Papers;
import io.github.samuraidesk.disclosure.PartTwo;
import io.github.samuraidesk.disclosure.RenderedPaper;
import io.github.samuraidesk.edinet.EdinetFault;
import io.github.samuraidesk.edinet.Severity;
import io.github.samuraidesk.lifecycle.Obligation;
import io.github.samuraidesk.pricing.PricingApproved;
import io.github.samuraidesk.pricing.PricingRun;
import io.github.samuraidesk.pricing.SubscriptionSigned;
import io.github.samuraidesk.registration.Amendment;
import io.github.samuraidesk.registration.AmendmentClass;
import io.github.samuraidesk.registration.EffectivenessConfirmed;
import io.github.samuraidesk.registration.Filing;
import io.github.samuraidesk.registration.Filing.Stage;
import io.github.samuraidesk.registration.RegistrationWithdrawn;
import io.github.samuraidesk.registration.Route;
import io.github.samuraidesk.registration.RouteConfirmed;
import io.github.samuraidesk.registration.RulePack;
import io.github.samuraidesk.registration.RulePacks;
import io.github.samuraidesk.registration.ShelfChecked;
import io.github.samuraidesk.registration.ShortClockGranted;
import io.github.samuraidesk.registration.StatutoryClocks;
import io.github.samuraidesk.review.Comment;
import io.github.samuraidesk.settlement.Closed;
import io.github.samuraidesk.settlement.ConditionPrecedent;
import io.github.samuraidesk.settlement.NewRecord;
import io.github.samuraidesk.underwriting.ConflictCheck;
import io.github.samuraidesk.underwriting.Mandate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Decides every gate of a deal, in one place, from the facts and the deal's clock. Each answer names all that is missing. */
@Component
public class Gates {

    /** The page of the registration lists the rest. */
    private static final int MOST_PACKAGE_FAULTS = 5;

    private static final String ROUTE_NOT_CONFIRMED = "routeNotConfirmed";

    private final DealBook deals;
    private final Facts facts;
    private final Papers papers;
    private final FilingPackage filingPackage;
    private final RulePacks packs;
    private final DealClock clock;
    private final DealClauses clauses;
    private final Approvals approvals;

    Gates(
            DealBook deals,
            Facts facts,
            Papers papers,
            FilingPackage filingPackage,
            RulePacks packs,
            DealClock clock,
            DealClauses clauses,
            Approvals approvals) {
        this.clauses = clauses;
        this.approvals = approvals;
        this.deals = deals;
        this.facts = facts;
        this.papers = papers;
        this.filingPackage = filingPackage;
        this.packs = packs;
        this.clock = clock;
    }

    /**
     * Whether a gate is asked of a deal at all: its pinned pack knows it, and its route, once signed, has what the gate
     * watches. Before the signature nobody knows, and a gate that depends on the route waits for it.
     */
    public boolean isAsked(DealId id, Gate gate) {
        return isKnown(id, gate.name())
                && signedRoute(id).filter(r -> !gate.appliesTo(r)).isEmpty();
    }

    /** Whether what a gate finds rests on a route that nobody has signed yet. */
    public static boolean waitsForRoute(List<Finding> findings) {
        return findings.stream().anyMatch(f -> f.code().equals(ROUTE_NOT_CONFIRMED));
    }

    private boolean isKnown(DealId id, String gate) {
        return packs.of(id).findGate(gate).isPresent();
    }

    /** What stands in the way, or nothing; a gate may rest on another, which is asked only where the pack knows it. */
    public List<Finding> check(DealId id, Gate gate) {
        return isAsked(id, gate)
                ? decide(id, gate).stream().filter(f -> isKnown(id, f.rule())).toList()
                : List.of();
    }

    private List<Finding> decide(DealId id, Gate gate) {
        return switch (gate) {
            case G1 -> mandateMustBeSigned(id);
            case G2 -> conflictsMustBeClear(id);
            case G3 -> dueDiligenceMustBeSignedOff(id);
            case G4 -> filingPackageMustBeApproved(id);
            case G5 -> statementMustBeAccepted(id);
            case G6 -> registrationMustBeEffective(id);
            case G7 -> demandMustHaveBeenReported(id);
            case G8 -> pricingMustBeApproved(id);
            case G9 -> contractMustBeSignedAndTermsFiled(id);
            case G10 -> prospectusMustBeDelivered(id);
            case G11 -> conditionsPrecedentMustBeMet(id);
            case G12 -> newRecordMustReconcile(id);
            case G13 -> postClosingReportsMustBeDone(id);
            case TAKEDOWN -> shelfMustAllowTheTakedown(id);
        };
    }

    public List<Finding> check(DealId id, Set<Gate> gates) {
        return gates.stream().flatMap(g -> check(id, g).stream()).distinct().toList();
    }

    /** As {@link #check(DealId, Set)}, without what two people let this act pass today. */
    public List<Finding> check(DealId id, Set<Gate> gates, String act) {
        return check(id, gates).stream()
                .filter(f -> override(id, f.rule(), act).isEmpty())
                .toList();
    }

    /** Overrides that this act rests on today, with what each lets pass. */
    public Map<GateOverride, List<Finding>> overridden(DealId id, Set<Gate> gates, String act) {
        var passed = new LinkedHashMap<GateOverride, List<Finding>>();
        for (Finding f : check(id, gates)) {
            override(id, f.rule(), act)
                    .ifPresent(o ->
                            passed.computeIfAbsent(o, none -> new ArrayList<>()).add(f));
        }
        return passed;
    }

    private Optional<GateOverride> override(DealId id, String gate, String act) {
        LocalDate today = clock.today(id);
        return facts.of(id).current(GateOverride.FACT).stream()
                .filter(o -> o.isConfirmed()
                        && !o.used()
                        && o.gate().name().equals(gate)
                        && o.act().equals(act)
                        && o.day().equals(today))
                .findFirst();
    }

    private Finding refuse(DealId id, Gate gate, String field, Role who, String code, String... args) {
        String source =
                packs.of(id).findGate(gate.name()).map(RulePack.GateRow::source).orElse("");
        return Finding.rule(gate.name(), source, field, who.name(), code, args);
    }

    private Optional<Route> signedRoute(DealId id) {
        return facts.of(id).one(RouteConfirmed.SIGNED).map(RouteConfirmed::route);
    }

    private Route route(DealId id) {
        return signedRoute(id).orElse(Route.NOT_A_SAMURAI);
    }

    private List<Finding> routeMustBeConfirmed(DealId id, Gate gate) {
        return signedRoute(id).isPresent()
                ? List.of()
                : List.of(refuse(id, gate, "confirmRoute", Role.ISSUERS_COUNSEL, ROUTE_NOT_CONFIRMED));
    }

    private List<Finding> mandateMustBeSigned(DealId id) {
        return facts.of(id).one(Mandate.FACT).isPresent()
                ? List.of()
                : List.of(refuse(id, Gate.G1, "mandate", Role.ISSUER, "noMandate"));
    }

    private List<Finding> conflictsMustBeClear(DealId id) {
        var findings = new ArrayList<Finding>();
        List<ConflictCheck> checks = facts.of(id).current(ConflictCheck.FACT);
        Optional<Mandate> mandate = facts.of(id).one(Mandate.FACT);
        if (checks.isEmpty() || mandate.isEmpty()) {
            findings.add(refuse(id, Gate.G2, "checkConflicts", Role.LEAD_MANAGER, "conflictsNotChecked"));
        }
        mandate.ifPresent(m -> m.managers().stream()
                .filter(a -> checks.stream().noneMatch(c -> c.manager().equals(a.manager())))
                .forEach(a -> findings.add(
                        refuse(id, Gate.G2, "checks", Role.LEAD_MANAGER, "managerNotChecked", a.manager()))));
        checks.stream()
                .filter(c -> c.outcome() != ConflictCheck.Outcome.PASS)
                .forEach(c -> findings.add(refuse(
                        id,
                        Gate.G2,
                        "checks",
                        Role.LEAD_MANAGER,
                        "conflictFound",
                        c.manager(),
                        c.outcome().name())));
        return findings;
    }

    private List<Finding> dueDiligenceMustBeSignedOff(DealId id) {
        return facts.of(id)
                        .one(TaskDone.FACT.at(HumanTask.COMPLETE_DUE_DILIGENCE.id()))
                        .filter(t -> "yes".equals(t.values().get("jsdaExaminationPassed")))
                        .isPresent()
                ? List.of()
                : List.of(refuse(id, Gate.G3, "completeDueDiligence", Role.LEAD_MANAGER, "noDueDiligence"));
    }

    /** The set of papers that is next to be filed, or nothing where the route files none. */
    public Optional<Paper.Set> nextSet(DealId id) {
        if (!route(id).isRegistered()) {
            return Optional.empty();
        }
        return Optional.of(statement(id).isPresent() ? Paper.Set.FINAL_TERMS : Paper.Set.STATEMENT);
    }

    /** The papers that are next to be filed, or signed with what is filed. */
    public List<Paper> nextPapers(DealId id) {
        boolean shelf = route(id).isShelf();
        return nextSet(id).map(set -> set.papers(shelf)).orElse(List.of());
    }

    private List<Finding> filingPackageMustBeApproved(DealId id) {
        var findings = new ArrayList<>(routeMustBeConfirmed(id, Gate.G4));
        nextSet(id).ifPresent(set -> {
            boolean shelf = route(id).isShelf();
            papers.openSlots(id)
                    .forEach(slot ->
                            findings.add(refuse(id, Gate.G4, "slot:" + slot, Role.ISSUERS_COUNSEL, "slotOpen", slot)));
            if (set == Paper.Set.STATEMENT
                    && route(id).needsPartTwo()
                    && facts.of(id)
                            .one(PartTwo.FACT)
                            .filter(p -> !p.files().isEmpty())
                            .isEmpty()) {
                findings.add(refuse(id, Gate.G4, "partTwo", Role.ISSUERS_COUNSEL, "noPartTwo"));
            }
            findings.addAll(clausesMustBeSigned(id));
            for (Paper paper : set.papers(shelf)) {
                findings.addAll(paperMustBeApproved(id, paper));
            }
            facts.of(id).current(Comment.FACT).stream()
                    .filter(c -> !c.resolved()
                            && set.papers(shelf).stream().anyMatch(p -> p.code().equals(c.paper())))
                    .forEach(c -> findings.add(refuse(
                            id,
                            Gate.G4,
                            c.paper(),
                            Role.MANAGERS_COUNSEL,
                            "commentOpen",
                            String.valueOf(c.number()),
                            c.paper())));
            findings.addAll(packageMustPassTheUploadCheck(id, Stage.valueOf(set.name())));
            if (set == Paper.Set.FINAL_TERMS
                    && facts.of(id).one(SubscriptionSigned.FACT).isEmpty()) {
                findings.add(refuse(id, Gate.G4, "signSubscription", Role.ISSUER, "notSigned"));
            }
        });
        return findings;
    }

    /** Errors of the upload check of the package that a stage would send; empty while there is none. */
    public List<Finding> packageMustPassTheUploadCheck(DealId id, Stage stage) {
        Optional<FilingPackage.Package> sent = filingPackage.of(id, stage, route(id));
        if (sent.isEmpty()) {
            return List.of();
        }
        List<EdinetFault> errors = filingPackage.check(id, sent.get()).faults().stream()
                .filter(f -> f.severity() == Severity.ERROR)
                .toList();
        return errors.stream()
                .limit(MOST_PACKAGE_FAULTS)
                .map(f -> RegistrationEntries.fault(f, "package"))
                .map(f -> refuse(
                        id,
                        Gate.G4,
                        "package",
                        Role.ISSUERS_COUNSEL,
                        f.code(),
                        f.args().toArray(String[]::new)))
                .toList();
    }

    /** An approval stands only for the exact renditions, data, template and rule pack that it names. */
    public List<Finding> paperMustBeApproved(DealId id, Paper paper) {
        Optional<RenderedPaper> rendered = papers.find(id, paper);
        if (rendered.isEmpty()) {
            return List.of(refuse(id, Gate.G4, paper.code(), Role.ISSUERS_COUNSEL, "paperMissing", paper.code()));
        }
        if (!papers.isCurrent(id, rendered.get())) {
            return List.of(refuse(id, Gate.G4, paper.code(), Role.ISSUERS_COUNSEL, "paperStale", paper.code()));
        }
        List<Approvals.Say> says = approvals.of(id, rendered.get(), true);
        var findings = new ArrayList<Finding>();
        says.stream()
                .filter(say -> say.state() != Approvals.State.APPROVED)
                .map(say -> say.state() == Approvals.State.WITHDRAWN
                        ? refuse(
                                id,
                                Gate.G4,
                                paper.code(),
                                say.role(),
                                "approvalWithdrawn",
                                paper.code(),
                                say.role().name(),
                                say.becauseOf())
                        : refuse(
                                id,
                                Gate.G4,
                                paper.code(),
                                say.role(),
                                "paperNotApproved",
                                paper.code(),
                                say.role().name()))
                .forEach(findings::add);
        approvals.lacking(id, paper, says).forEach(role -> findings.add(Approvals.nobodyIsFree(paper, role)));
        return findings;
    }

    /** Translator and reviewer have signed the twins of every clause that the deal prints, and no proposal is open. */
    public List<Finding> clausesMustBeSigned(DealId id) {
        var findings = new ArrayList<Finding>();
        List<DealClauses.State> states = clauses.states(id);
        for (Capacity capacity : Capacity.values()) {
            List<String> unsigned = states.stream()
                    .filter(s -> s.missing().contains(capacity))
                    .map(s -> s.worded().clause().id())
                    .toList();
            if (!unsigned.isEmpty()) {
                findings.add(refuse(
                        id,
                        Gate.G4,
                        "clauses",
                        Role.ISSUERS_COUNSEL,
                        "clausesNotSigned",
                        capacity.name(),
                        String.valueOf(unsigned.size()),
                        unsigned.get(0)));
            }
        }
        facts.of(id).current(ChangeProposal.FACT).stream()
                .filter(ChangeProposal::isOpen)
                .forEach(p -> findings.add(refuse(
                        id,
                        Gate.G4,
                        "clauses",
                        Role.ISSUERS_COUNSEL,
                        "proposalOpen",
                        String.valueOf(p.number()),
                        p.clause())));
        return findings;
    }

    public Optional<Filing> statement(DealId id) {
        return facts.of(id).one(Filing.FACT.at(Stage.STATEMENT.name()));
    }

    public Optional<Filing> finalTerms(DealId id) {
        return facts.of(id).one(Filing.FACT.at(Stage.FINAL_TERMS.name()));
    }

    private List<Finding> statementMustBeAccepted(DealId id) {
        Route route = route(id);
        if (signedRoute(id).isEmpty()) {
            return routeMustBeConfirmed(id, Gate.G5);
        }
        if (!route.isRegistered()) {
            return List.of();
        }
        if (statement(id).isPresent()) {
            return registrationMustStand(id, Gate.G5);
        }
        return List.of(refuse(
                id,
                Gate.G5,
                "fileStatement",
                Role.ISSUERS_COUNSEL,
                route.isShelf() ? "shelfNotAccepted" : "statementNotAccepted"));
    }

    /** When the registration is, or would be, effective by the clocks; empty while price or coupon is 未定. */
    public Optional<LocalDate> computedEffectiveness(DealId id, boolean shortClockGranted) {
        return effectiveness(id, shortClockGranted).flatMap(StatutoryClocks.Effectiveness::date);
    }

    /** All that decides when the registration is effective; empty before the statement is accepted. */
    public Optional<StatutoryClocks.Effectiveness> effectiveness(DealId id) {
        return effectiveness(
                id,
                facts.of(id)
                        .one(EffectivenessConfirmed.FACT.at(Stage.STATEMENT.name()))
                        .filter(EffectivenessConfirmed::shortClockGranted)
                        .isPresent());
    }

    private Optional<StatutoryClocks.Effectiveness> effectiveness(DealId id, boolean shelfClockGranted) {
        return effectiveness(id, shelfClockGranted, packs.of(id).statutoryClocks());
    }

    /** The latest of the clocks that are known so far, whether or not terms are still 未定; empty before the statement. */
    public Optional<LocalDate> effectiveNotBefore(DealId id) {
        RulePack pack = packs.of(id);
        return effectiveness(id)
                .flatMap(e -> e.counted().stream()
                        .filter(c -> pack.clock(c.clock()).enforced())
                        .map(StatutoryClocks.Counted::date)
                        .max(java.util.Comparator.naturalOrder()));
    }

    /** The same by the clocks of another rule pack. */
    public Optional<LocalDate> effectivenessUnder(DealId id, RulePack pack) {
        return effectiveness(id, false, pack.statutoryClocks()).flatMap(StatutoryClocks.Effectiveness::date);
    }

    private Optional<StatutoryClocks.Effectiveness> effectiveness(
            DealId id, boolean shelfClockGranted, StatutoryClocks clocks) {
        if (route(id).isShelf()) {
            Optional<String> grantedBy = facts.of(id)
                    .said(EffectivenessConfirmed.FACT.at(Stage.STATEMENT.name()))
                    .map(Said::person)
                    .or(() -> Optional.of(""))
                    .filter(who -> shelfClockGranted);
            return statement(id)
                    .map(s ->
                            clocks.shelfEffectiveness(s.acceptedOn(), grantedBy).recordedBy(statementSaidBy(id)));
        }
        Optional<String> grantedBy = facts.of(id).said(ShortClockGranted.FACT).map(Said::person);
        var amendments = new ArrayList<StatutoryClocks.Amended>();
        facts.of(id)
                .all(Amendment.FACT)
                .forEach(a -> amendments.add(
                        new StatutoryClocks.Amended(a.value().kind(), a.value().acceptedOn(), false, a.person())));
        facts.of(id)
                .said(Filing.FACT.at(Stage.FINAL_TERMS.name()))
                .ifPresent(a -> amendments.add(new StatutoryClocks.Amended(
                        rangeShownAndDemandTaken(id) ? AmendmentClass.PRICE_AFTER_BOOK : AmendmentClass.SECURITIES,
                        a.value().acceptedOn(),
                        true,
                        a.person())));
        return statement(id)
                .map(s -> clocks.effectiveness(s, amendments, grantedBy).recordedBy(statementSaidBy(id)));
    }

    private String statementSaidBy(DealId id) {
        return facts.of(id)
                .said(Filing.FACT.at(Stage.STATEMENT.name()))
                .map(Said::person)
                .orElse("");
    }

    private List<Finding> registrationMustStand(DealId id, Gate gate) {
        return facts
                .of(id)
                .one(RegistrationWithdrawn.FACT)
                .map(w -> refuse(
                        id,
                        gate,
                        "withdrawRegistration",
                        Role.ISSUERS_COUNSEL,
                        "registrationWithdrawn",
                        w.acceptedAt().toLocalDate().toString(),
                        w.documentId()))
                .stream()
                .toList();
    }

    /**
     * Moment at which the task to confirm effectiveness should open. A shelf may have been shortened by grant, so its task
     * opens on the short date; the confirmation itself is held to the clock that was granted.
     */
    public java.time.Instant effectivenessTimer(DealId id) {
        return computedEffectiveness(id, true)
                .map(d -> d.atStartOfDay(DealClock.TOKYO).toInstant())
                .orElse(java.time.Instant.EPOCH);
    }

    private boolean rangeShownAndDemandTaken(DealId id) {
        return !facts.of(id).current(io.github.samuraidesk.book.Guidance.FACT).isEmpty()
                && !facts.of(id).current(io.github.samuraidesk.book.Order.FACT).isEmpty();
    }

    private List<Finding> registrationMustBeEffective(DealId id) {
        var findings = new ArrayList<>(statementMustBeAccepted(id));
        Route route = route(id);
        if (!findings.isEmpty() || !route.isRegistered()) {
            return findings;
        }
        if (route.isShelf()) {
            findings.addAll(shelfMustAllowTheTakedown(id));
            if (finalTerms(id).isEmpty()) {
                findings.add(refuse(id, Gate.G6, "fileFinalTerms", Role.ISSUERS_COUNSEL, "supplementNotFiled"));
            }
            return findings;
        }
        Optional<LocalDate> computed = computedEffectiveness(id, false);
        if (computed.isEmpty()) {
            findings.add(refuse(id, Gate.G6, "fileFinalTerms", Role.ISSUERS_COUNSEL, "termsStillUndecided"));
            return findings;
        }
        LocalDate today = clock.today(id);
        if (today.isBefore(computed.get())) {
            findings.add(refuse(
                    id,
                    Gate.G6,
                    "effectiveOn",
                    Role.ISSUERS_COUNSEL,
                    "notEffectiveBefore",
                    computed.get().toString()));
        }
        Optional<EffectivenessConfirmed> confirmed = facts.of(id)
                .one(EffectivenessConfirmed.FACT.at(Stage.FINAL_TERMS.name()))
                .or(() -> facts.of(id).one(EffectivenessConfirmed.FACT.at(Stage.STATEMENT.name())));
        if (confirmed.isEmpty()) {
            findings.add(
                    refuse(id, Gate.G6, "confirmEffectiveness", Role.ISSUERS_COUNSEL, "effectivenessNotConfirmed"));
        } else if (today.isBefore(confirmed.get().effectiveOn())) {
            findings.add(refuse(
                    id,
                    Gate.G6,
                    "effectiveOn",
                    Role.ISSUERS_COUNSEL,
                    "notEffectiveBefore",
                    confirmed.get().effectiveOn().toString()));
        }
        return findings;
    }

    /** Effective, not suspended, within its period, within its residual amount, and no material event pending. */
    private List<Finding> shelfMustAllowTheTakedown(DealId id) {
        if (!route(id).isShelf()) {
            return routeMustBeConfirmed(id, Gate.TAKEDOWN);
        }
        var findings = new ArrayList<>(registrationMustStand(id, Gate.TAKEDOWN));
        StatutoryClocks clocks = packs.of(id).statutoryClocks();
        LocalDate today = clock.today(id);
        TermSheet sheet = deals.termSheet(id);
        Optional<EffectivenessConfirmed> effective =
                facts.of(id).one(EffectivenessConfirmed.FACT.at(Stage.STATEMENT.name()));
        if (effective.isEmpty()) {
            findings.add(refuse(
                    id, Gate.TAKEDOWN, "confirmShelfEffective", Role.ISSUERS_COUNSEL, "effectivenessNotConfirmed"));
        } else {
            if (today.isBefore(effective.get().effectiveOn())) {
                findings.add(refuse(
                        id,
                        Gate.TAKEDOWN,
                        "effectiveOn",
                        Role.ISSUERS_COUNSEL,
                        "notEffectiveBefore",
                        effective.get().effectiveOn().toString()));
            }
            if (sheet.shelf() != null) {
                LocalDate last = clocks.shelfLastDay(
                        effective.get().effectiveOn(), sheet.shelf().periodYears());
                if (today.isAfter(last)) {
                    findings.add(refuse(
                            id,
                            Gate.TAKEDOWN,
                            "shelf.periodYears",
                            Role.ISSUERS_COUNSEL,
                            "shelfExpired",
                            last.toString()));
                }
            }
        }
        Optional<ShelfChecked> checked = facts.of(id).one(ShelfChecked.FACT);
        if (checked.isEmpty()) {
            findings.add(refuse(id, Gate.TAKEDOWN, "checkShelfAmendment", Role.ISSUERS_COUNSEL, "shelfNotChecked"));
        } else {
            if (checked.get().isSuspendedOn(today, clocks)) {
                findings.add(refuse(
                        id,
                        Gate.TAKEDOWN,
                        "amendmentFiled",
                        Role.ISSUERS_COUNSEL,
                        "shelfSuspended",
                        checked.get().newReport().name(),
                        checked.get().newReport().clock()));
            }
            if (checked.get().materialEventPending()) {
                findings.add(refuse(id, Gate.TAKEDOWN, "materialEventPending", Role.ISSUERS_COUNSEL, "materialEvent"));
            }
        }
        for (Amendment a : facts.of(id).current(Amendment.FACT)) {
            LocalDate through = clocks.suspendedThrough(a.kind().clock(), a.acceptedOn(), a.electronic());
            if (!today.isAfter(through) && !today.isBefore(a.acceptedOn())) {
                findings.add(refuse(
                        id,
                        Gate.TAKEDOWN,
                        "amendment",
                        Role.ISSUERS_COUNSEL,
                        "shelfSuspendedThrough",
                        a.documentId(),
                        through.toString(),
                        a.kind().clock()));
            }
        }
        if (sheet.shelf() != null) {
            BigDecimal residual = sheet.shelf().residualYen();
            BigDecimal wanted = deals.liveTranches(id).stream()
                    .map(t -> facts.of(id)
                            .one(PricingRun.FACT.at(t.id()))
                            .map(PricingRun::amountYen)
                            .or(() -> Optional.ofNullable(t.sizeYen()))
                            .orElse(BigDecimal.ZERO))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (wanted.compareTo(residual) > 0) {
                findings.add(refuse(
                        id,
                        Gate.TAKEDOWN,
                        "shelf.plannedBillionYen",
                        Role.ISSUERS_COUNSEL,
                        "shelfResidualTooSmall",
                        wanted.toPlainString(),
                        residual.toPlainString()));
            }
        }
        return findings;
    }

    private List<Finding> demandMustHaveBeenReported(DealId id) {
        return facts.of(id).one(DemandReport.Given.FACT).isPresent()
                ? List.of()
                : List.of(refuse(id, Gate.G7, "reportDemand", Role.LEAD_MANAGER, "demandNotReported"));
    }

    private List<Finding> pricingMustBeApproved(DealId id) {
        var findings = new ArrayList<Finding>();
        Optional<PricingApproved> approved = facts.of(id).one(PricingApproved.FACT);
        for (Tranche t : deals.liveTranches(id)) {
            Optional<PricingRun> run = facts.of(id).one(PricingRun.FACT.at(t.id()));
            if (run.isEmpty()) {
                findings.add(refuse(id, Gate.G8, "priceTranches", Role.LEAD_MANAGER, "notPriced", t.id()));
            } else if (approved.isEmpty()
                    || !run.get().seal().equals(approved.get().seals().get(t.id()))) {
                findings.add(refuse(id, Gate.G8, "approvePricing", Role.ISSUER, "pricingNotApproved", t.id()));
            }
        }
        return findings;
    }

    private List<Finding> contractMustBeSignedAndTermsFiled(DealId id) {
        var findings = new ArrayList<>(routeMustBeConfirmed(id, Gate.G9));
        if (facts.of(id).one(SubscriptionSigned.FACT).isEmpty()) {
            findings.add(refuse(id, Gate.G9, "signSubscription", Role.ISSUER, "notSigned"));
        }
        if (route(id).isRegistered() && finalTerms(id).isEmpty()) {
            findings.add(refuse(id, Gate.G9, "fileFinalTerms", Role.ISSUERS_COUNSEL, "finalTermsNotFiled"));
        }
        return findings;
    }

    private List<Finding> prospectusMustBeDelivered(DealId id) {
        if (!route(id).isRegistered()) {
            return routeMustBeConfirmed(id, Gate.G10);
        }
        var findings = new ArrayList<Finding>();
        List<Delivery> deliveries = facts.of(id).current(Delivery.FACT);
        Set<String> allocated = facts.of(id)
                .one(Allocation.FACT)
                .map(a -> a.lines().stream()
                        .map(Allocation.Line::investor)
                        .collect(Collectors.toCollection(java.util.TreeSet::new)))
                .orElseGet(java.util.TreeSet::new);
        if (allocated.isEmpty()) {
            findings.add(refuse(id, Gate.G10, "allocate", Role.LEAD_MANAGER, "notAllocated"));
        }
        for (String investor : allocated) {
            Optional<Delivery> delivery = deliveries.stream()
                    .filter(d -> d.investor().equals(investor))
                    .findFirst();
            if (delivery.isEmpty()) {
                findings.add(refuse(
                        id, Gate.G10, "deliverProspectus", Role.LEAD_MANAGER, "prospectusNotDelivered", investor));
            } else if (!delivery.get().isInTime()) {
                findings.add(refuse(id, Gate.G10, "deliverProspectus", Role.LEAD_MANAGER, "prospectusLate", investor));
            }
        }
        return findings;
    }

    private List<Finding> conditionsPrecedentMustBeMet(DealId id) {
        List<ConditionPrecedent> conditions = facts.of(id).current(ConditionPrecedent.FACT);
        if (conditions.isEmpty()) {
            return List.of(refuse(id, Gate.G11, "confirmConditions", Role.LEAD_MANAGER, "noConditions"));
        }
        return conditions.stream()
                .filter(c -> !c.isSettled())
                .map(c ->
                        refuse(id, Gate.G11, "confirmConditions", Role.LEAD_MANAGER, "conditionOpen", c.id(), c.text()))
                .toList();
    }

    private List<Finding> newRecordMustReconcile(DealId id) {
        var findings = new ArrayList<Finding>();
        Optional<NewRecord> record = facts.of(id).one(NewRecord.FACT);
        if (record.isEmpty() || !record.get().fundsReceived()) {
            findings.add(refuse(id, Gate.G12, "confirmNewRecord", Role.AGENT, "noFundsNotice"));
        }
        if (record.isEmpty() || !record.get().recorded()) {
            findings.add(refuse(id, Gate.G12, "confirmNewRecord", Role.AGENT, "noNewRecordNotice"));
        }
        Optional<Allocation> allocation = facts.of(id).one(Allocation.FACT);
        for (Tranche t : deals.liveTranches(id)) {
            BigDecimal issued = facts.of(id)
                    .one(PricingRun.FACT.at(t.id()))
                    .map(PricingRun::amountYen)
                    .orElse(BigDecimal.ZERO);
            BigDecimal recorded = record.map(r -> r.balances().getOrDefault(t.id(), BigDecimal.ZERO))
                    .orElse(BigDecimal.ZERO);
            BigDecimal allocated = allocation.map(a -> a.total(t.id())).orElse(BigDecimal.ZERO);
            if (issued.compareTo(recorded) != 0) {
                findings.add(refuse(
                        id,
                        Gate.G12,
                        "balances",
                        Role.AGENT,
                        "balanceDiffers",
                        t.id(),
                        recorded.toPlainString(),
                        issued.toPlainString()));
            }
            if (issued.compareTo(allocated) != 0) {
                findings.add(refuse(
                        id,
                        Gate.G12,
                        "allocations",
                        Role.LEAD_MANAGER,
                        "allocationDiffers",
                        t.id(),
                        allocated.toPlainString(),
                        issued.toPlainString()));
            }
        }
        return findings;
    }

    private List<Finding> postClosingReportsMustBeDone(DealId id) {
        if (facts.of(id).one(Closed.FACT).isEmpty()) {
            return List.of(refuse(id, Gate.G13, "confirmClosing", Role.LEAD_MANAGER, "notClosedYet"));
        }
        List<String> awaited = facts.of(id)
                .one(RouteConfirmed.SIGNED)
                .map(r -> packs.of(id)
                        .rowsBeforeTheFileIsFinished(r.route().track().name()))
                .orElse(List.of());
        return facts.of(id).current(Obligation.FACT).stream()
                .filter(o -> awaited.contains(o.row()) && !o.isDone())
                .map(o -> refuse(
                        id,
                        Gate.G13,
                        "obligation:" + o.id(),
                        Role.LEAD_MANAGER,
                        "obligationOpen",
                        o.row(),
                        o.due().toString()))
                .toList();
    }
}
