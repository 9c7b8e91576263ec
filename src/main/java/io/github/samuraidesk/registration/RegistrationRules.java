package io.github.samuraidesk.registration;

import static io.github.samuraidesk.deal.Role.ISSUERS_COUNSEL;

import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.TermSheet;
import io.github.samuraidesk.law.Route;
import io.github.samuraidesk.law.StatutoryClocks;
import io.github.samuraidesk.registration.Filing.Stage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What must hold of a registration before investors are asked, and before anything is sold. */
final class RegistrationRules {

    private RegistrationRules() {}

    /** G5: the statement was accepted and the registration still stands. */
    static List<Finding> statementMustBeAccepted(Standing deal) {
        Optional<Route> signed = DealRoute.signed(deal.file());
        if (signed.isEmpty()) {
            return DealRoute.mustBeConfirmed(deal, Gate.G5);
        }
        if (!signed.get().isRegistered()) {
            return List.of();
        }
        if (Filing.statement(deal.file()).isPresent()) {
            return registrationMustStand(deal, Gate.G5);
        }
        return List.of(deal.shut(
                Gate.G5,
                "fileStatement",
                ISSUERS_COUNSEL,
                signed.get().isShelf() ? "shelfNotAccepted" : "statementNotAccepted"));
    }

    private static List<Finding> registrationMustStand(Standing deal, Gate gate) {
        return deal
                .one(RegistrationWithdrawn.FACT)
                .map(w -> deal.shut(
                        gate,
                        "withdrawRegistration",
                        ISSUERS_COUNSEL,
                        "registrationWithdrawn",
                        w.acceptedAt().toLocalDate().toString(),
                        w.documentId()))
                .stream()
                .toList();
    }

    /** G6: the registration has taken effect by its clocks and by notice; of a shelf its supplement was filed. */
    static List<Finding> registrationMustBeEffective(Standing deal) {
        var findings = new ArrayList<>(statementMustBeAccepted(deal));
        Route route = DealRoute.signedOrNone(deal.file());
        if (!findings.isEmpty() || !route.isRegistered()) {
            return findings;
        }
        if (route.isShelf()) {
            findings.addAll(shelfMustAllowTheTakedown(deal));
            if (Filing.finalTerms(deal.file()).isEmpty()) {
                findings.add(deal.shut(Gate.G6, "fileFinalTerms", ISSUERS_COUNSEL, "supplementNotFiled"));
            }
            return findings;
        }
        Optional<LocalDate> computed = Effectiveness.of(deal).computed(false);
        if (computed.isEmpty()) {
            findings.add(deal.shut(Gate.G6, "fileFinalTerms", ISSUERS_COUNSEL, "termsStillUndecided"));
            return findings;
        }
        findings.addAll(mustNotBeBefore(deal, Gate.G6, computed.get()));
        Optional<EffectivenessConfirmed> confirmed =
                confirmed(deal, Stage.FINAL_TERMS).or(() -> confirmed(deal, Stage.STATEMENT));
        if (confirmed.isEmpty()) {
            findings.add(deal.shut(Gate.G6, "confirmEffectiveness", ISSUERS_COUNSEL, "effectivenessNotConfirmed"));
        } else {
            findings.addAll(mustNotBeBefore(deal, Gate.G6, confirmed.get().effectiveOn()));
        }
        return findings;
    }

    private static Optional<EffectivenessConfirmed> confirmed(Standing deal, Stage upTo) {
        return deal.one(EffectivenessConfirmed.FACT.at(upTo.name()));
    }

    private static List<Finding> mustNotBeBefore(Standing deal, Gate gate, LocalDate effective) {
        return deal.today().isBefore(effective)
                ? List.of(deal.shut(gate, "effectiveOn", ISSUERS_COUNSEL, "notEffectiveBefore", effective.toString()))
                : List.of();
    }

    /** TAKEDOWN: effective, not suspended, within its period and residual amount, and no material event pending. */
    static List<Finding> shelfMustAllowTheTakedown(Standing deal) {
        if (!DealRoute.signedOrNone(deal.file()).isShelf()) {
            return DealRoute.mustBeConfirmed(deal, Gate.TAKEDOWN);
        }
        var findings = new ArrayList<>(registrationMustStand(deal, Gate.TAKEDOWN));
        findings.addAll(shelfMustBeEffective(deal));
        findings.addAll(newReportsMustBeChecked(deal));
        findings.addAll(amendmentsMustNotSuspend(deal));
        findings.addAll(residualMustSuffice(deal));
        return findings;
    }

    private static List<Finding> shelfMustBeEffective(Standing deal) {
        Optional<EffectivenessConfirmed> effective = confirmed(deal, Stage.STATEMENT);
        if (effective.isEmpty()) {
            return List.of(
                    deal.shut(Gate.TAKEDOWN, "confirmShelfEffective", ISSUERS_COUNSEL, "effectivenessNotConfirmed"));
        }
        LocalDate from = effective.get().effectiveOn();
        var findings = new ArrayList<>(mustNotBeBefore(deal, Gate.TAKEDOWN, from));
        TermSheet.Shelf shelf = deal.terms().shelf();
        if (shelf != null) {
            LocalDate last = deal.pack().statutoryClocks().shelfLastDay(from, shelf.periodYears());
            if (deal.today().isAfter(last)) {
                findings.add(deal.shut(
                        Gate.TAKEDOWN, "shelf.periodYears", ISSUERS_COUNSEL, "shelfExpired", last.toString()));
            }
        }
        return findings;
    }

    private static List<Finding> newReportsMustBeChecked(Standing deal) {
        Optional<ShelfChecked> checked = deal.one(ShelfChecked.FACT);
        if (checked.isEmpty()) {
            return List.of(deal.shut(Gate.TAKEDOWN, "checkShelfAmendment", ISSUERS_COUNSEL, "shelfNotChecked"));
        }
        var findings = new ArrayList<Finding>();
        if (checked.get().isSuspendedOn(deal.today(), deal.pack().statutoryClocks())) {
            findings.add(deal.shut(
                    Gate.TAKEDOWN,
                    "amendmentFiled",
                    ISSUERS_COUNSEL,
                    "shelfSuspended",
                    checked.get().newReport().name(),
                    checked.get().newReport().clock()));
        }
        if (checked.get().materialEventPending()) {
            findings.add(deal.shut(Gate.TAKEDOWN, "materialEventPending", ISSUERS_COUNSEL, "materialEvent"));
        }
        return findings;
    }

    private static List<Finding> amendmentsMustNotSuspend(Standing deal) {
        StatutoryClocks clocks = deal.pack().statutoryClocks();
        LocalDate today = deal.today();
        var findings = new ArrayList<Finding>();
        for (Amendment a : deal.current(Amendment.FACT)) {
            LocalDate through = clocks.suspendedThrough(a.kind().clock(), a.acceptedOn(), a.electronic());
            if (!today.isAfter(through) && !today.isBefore(a.acceptedOn())) {
                findings.add(deal.shut(
                        Gate.TAKEDOWN,
                        "amendment",
                        ISSUERS_COUNSEL,
                        "shelfSuspendedThrough",
                        a.documentId(),
                        through.toString(),
                        a.kind().clock()));
            }
        }
        return findings;
    }

    private static List<Finding> residualMustSuffice(Standing deal) {
        TermSheet.Shelf shelf = deal.terms().shelf();
        if (shelf == null) {
            return List.of();
        }
        Offering offering = deal.ask(Offering.class);
        BigDecimal wanted = deal.liveTranches().stream()
                .map(t -> offering.pricedYen(deal.file(), t.id())
                        .or(() -> Optional.ofNullable(t.sizeYen()))
                        .orElse(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return wanted.compareTo(shelf.residualYen()) > 0
                ? List.of(deal.shut(
                        Gate.TAKEDOWN,
                        "shelf.plannedBillionYen",
                        ISSUERS_COUNSEL,
                        "shelfResidualTooSmall",
                        wanted.toPlainString(),
                        shelf.residualYen().toPlainString()))
                : List.of();
    }
}
