package io.github.samuraidesk.workflow;

import io.github.samuraidesk.deal.FactKind;

/** A person said why a task cannot be completed now, and who must act. */
public record Blocked(String task, String reason, String whoCanAct) {
    public static final FactKind.Per<Blocked> FACT = FactKind.per("Blocked", Blocked.class);
}
