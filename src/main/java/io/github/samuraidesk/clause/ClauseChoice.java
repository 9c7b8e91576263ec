package io.github.samuraidesk.clause;

import io.github.samuraidesk.deal.FactKind;

/** Legal takes a clause in or leaves it out, against what the library would do. */
public record ClauseChoice(String clause, Boolean taken, String reason) {
    public static final FactKind.Per<ClauseChoice> FACT = FactKind.per("ClauseChoice", ClauseChoice.class);
}
