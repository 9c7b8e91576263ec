package io.github.samuraidesk.clause;

import io.github.samuraidesk.deal.FactKind;

/** The deal's own wording of a clause, or counsel's wording of a slot: both twins, and why. */
public record ClauseText(String clause, String ja, String en, String reason) {
    public static final FactKind.Per<ClauseText> FACT = FactKind.per("ClauseText", ClauseText.class);
}
