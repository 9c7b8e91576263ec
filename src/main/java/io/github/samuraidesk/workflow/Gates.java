package io.github.samuraidesk.workflow;

import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.clause.ChangeProposal;
import io.github.samuraidesk.clause.ClausesSigned.Capacity;
import io.github.samuraidesk.clause.DealClauses;
import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealClock;
import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.deal.Said;
import io.github.samuraidesk.deal.TermSheet;
import io.github.samuraidesk.disclosure.FilingPackage;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.disclosure.Papers;
import io.github.samuraidesk.disclosure.PartTwo;
import io.github.samuraidesk.disclosure.RenderedPaper;
import io.github.samuraidesk.edinet.EdinetFault;
import io.github.samuraidesk.edinet.Severity;
import io.github.samuraidesk.law.AmendmentClass;
import io.github.samuraidesk.law.Route;
import io.github.samuraidesk.law.RulePack;
import io.github.samuraidesk.law.RulePacks;
import io.github.samuraidesk.law.StatutoryClocks;
import io.github.samuraidesk.pricing.PricingRun;
import io.github.samuraidesk.pricing.SubscriptionSigned;
import io.github.samuraidesk.registration.Amendment;
import io.github.samuraidesk.registration.DealRoute;
import io.github.samuraidesk.registration.EffectivenessConfirmed;
import io.github.samuraidesk.registration.Filing;
import io.github.samuraidesk.registration.Filing.Stage;
import io.github.samuraidesk.registration.RegistrationWithdrawn;
import io.github.samuraidesk.registration.ShelfChecked;
import io.github.samuraidesk.registration.ShortClockGranted;
import io.github.samuraidesk.review.Comment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Decides every gate of a deal, in one place, from the facts and the deal's clock. Each answer names all that is missing. */
@Component
public class Gates implements Gatekeeper {

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
    private final Standings standings;

    Gates(
            DealBook deals,
            Facts facts,
            Papers papers,
            FilingPackage filingPackage,
            RulePacks packs,
            DealClock clock,
            DealClauses clauses,
            Approvals approvals,
            Standings standings) {
        this.clauses = clauses;
        this.approvals = approvals;
        this.standings = standings;
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
    public boolean isAsked(DealFile deal, Gate gate) {
        return isKnown(deal, gate.name())
                && signedRoute(deal).filter(r -> !gate.appliesTo(r)).isEmpty();
    }

    /** Whether what a gate finds rests on a route that nobody has signed yet. */
    public static boolean waitsForRoute(List<Finding> findings) {
        return findings.stream().anyMatch(f -> f.code().equals(ROUTE_NOT_CONFIRMED));
    }

    private boolean isKnown(DealFile deal, String gate) {
        return packs.of(deal).findGate(gate).isPresent();
    }

    /** What stands in the way, or nothing; a gate may rest on another, which is asked only where the pack knows it. */
    public List<Finding> check(DealFile deal, Gate gate) {
        return isAsked(deal, gate)
                ? Trades.gate(gate)
                        .map(rule -> gate.waitsForRoute() && signedRoute(deal).isEmpty()
                                ? routeMustBeConfirmed(deal, gate)
                                : rule.check(standings.of(deal)))
                        .orElseGet(() -> decide(deal, gate))
                        .stream()
                        .filter(f -> isKnown(deal, f.rule()))
                        .toList()
                : List.of();
    }

    private List<Finding> decide(DealFile deal, Gate gate) {
        return switch (gate) {
            case G4 -> filingPackageMustBeApproved(deal);
            case G5 -> statementMustBeAccepted(deal);
            case G6 -> registrationMustBeEffective(deal);
            case G9 -> contractMustBeSignedAndTermsFiled(deal);
            case TAKEDOWN -> shelfMustAllowTheTakedown(deal);
            default -> throw new IllegalStateException(gate + " stands in its trade");
        };
    }

    @Override
    public Optional<List<Finding>> inTheWayOf(DealFile deal, String act) {
        return HumanTask.byId(act)
                .map(HumanTask::gates)
                .or(() -> Entry.byId(act).map(Entry::gates))
                .map(gates -> check(deal, gates));
    }

    public List<Finding> check(DealFile deal, Set<Gate> gates) {
        return gates.stream().flatMap(g -> check(deal, g).stream()).distinct().toList();
    }

    /** As {@link #check(DealId, Set)}, without what two people let this act pass today. */
    public List<Finding> check(DealFile deal, Set<Gate> gates, String act) {
        return check(deal, gates).stream()
                .filter(f -> override(deal, f.rule(), act).isEmpty())
                .toList();
    }

    /** Overrides that this act rests on today, with what each lets pass. */
    public Map<GateOverride, List<Finding>> overridden(DealFile deal, Set<Gate> gates, String act) {
        var passed = new LinkedHashMap<GateOverride, List<Finding>>();
        for (Finding f : check(deal, gates)) {
            override(deal, f.rule(), act)
                    .ifPresent(o ->
                            passed.computeIfAbsent(o, none -> new ArrayList<>()).add(f));
        }
        return passed;
    }

    private Optional<GateOverride> override(DealFile deal, String gate, String act) {
        LocalDate today = clock.today(deal.id());
        return deal.current(GateOverride.FACT).stream()
                .filter(o -> o.isConfirmed()
                        && !o.used()
                        && o.gate().name().equals(gate)
                        && o.act().equals(act)
                        && o.day().equals(today))
                .findFirst();
    }

    private Finding refuse(DealFile deal, Gate gate, String field, Role who, String code, String... args) {
        String source = packs.of(deal)
                .findGate(gate.name())
                .map(RulePack.GateRow::source)
                .orElse("");
        return Finding.rule(gate.name(), source, field, who.name(), code, args);
    }

    private Optional<Route> signedRoute(DealFile deal) {
        return DealRoute.signed(deal);
    }

    private Route route(DealFile deal) {
        return signedRoute(deal).orElse(Route.NOT_A_SAMURAI);
    }

    private List<Finding> routeMustBeConfirmed(DealFile deal, Gate gate) {
        return signedRoute(deal).isPresent()
                ? List.of()
                : List.of(refuse(deal, gate, "confirmRoute", Role.ISSUERS_COUNSEL, ROUTE_NOT_CONFIRMED));
    }

    /** The set of papers that is next to be filed, or nothing where the route files none. */
    public Optional<Paper.Set> nextSet(DealFile deal) {
        if (!route(deal).isRegistered()) {
            return Optional.empty();
        }
        return Optional.of(statement(deal).isPresent() ? Paper.Set.FINAL_TERMS : Paper.Set.STATEMENT);
    }

    /** The papers that are next to be filed, or signed with what is filed. */
    public List<Paper> nextPapers(DealFile deal) {
        boolean shelf = route(deal).isShelf();
        return nextSet(deal).map(set -> set.papers(shelf)).orElse(List.of());
    }

    private List<Finding> filingPackageMustBeApproved(DealFile deal) {
        var findings = new ArrayList<>(routeMustBeConfirmed(deal, Gate.G4));
        nextSet(deal).ifPresent(set -> {
            boolean shelf = route(deal).isShelf();
            papers.openSlots(deal)
                    .forEach(slot -> findings.add(
                            refuse(deal, Gate.G4, "slot:" + slot, Role.ISSUERS_COUNSEL, "slotOpen", slot)));
            if (set == Paper.Set.STATEMENT
                    && route(deal).needsPartTwo()
                    && deal.one(PartTwo.FACT).filter(p -> !p.files().isEmpty()).isEmpty()) {
                findings.add(refuse(deal, Gate.G4, "partTwo", Role.ISSUERS_COUNSEL, "noPartTwo"));
            }
            findings.addAll(clausesMustBeSigned(deal));
            for (Paper paper : set.papers(shelf)) {
                findings.addAll(paperMustBeApproved(deal, paper));
            }
            deal.current(Comment.FACT).stream()
                    .filter(c -> !c.resolved()
                            && set.papers(shelf).stream().anyMatch(p -> p.code().equals(c.paper())))
                    .forEach(c -> findings.add(refuse(
                            deal,
                            Gate.G4,
                            c.paper(),
                            Role.MANAGERS_COUNSEL,
                            "commentOpen",
                            String.valueOf(c.number()),
                            c.paper())));
            findings.addAll(packageMustPassTheUploadCheck(deal, Stage.valueOf(set.name())));
            if (set == Paper.Set.FINAL_TERMS
                    && deal.one(SubscriptionSigned.FACT).isEmpty()) {
                findings.add(refuse(deal, Gate.G4, "signSubscription", Role.ISSUER, "notSigned"));
            }
        });
        return findings;
    }

    /** Errors of the upload check of the package that a stage would send; empty while there is none. */
    public List<Finding> packageMustPassTheUploadCheck(DealFile deal, Stage stage) {
        Optional<FilingPackage.Package> sent = filingPackage.of(deal, stage, route(deal));
        if (sent.isEmpty()) {
            return List.of();
        }
        List<EdinetFault> errors = filingPackage.check(deal, sent.get()).faults().stream()
                .filter(f -> f.severity() == Severity.ERROR)
                .toList();
        return errors.stream()
                .limit(MOST_PACKAGE_FAULTS)
                .map(f -> RegistrationEntries.fault(f, "package"))
                .map(f -> refuse(
                        deal,
                        Gate.G4,
                        "package",
                        Role.ISSUERS_COUNSEL,
                        f.code(),
                        f.args().toArray(String[]::new)))
                .toList();
    }

    /** An approval stands only for the exact renditions, data, template and rule pack that it names. */
    public List<Finding> paperMustBeApproved(DealFile deal, Paper paper) {
        Optional<RenderedPaper> rendered = papers.find(deal, paper);
        if (rendered.isEmpty()) {
            return List.of(refuse(deal, Gate.G4, paper.code(), Role.ISSUERS_COUNSEL, "paperMissing", paper.code()));
        }
        if (!papers.isCurrent(deal, rendered.get())) {
            return List.of(refuse(deal, Gate.G4, paper.code(), Role.ISSUERS_COUNSEL, "paperStale", paper.code()));
        }
        List<Approvals.Say> says = approvals.of(deal, rendered.get(), true);
        var findings = new ArrayList<Finding>();
        says.stream()
                .filter(say -> say.state() != Approvals.State.APPROVED)
                .map(say -> say.state() == Approvals.State.WITHDRAWN
                        ? refuse(
                                deal,
                                Gate.G4,
                                paper.code(),
                                say.role(),
                                "approvalWithdrawn",
                                paper.code(),
                                say.role().name(),
                                say.becauseOf())
                        : refuse(
                                deal,
                                Gate.G4,
                                paper.code(),
                                say.role(),
                                "paperNotApproved",
                                paper.code(),
                                say.role().name()))
                .forEach(findings::add);
        approvals.lacking(deal, paper, says).forEach(role -> findings.add(Approvals.nobodyIsFree(paper, role)));
        return findings;
    }

    /** Translator and reviewer have signed the twins of every clause that the deal prints, and no proposal is open. */
    public List<Finding> clausesMustBeSigned(DealFile deal) {
        var findings = new ArrayList<Finding>();
        List<DealClauses.State> states = clauses.states(deal);
        for (Capacity capacity : Capacity.values()) {
            List<String> unsigned = states.stream()
                    .filter(s -> s.missing().contains(capacity))
                    .map(s -> s.worded().clause().id())
                    .toList();
            if (!unsigned.isEmpty()) {
                findings.add(refuse(
                        deal,
                        Gate.G4,
                        "clauses",
                        Role.ISSUERS_COUNSEL,
                        "clausesNotSigned",
                        capacity.name(),
                        String.valueOf(unsigned.size()),
                        unsigned.get(0)));
            }
        }
        deal.current(ChangeProposal.FACT).stream()
                .filter(ChangeProposal::isOpen)
                .forEach(p -> findings.add(refuse(
                        deal,
                        Gate.G4,
                        "clauses",
                        Role.ISSUERS_COUNSEL,
                        "proposalOpen",
                        String.valueOf(p.number()),
                        p.clause())));
        return findings;
    }

    public Optional<Filing> statement(DealFile deal) {
        return deal.one(Filing.FACT.at(Stage.STATEMENT.name()));
    }

    public Optional<Filing> finalTerms(DealFile deal) {
        return deal.one(Filing.FACT.at(Stage.FINAL_TERMS.name()));
    }

    private List<Finding> statementMustBeAccepted(DealFile deal) {
        Route route = route(deal);
        if (signedRoute(deal).isEmpty()) {
            return routeMustBeConfirmed(deal, Gate.G5);
        }
        if (!route.isRegistered()) {
            return List.of();
        }
        if (statement(deal).isPresent()) {
            return registrationMustStand(deal, Gate.G5);
        }
        return List.of(refuse(
                deal,
                Gate.G5,
                "fileStatement",
                Role.ISSUERS_COUNSEL,
                route.isShelf() ? "shelfNotAccepted" : "statementNotAccepted"));
    }

    /** When the registration is, or would be, effective by the clocks; empty while price or coupon is 未定. */
    public Optional<LocalDate> computedEffectiveness(DealFile deal, boolean shortClockGranted) {
        return effectiveness(deal, shortClockGranted).flatMap(StatutoryClocks.Effectiveness::date);
    }

    /** All that decides when the registration is effective; empty before the statement is accepted. */
    public Optional<StatutoryClocks.Effectiveness> effectiveness(DealFile deal) {
        return effectiveness(
                deal,
                deal.one(EffectivenessConfirmed.FACT.at(Stage.STATEMENT.name()))
                        .filter(EffectivenessConfirmed::shortClockGranted)
                        .isPresent());
    }

    private Optional<StatutoryClocks.Effectiveness> effectiveness(DealFile deal, boolean shelfClockGranted) {
        return effectiveness(deal, shelfClockGranted, packs.of(deal).statutoryClocks());
    }

    /** The latest of the clocks that are known so far, whether or not terms are still 未定; empty before the statement. */
    public Optional<LocalDate> effectiveNotBefore(DealFile deal) {
        RulePack pack = packs.of(deal);
        return effectiveness(deal)
                .flatMap(e -> e.counted().stream()
                        .filter(c -> pack.clock(c.clock()).enforced())
                        .map(StatutoryClocks.Counted::date)
                        .max(java.util.Comparator.naturalOrder()));
    }

    /** The same by the clocks of another rule pack. */
    public Optional<LocalDate> effectivenessUnder(DealFile deal, RulePack pack) {
        return effectiveness(deal, false, pack.statutoryClocks()).flatMap(StatutoryClocks.Effectiveness::date);
    }

    private Optional<StatutoryClocks.Effectiveness> effectiveness(
            DealFile deal, boolean shelfClockGranted, StatutoryClocks clocks) {
        if (route(deal).isShelf()) {
            Optional<String> grantedBy = deal.said(EffectivenessConfirmed.FACT.at(Stage.STATEMENT.name()))
                    .map(Said::person)
                    .or(() -> Optional.of(""))
                    .filter(who -> shelfClockGranted);
            return statement(deal)
                    .map(s ->
                            clocks.shelfEffectiveness(s.acceptedOn(), grantedBy).recordedBy(statementSaidBy(deal)));
        }
        Optional<String> grantedBy = deal.said(ShortClockGranted.FACT).map(Said::person);
        var amendments = new ArrayList<StatutoryClocks.Amended>();
        deal.all(Amendment.FACT)
                .forEach(a -> amendments.add(
                        new StatutoryClocks.Amended(a.value().kind(), a.value().acceptedOn(), false, a.person())));
        deal.said(Filing.FACT.at(Stage.FINAL_TERMS.name()))
                .ifPresent(a -> amendments.add(new StatutoryClocks.Amended(
                        rangeShownAndDemandTaken(deal) ? AmendmentClass.PRICE_AFTER_BOOK : AmendmentClass.SECURITIES,
                        a.value().acceptedOn(),
                        true,
                        a.person())));
        return statement(deal)
                .map(s -> clocks.effectiveness(s, amendments, grantedBy).recordedBy(statementSaidBy(deal)));
    }

    private String statementSaidBy(DealFile deal) {
        return deal.said(Filing.FACT.at(Stage.STATEMENT.name()))
                .map(Said::person)
                .orElse("");
    }

    private List<Finding> registrationMustStand(DealFile deal, Gate gate) {
        return deal
                .one(RegistrationWithdrawn.FACT)
                .map(w -> refuse(
                        deal,
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
    public java.time.Instant effectivenessTimer(DealFile deal) {
        return computedEffectiveness(deal, true)
                .map(d -> d.atStartOfDay(DealClock.TOKYO).toInstant())
                .orElse(java.time.Instant.EPOCH);
    }

    private boolean rangeShownAndDemandTaken(DealFile deal) {
        return !deal.current(io.github.samuraidesk.book.Guidance.FACT).isEmpty()
                && !deal.current(io.github.samuraidesk.book.Order.FACT).isEmpty();
    }

    private List<Finding> registrationMustBeEffective(DealFile deal) {
        var findings = new ArrayList<>(statementMustBeAccepted(deal));
        Route route = route(deal);
        if (!findings.isEmpty() || !route.isRegistered()) {
            return findings;
        }
        if (route.isShelf()) {
            findings.addAll(shelfMustAllowTheTakedown(deal));
            if (finalTerms(deal).isEmpty()) {
                findings.add(refuse(deal, Gate.G6, "fileFinalTerms", Role.ISSUERS_COUNSEL, "supplementNotFiled"));
            }
            return findings;
        }
        Optional<LocalDate> computed = computedEffectiveness(deal, false);
        if (computed.isEmpty()) {
            findings.add(refuse(deal, Gate.G6, "fileFinalTerms", Role.ISSUERS_COUNSEL, "termsStillUndecided"));
            return findings;
        }
        LocalDate today = clock.today(deal.id());
        if (today.isBefore(computed.get())) {
            findings.add(refuse(
                    deal,
                    Gate.G6,
                    "effectiveOn",
                    Role.ISSUERS_COUNSEL,
                    "notEffectiveBefore",
                    computed.get().toString()));
        }
        Optional<EffectivenessConfirmed> confirmed = deal.one(EffectivenessConfirmed.FACT.at(Stage.FINAL_TERMS.name()))
                .or(() -> deal.one(EffectivenessConfirmed.FACT.at(Stage.STATEMENT.name())));
        if (confirmed.isEmpty()) {
            findings.add(
                    refuse(deal, Gate.G6, "confirmEffectiveness", Role.ISSUERS_COUNSEL, "effectivenessNotConfirmed"));
        } else if (today.isBefore(confirmed.get().effectiveOn())) {
            findings.add(refuse(
                    deal,
                    Gate.G6,
                    "effectiveOn",
                    Role.ISSUERS_COUNSEL,
                    "notEffectiveBefore",
                    confirmed.get().effectiveOn().toString()));
        }
        return findings;
    }

    /** Effective, not suspended, within its period, within its residual amount, and no material event pending. */
    private List<Finding> shelfMustAllowTheTakedown(DealFile deal) {
        if (!route(deal).isShelf()) {
            return routeMustBeConfirmed(deal, Gate.TAKEDOWN);
        }
        var findings = new ArrayList<>(registrationMustStand(deal, Gate.TAKEDOWN));
        StatutoryClocks clocks = packs.of(deal).statutoryClocks();
        LocalDate today = clock.today(deal.id());
        TermSheet sheet = deals.termSheet(deal.id());
        Optional<EffectivenessConfirmed> effective = deal.one(EffectivenessConfirmed.FACT.at(Stage.STATEMENT.name()));
        if (effective.isEmpty()) {
            findings.add(refuse(
                    deal, Gate.TAKEDOWN, "confirmShelfEffective", Role.ISSUERS_COUNSEL, "effectivenessNotConfirmed"));
        } else {
            if (today.isBefore(effective.get().effectiveOn())) {
                findings.add(refuse(
                        deal,
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
                            deal,
                            Gate.TAKEDOWN,
                            "shelf.periodYears",
                            Role.ISSUERS_COUNSEL,
                            "shelfExpired",
                            last.toString()));
                }
            }
        }
        Optional<ShelfChecked> checked = deal.one(ShelfChecked.FACT);
        if (checked.isEmpty()) {
            findings.add(refuse(deal, Gate.TAKEDOWN, "checkShelfAmendment", Role.ISSUERS_COUNSEL, "shelfNotChecked"));
        } else {
            if (checked.get().isSuspendedOn(today, clocks)) {
                findings.add(refuse(
                        deal,
                        Gate.TAKEDOWN,
                        "amendmentFiled",
                        Role.ISSUERS_COUNSEL,
                        "shelfSuspended",
                        checked.get().newReport().name(),
                        checked.get().newReport().clock()));
            }
            if (checked.get().materialEventPending()) {
                findings.add(
                        refuse(deal, Gate.TAKEDOWN, "materialEventPending", Role.ISSUERS_COUNSEL, "materialEvent"));
            }
        }
        for (Amendment a : deal.current(Amendment.FACT)) {
            LocalDate through = clocks.suspendedThrough(a.kind().clock(), a.acceptedOn(), a.electronic());
            if (!today.isAfter(through) && !today.isBefore(a.acceptedOn())) {
                findings.add(refuse(
                        deal,
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
            BigDecimal wanted = deals.liveTranches(deal.id()).stream()
                    .map(t -> deal.one(PricingRun.FACT.at(t.id()))
                            .map(PricingRun::amountYen)
                            .or(() -> Optional.ofNullable(t.sizeYen()))
                            .orElse(BigDecimal.ZERO))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (wanted.compareTo(residual) > 0) {
                findings.add(refuse(
                        deal,
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

    private List<Finding> contractMustBeSignedAndTermsFiled(DealFile deal) {
        var findings = new ArrayList<>(routeMustBeConfirmed(deal, Gate.G9));
        if (deal.one(SubscriptionSigned.FACT).isEmpty()) {
            findings.add(refuse(deal, Gate.G9, "signSubscription", Role.ISSUER, "notSigned"));
        }
        if (route(deal).isRegistered() && finalTerms(deal).isEmpty()) {
            findings.add(refuse(deal, Gate.G9, "fileFinalTerms", Role.ISSUERS_COUNSEL, "finalTermsNotFiled"));
        }
        return findings;
    }
}
