package io.github.samuraidesk.workflow;

import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.clause.ChangeProposal;
import io.github.samuraidesk.clause.ClausesSigned.Capacity;
import io.github.samuraidesk.clause.DealClauses;
import io.github.samuraidesk.deal.DealClock;
import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.disclosure.FilingPackage;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.disclosure.Papers;
import io.github.samuraidesk.disclosure.PartTwo;
import io.github.samuraidesk.disclosure.RenderedPaper;
import io.github.samuraidesk.disclosure.UploadedPackage;
import io.github.samuraidesk.edinet.EdinetFault;
import io.github.samuraidesk.edinet.Severity;
import io.github.samuraidesk.law.RulePacks;
import io.github.samuraidesk.pricing.SubscriptionSigned;
import io.github.samuraidesk.registration.DealRoute;
import io.github.samuraidesk.registration.Effectiveness;
import io.github.samuraidesk.registration.Filing;
import io.github.samuraidesk.registration.Filing.Stage;
import io.github.samuraidesk.review.Comment;
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

    private final Papers papers;
    private final FilingPackage filingPackage;
    private final RulePacks packs;
    private final DealClock clock;
    private final DealClauses clauses;
    private final Approvals approvals;
    private final Standings standings;

    Gates(
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
                && DealRoute.signed(deal).filter(r -> !gate.appliesTo(r)).isEmpty();
    }

    /** Whether what a gate finds rests on a route that nobody has signed yet. */
    public static boolean waitsForRoute(List<Finding> findings) {
        return findings.stream().anyMatch(f -> f.code().equals(DealRoute.NOT_CONFIRMED));
    }

    private boolean isKnown(DealFile deal, String gate) {
        return packs.of(deal).findGate(gate).isPresent();
    }

    /** What stands in the way, or nothing; a gate may rest on another, which is asked only where the pack knows it. */
    public List<Finding> check(DealFile deal, Gate gate) {
        return isAsked(deal, gate)
                ? Trades.gate(gate)
                        .map(rule ->
                                gate.waitsForRoute() && DealRoute.signed(deal).isEmpty()
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
        return standings.of(deal).shut(gate, field, who, code, args);
    }

    private List<Finding> routeMustBeConfirmed(DealFile deal, Gate gate) {
        return DealRoute.mustBeConfirmed(standings.of(deal), gate);
    }

    /** The set of papers that is next to be filed, or nothing where the route files none. */
    public Optional<Paper.Set> nextSet(DealFile deal) {
        if (!DealRoute.signedOrNone(deal).isRegistered()) {
            return Optional.empty();
        }
        return Optional.of(Filing.statement(deal).isPresent() ? Paper.Set.FINAL_TERMS : Paper.Set.STATEMENT);
    }

    /** The papers that are next to be filed, or signed with what is filed. */
    public List<Paper> nextPapers(DealFile deal) {
        boolean shelf = DealRoute.signedOrNone(deal).isShelf();
        return nextSet(deal).map(set -> set.papers(shelf)).orElse(List.of());
    }

    private List<Finding> filingPackageMustBeApproved(DealFile deal) {
        var findings = new ArrayList<>(routeMustBeConfirmed(deal, Gate.G4));
        nextSet(deal).ifPresent(set -> {
            boolean shelf = DealRoute.signedOrNone(deal).isShelf();
            papers.openSlots(deal)
                    .forEach(slot -> findings.add(
                            refuse(deal, Gate.G4, "slot:" + slot, Role.ISSUERS_COUNSEL, "slotOpen", slot)));
            if (set == Paper.Set.STATEMENT
                    && DealRoute.signedOrNone(deal).needsPartTwo()
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
        Optional<FilingPackage.Package> sent = filingPackage.of(deal, stage, DealRoute.signedOrNone(deal));
        if (sent.isEmpty()) {
            return List.of();
        }
        List<EdinetFault> errors = filingPackage.check(deal, sent.get()).faults().stream()
                .filter(f -> f.severity() == Severity.ERROR)
                .toList();
        return errors.stream()
                .limit(MOST_PACKAGE_FAULTS)
                .map(f -> UploadedPackage.fault(f, "package"))
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

    /** When the deal's registration takes effect, as the deal stands. */
    public Effectiveness effectiveness(DealFile deal) {
        return Effectiveness.of(standings.of(deal));
    }
}
