package io.github.samuraidesk.it;

import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.it.ServedProgram.Answer;
import io.github.samuraidesk.rehearsal.Cast;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Walks practice deals to their end over REST as their scripted people would, and remembers what was acknowledged. */
final class ScriptedWalk {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final String TEN_IN_TOKYO = "T01:00:00Z";
    private static final int MOST_STEPS = 2_000;
    /** Twenty minutes: a slow machine is no fault. */
    private static final int MOST_PAUSES = 12_000;
    private static final long PAUSE_MILLIS = 100;

    /** A task of a deal. */
    record Step(String deal, String task) {}

    private final ServedProgram program;
    private final List<String> deals;
    private final Map<Step, Integer> acknowledged = new HashMap<>();
    private @Nullable Step inFlight;
    private boolean finished;

    ScriptedWalk(ServedProgram program, List<String> deals) {
        this.program = program;
        this.deals = deals;
    }

    /** @throws IOException when the program is gone */
    void run() throws IOException, InterruptedException {
        for (String deal : deals) {
            int steps = 0;
            while (advance(deal)) {
                if (++steps > MOST_STEPS) {
                    throw new IllegalStateException(deal + " does not end");
                }
            }
        }
        finished = true;
    }

    /** Walks one deal until a task waits for its people, and leaves it there. */
    void runUntil(String deal, String task) throws IOException, InterruptedException {
        for (int step = 0; step < MOST_STEPS; step++) {
            boolean waits = stateOnceItsJobsAreDone(deal).path("tasks").valueStream()
                    .anyMatch(t -> t.path("task").asString().equals(task));
            if (waits) {
                return;
            }
            if (!advance(deal)) {
                break;
            }
        }
        throw new IllegalStateException(deal + " never comes to " + task);
    }

    /** How often each completion was answered with 200. */
    Map<Step, Integer> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    /** The completion that was sent and not yet answered. */
    Optional<Step> inFlight() {
        return Optional.ofNullable(inFlight);
    }

    boolean isFinished() {
        return finished;
    }

    /** @return whether the deal still runs */
    private boolean advance(String deal) throws IOException, InterruptedException {
        JsonNode state = stateOnceItsJobsAreDone(deal);
        if (!state.path("running").asBoolean()) {
            return false;
        }
        var refusals = new ArrayList<String>();
        for (JsonNode task : byDueDate(state)) {
            Optional<String> refusal = complete(deal, task);
            if (refusal.isEmpty()) {
                return true;
            }
            refusals.add(refusal.get());
        }
        Instant now = Instant.parse(program.get("/api/deals/" + deal, "lead").body().path("now").asString());
        Instant timer = state.path("waiting").valueStream()
                .map(w -> Instant.parse(w.path("due").asString()))
                .filter(due -> due.isAfter(now))
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalStateException(deal + " is stuck: " + refusals));
        moveTo(deal, timer);
        return true;
    }

    private JsonNode stateOnceItsJobsAreDone(String deal) throws IOException, InterruptedException {
        for (int pause = 0; pause < MOST_PAUSES; pause++) {
            JsonNode state = mustBeOk(program.get("/api/deals/" + deal, "lead"), deal);
            Instant now = Instant.parse(state.path("now").asString());
            List<JsonNode> due = state.path("waiting").valueStream()
                    .filter(w -> !Instant.parse(w.path("due").asString()).isAfter(now))
                    .toList();
            due.stream().filter(w -> w.path("incident").asBoolean()).findFirst().ifPresent(w -> {
                throw new IllegalStateException(deal + ": a step stopped: " + w);
            });
            boolean between = state.path("running").asBoolean()
                    && state.path("tasks").isEmpty()
                    && state.path("waiting").isEmpty();
            // The state is read in parts: a job may end between two of them, and its task is seen the next time.
            if (due.isEmpty() && !between) {
                return state;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        throw new IllegalStateException(deal + ": its jobs do not finish");
    }

    private static List<JsonNode> byDueDate(JsonNode state) {
        String today = Instant.parse(state.path("now").asString()).atZone(TOKYO).toLocalDate().toString();
        return state.path("tasks").valueStream()
                .sorted(Comparator.comparing((JsonNode t) -> t.path("due").asString(today)))
                .toList();
    }

    /** @return why not, or nothing when it was acknowledged */
    private Optional<String> complete(String deal, JsonNode task) throws IOException, InterruptedException {
        String name = task.path("task").asString();
        if (task.has("due")) {
            moveTo(deal, Instant.parse(task.path("due").asString() + TEN_IN_TOKYO));
        }
        String path = "/api/deals/" + deal;
        JsonNode script = mustBeOk(program.get(path + "/script/" + name, anyOf(task)), name);
        for (JsonNode line : script.path("entries")) {
            Answer entered = program.post(
                    path + "/entries/" + line.path("entry").asString(),
                    Map.of("values", line.path("values")),
                    line.path("by").asString());
            if (!entered.isOk()) {
                return Optional.of(line.path("entry").asString() + ": " + entered.body());
            }
        }
        String by = script.path("by").asString();
        JsonNode form = mustBeOk(program.get(path + "/script/" + name + "/values", by), name);
        program.store(deal, form.path("files"), by);
        var step = new Step(deal, name);
        inFlight = step;
        Answer done = program.post(
                path + "/tasks/" + name,
                Map.of(
                        "taskId", task.path("taskId").asString(),
                        "values", form.path("values"),
                        "tables", form.path("tables")),
                by);
        inFlight = null;
        if (done.isOk()) {
            acknowledged.merge(step, 1, Integer::sum);
            return Optional.empty();
        }
        return Optional.of(name + ": " + done.status() + " " + done.body());
    }

    /** Somebody of the cast who may do the task: to nobody else does the program show its script. */
    private static String anyOf(JsonNode task) {
        var roles = new LinkedHashSet<Role>();
        task.path("roles").forEach(r -> roles.add(Role.valueOf(r.asString())));
        return Cast.of(roles).person().value();
    }

    private void moveTo(String deal, Instant moment) throws IOException, InterruptedException {
        String path = "/api/deals/" + deal;
        Instant now = Instant.parse(mustBeOk(program.get(path, "lead"), deal).path("now").asString());
        if (moment.isAfter(now)) {
            mustBeOk(program.post(path + "/practice-time?to=" + moment, Map.of(), "lead"), "practice-time");
        }
    }

    private static JsonNode mustBeOk(Answer answer, String what) {
        if (!answer.isOk()) {
            throw new IllegalStateException(what + ": HTTP " + answer.status() + " " + answer.body());
        }
        return answer.body();
    }
}
