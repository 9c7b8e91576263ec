package io.github.samuraidesk.workflow;

import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.deal.FactKind;
import java.time.LocalDate;
import java.util.Set;

/**
 * Two people let one act pass a gate on one day.
 *
 * @param act task or entry that may pass
 * @param used whether the act has passed: an override lets one act pass once
 * @param confirmedBy second person, or empty while only asked for
 */
public record GateOverride(
        Gate gate,
        String act,
        String reason,
        String askedBy,
        String confirmedBy,
        LocalDate day,
        String remark,
        boolean used) {

    public static final FactKind.Per<GateOverride> FACT = FactKind.per("GateOverride", GateOverride.class);

    /** Gates that hold the law rather than the house: one of the two people must be legal. */
    public static final Set<Gate> OF_LAW = Set.of(Gate.G4, Gate.G5, Gate.G6, Gate.G10, Gate.TAKEDOWN);

    public static String key(Gate gate, String act) {
        return gate.name() + "/" + act;
    }

    GateOverride spent() {
        return new GateOverride(gate, act, reason, askedBy, confirmedBy, day, remark, true);
    }

    public boolean isConfirmed() {
        return !confirmedBy.isEmpty();
    }
}
