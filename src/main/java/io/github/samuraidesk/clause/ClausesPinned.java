package io.github.samuraidesk.clause;

import java.util.List;

/** The clauses a deal was opened with or moved to, whole: what the library becomes later does not touch them. */
public record ClausesPinned(List<Clause> clauses) {}
