package io.github.samuraidesk.clause;

/** The deal's own wording of a clause, or counsel's wording of a slot: both twins, and why. */
public record ClauseText(String clause, String ja, String en, String reason) {}
