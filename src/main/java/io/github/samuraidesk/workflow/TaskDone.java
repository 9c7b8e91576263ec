package io.github.samuraidesk.workflow;

import java.util.List;
import java.util.Map;

/** What was filled in when a task was completed. */
public record TaskDone(String task, Map<String, String> values, Map<String, List<Map<String, String>>> tables) {}
