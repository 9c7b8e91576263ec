package io.github.samuraidesk.clause;

/** Legal takes a clause in or leaves it out, against what the library would do. */
public record ClauseChoice(String clause, Boolean taken, String reason) {}
