package io.github.samuraidesk.underwriting;

import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.underwriting.acts.CompleteDueDiligence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What must hold before the managers work for the deal. */
final class UnderwritingRules {

    private UnderwritingRules() {}

    /** G1: there is a mandate. */
    static List<Finding> mandateMustBeSigned(Standing deal) {
        return deal.one(Mandate.FACT).isPresent()
                ? List.of()
                : List.of(deal.shut(Gate.G1, "mandate", Role.ISSUER, "noMandate"));
    }

    /** G2: every mandated manager was checked for conflicts, and none was found. */
    static List<Finding> conflictsMustBeClear(Standing deal) {
        var findings = new ArrayList<Finding>();
        List<ConflictCheck> checks = deal.current(ConflictCheck.FACT);
        Optional<Mandate> mandate = deal.one(Mandate.FACT);
        if (checks.isEmpty() || mandate.isEmpty()) {
            findings.add(deal.shut(Gate.G2, "checkConflicts", Role.LEAD_MANAGER, "conflictsNotChecked"));
        }
        mandate.ifPresent(m -> m.managers().stream()
                .filter(a -> checks.stream().noneMatch(c -> c.manager().equals(a.manager())))
                .forEach(a -> findings.add(
                        deal.shut(Gate.G2, "checks", Role.LEAD_MANAGER, "managerNotChecked", a.manager()))));
        checks.stream()
                .filter(c -> c.outcome() != ConflictCheck.Outcome.PASS)
                .forEach(c -> findings.add(deal.shut(
                        Gate.G2,
                        "checks",
                        Role.LEAD_MANAGER,
                        "conflictFound",
                        c.manager(),
                        c.outcome().name())));
        return findings;
    }

    /** G3: the lead manager's examination was passed. */
    static List<Finding> dueDiligenceMustBeSignedOff(Standing deal) {
        return CompleteDueDiligence.ACT
                        .done(deal.file())
                        .filter(CompleteDueDiligence::jsdaExaminationPassed)
                        .isPresent()
                ? List.of()
                : List.of(deal.shut(Gate.G3, "completeDueDiligence", Role.LEAD_MANAGER, "noDueDiligence"));
    }
}
