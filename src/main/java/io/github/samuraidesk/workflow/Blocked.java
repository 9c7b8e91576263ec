package io.github.samuraidesk.workflow;

/** A person said why a task cannot be completed now, and who must act. */
public record Blocked(String task, String reason, String whoCanAct) {}
