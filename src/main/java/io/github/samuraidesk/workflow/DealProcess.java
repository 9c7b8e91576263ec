package io.github.samuraidesk.workflow;

import io.github.samuraidesk.deal.DealId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The process of a deal, as the desk needs it; one instance per deal, found by its business key. */
public interface DealProcess extends Progress {

    void start(DealId dealId);

    List<OpenTask> openTasks(DealId dealId);

    Optional<OpenTask> openTask(DealId dealId, HumanTask task);

    @Override
    default boolean waitsFor(DealId id, String task) {
        return HumanTask.byId(task).flatMap(t -> openTask(id, t)).isPresent();
    }

    void complete(OpenTask task, Map<String, Object> gatewayFacts);

    /** Begins marketing and settlement again from every point of them; does nothing before managers are appointed. */
    void postpone(DealId dealId);

    /** Whether the drawing that a task runs on has this element: running deals keep the drawing they began on. */
    boolean draws(OpenTask task, String element);

    void pull(DealId dealId, String reason);

    /** Sets the timers of the deal to these moments (activity id → moment). */
    void moveTimers(DealId dealId);

    /** Timers and steps of the program that the deal waits for. */
    List<Waiting> waiting(DealId dealId);

    /** Deals with a step that failed so often that people must act. */
    List<DealId> dealsWithIncidents();

    /**
     * Lets a step that is an incident be tried again.
     *
     * @param waitingId as {@link #waiting} told it
     */
    void tryAgain(DealId dealId, String waitingId);

    /**
     * Runs timers of the deal that are due by its clock, and its open steps, in the caller's thread; for programs that
     * have no threads for them.
     *
     * @return how many ran
     * @throws IllegalStateException when a step failed; the process has noted the failure
     */
    int runDueJobs(DealId dealId, Instant now);

    List<PathStep> path(DealId dealId);

    List<Diagram> diagrams(DealId dealId);

    /** The files that the deal runs on, by name, as they were deployed together; none before it is started. */
    Map<String, byte[]> drawings(DealId dealId);

    /** What a deal that waits for the program waits for. */
    enum WaitState {
        /** A moment that has not come by the deal's clock when it is read, or is taken up at once. */
        TIMER,
        /** A step that nobody has taken up yet. */
        OPEN,
        WORKING,
        /** A step that failed and is tried again after a pause. */
        RETRYING,
        /** A step that is tried again only once a person says so. */
        INCIDENT
    }

    /**
     * A timer or a step of the program.
     *
     * @param activity BPMN activity
     * @param since real time from which it has stood so: from the incident on, otherwise from its beginning
     * @param due by the deal's clock; {@link Instant#EPOCH} for what is due at once
     * @param error message of the last failed try, or empty
     * @param triesLeft before it is an incident
     */
    record Waiting(
            String id, String activity, WaitState state, Instant since, Instant due, String error, int triesLeft) {

        public boolean isIncident() {
            return state == WaitState.INCIDENT;
        }
    }

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
