package io.github.samuraidesk.act;

import io.github.samuraidesk.deal.FactKind;
import java.util.List;
import java.util.Map;

/** What was filled in when a task was completed. */
public record TaskDone(String task, Map<String, String> values, Map<String, List<Map<String, String>>> tables) {
    public static final FactKind.Per<TaskDone> FACT = FactKind.per("TaskDone", TaskDone.class);
}
