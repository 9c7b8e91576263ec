package io.github.samuraidesk.workflow;

import java.time.LocalDate;

/**
 * Two people let one act pass a gate on one day.
 *
 * @param act task or entry that may pass
 * @param confirmedBy second person, or empty while only asked for
 */
public record GateOverride(
        Gate gate, String act, String reason, String askedBy, String confirmedBy, LocalDate day, String remark) {

    public static String key(Gate gate, String act) {
        return gate.name() + "/" + act;
    }

    public boolean isConfirmed() {
        return !confirmedBy.isEmpty();
    }
}
