package io.github.samuraidesk.clause;

import io.github.samuraidesk.deal.FactKind;
import java.util.List;

/** The clauses a deal was opened with or moved to, whole: what the library becomes later does not touch them. */
public record ClausesPinned(List<Clause> clauses) {
    public static final FactKind.One<ClausesPinned> FACT =
            FactKind.one("ClausesPinned", ClausesPinned.class, "clauses");
}
