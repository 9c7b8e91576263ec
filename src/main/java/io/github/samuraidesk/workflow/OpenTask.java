package io.github.samuraidesk.workflow;

import java.time.Instant;

/** @param taskId the engine's id of the task: a stale page sends an id that is gone @param paperSet set in work, or empty */
public record OpenTask(String taskId, HumanTask task, Instant since, String paperSet) {}
