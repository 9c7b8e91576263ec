package io.github.samuraidesk.workflow;

import io.github.samuraidesk.deal.DealId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The process of a deal, as the desk needs it; one instance per deal, found by its business key. */
public interface DealProcess {

    void start(DealId dealId);

    List<OpenTask> openTasks(DealId dealId);

    Optional<OpenTask> openTask(DealId dealId, HumanTask task);

    void complete(OpenTask task, Map<String, Object> gatewayFacts);

    boolean isRunning(DealId dealId);

    /** Begins marketing and settlement again from every point of them; does nothing before managers are appointed. */
    void postpone(DealId dealId);

    /** Whether the drawing that a task runs on has this element: running deals keep the drawing they began on. */
    boolean draws(OpenTask task, String element);

    void pull(DealId dealId, String reason);

    /** Sets the timers of the deal to these moments (activity id → moment). */
    void moveTimers(DealId dealId);

    /** The step of the program that runs now or has failed, if any, by its BPMN activity. */
    List<Waiting> waiting(DealId dealId);

    /** Runs the jobs of the deal that are due by its clock, in the caller's thread; returns how many ran. */
    int runDueJobs(DealId dealId, Instant now);

    List<PathStep> path(DealId dealId);

    List<Diagram> diagrams(DealId dealId);

    /** @param error message of a failed attempt, or empty */
    record Waiting(String activity, Instant due, String error) {}

    record PathStep(
            String process,
            String activity,
            String type,
            String name,
            Instant start,
            Optional<Instant> end,
            boolean canceled) {}

    /** @param active activities where tokens stand; @param done activities that were completed */
    record Diagram(String process, String bpmn, List<String> active, List<String> done) {}
}
