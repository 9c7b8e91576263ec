package io.github.samuraidesk.web;

import io.github.samuraidesk.access.Member;
import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.act.TaskDone;
import io.github.samuraidesk.audit.Difference;
import io.github.samuraidesk.deal.DealClock;
import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.IncomingFile;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.deal.TermSheetYaml;
import io.github.samuraidesk.form.Field;
import io.github.samuraidesk.form.FieldType;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.rehearsal.Script;
import io.github.samuraidesk.settlement.Closed;
import io.github.samuraidesk.workflow.DealProcess;
import io.github.samuraidesk.workflow.Desk;
import io.github.samuraidesk.workflow.Entry;
import io.github.samuraidesk.workflow.FormSpec;
import io.github.samuraidesk.workflow.Gates;
import io.github.samuraidesk.workflow.HumanTask;
import io.github.samuraidesk.workflow.Sealed;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.security.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The desk over REST: the same verbs, rules and refusals as the pages. */
@RestController
@RequestMapping("/api")
class Api {

    private final Reader reader;
    private final Desk desk;
    private final DealProcess process;
    private final Gates gates;
    private final DealClock clock;
    private final Script script;
    private final Differences differences;
    private final Wording wording;
    private final Sealed sealed;

    Api(
            Reader reader,
            Desk desk,
            DealProcess process,
            Gates gates,
            DealClock clock,
            Script script,
            Differences differences,
            Wording wording,
            Sealed sealed) {
        this.sealed = sealed;
        this.differences = differences;
        this.reader = reader;
        this.desk = desk;
        this.process = process;
        this.gates = gates;
        this.clock = clock;
        this.script = script;
        this.wording = wording;
    }

    /** Body of a form. @param taskId id of the task as it was read, or absent */
    record Body(
            @Nullable String taskId,
            @Nullable Map<String, String> values,
            @Nullable Map<String, List<Map<String, String>>> tables) {

        /** @throws Refused with every name that was sent with null for a value */
        FormValues formValues() {
            var nulls = new ArrayList<String>();
            Map<String, String> texts = values == null ? Map.of() : values;
            addNulls("", texts, nulls);
            Map<String, List<Map<String, String>>> rows = tables == null ? Map.of() : tables;
            rows.forEach((table, list) -> {
                if (list == null) {
                    nulls.add(table);
                    return;
                }
                for (int row = 0; row < list.size(); row++) {
                    String path = table + "[" + row + "]";
                    if (list.get(row) == null) {
                        nulls.add(path);
                    } else {
                        addNulls(path + ".", list.get(row), nulls);
                    }
                }
            });
            Refused.unlessNone(
                    nulls.stream().map(name -> Finding.field(name, "nullValue")).toList());
            return new FormValues(texts, rows);
        }

        private static void addNulls(String prefix, Map<String, String> texts, List<String> nulls) {
            texts.forEach((name, text) -> {
                if (text == null) {
                    nulls.add(prefix + name);
                }
            });
        }
    }

    @PostMapping(
            value = "/deals",
            consumes = {"application/yaml", "text/plain"})
    ResponseEntity<Map<String, Object>> open(@RequestBody String yaml, Principal principal) {
        FormValues values = TermSheetYaml.read(yaml).values();
        Refused.unlessNone(desk.check(values));
        DealId id = new DealId(values.text("dealId"));
        desk.open(
                values,
                Set.of(),
                null,
                Reader.id(principal),
                List.of(new Member(id, Reader.id(principal), Role.LEAD_MANAGER, "")));
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(Map.of(
                        "deal",
                        id.value(),
                        "notes",
                        desk.routeWithoutTrack(id).stream().toList()));
    }

    @GetMapping("/deals/{id}")
    Map<String, Object> deal(@PathVariable String id, Principal principal) {
        DealFile deal = reader.deal(id, principal);
        DealId dealId = deal.id();
        var answer = new LinkedHashMap<String, Object>();
        answer.put("deal", id);
        answer.put("rehearsal", deal.deal().practice());
        answer.put("now", clock.now(dealId).toString());
        answer.put("running", process.isRunning(dealId));
        answer.put("closed", deal.one(Closed.FACT).isPresent());
        answer.put("notes", desk.routeWithoutTrack(dealId).stream().toList());
        var due = desk.dueDates(dealId);
        answer.put("differences", differences.known(dealId, Reader.id(principal)));
        answer.put(
                "tasks",
                process.openTasks(dealId).stream()
                        .map(t -> {
                            var row = new LinkedHashMap<String, Object>();
                            row.put("task", t.task().id());
                            row.put("taskId", t.taskId());
                            row.put("roles", t.task().roles());
                            t.task().rows().stream()
                                    .filter(due::containsKey)
                                    .findFirst()
                                    .ifPresent(r ->
                                            row.put("due", due.get(r).date().toString()));
                            return row;
                        })
                        .toList());
        answer.put(
                "waiting",
                process.waiting(dealId).stream()
                        .map(w -> Map.of(
                                "activity",
                                w.activity(),
                                "due",
                                w.due().toString(),
                                "error",
                                w.error(),
                                "id",
                                w.id(),
                                "state",
                                w.state(),
                                "since",
                                w.since().toString(),
                                "triesLeft",
                                w.triesLeft(),
                                "incident",
                                w.isIncident()))
                        .toList());
        answer.put(
                "completed",
                deal.all(TaskDone.FACT).stream()
                        .map(t -> Map.of("task", t.key(), "times", t.version()))
                        .toList());
        return answer;
    }

    /** Where the deal differs from its audit trail; everything is compared anew. */
    @GetMapping("/deals/{id}/differences")
    List<Difference> differences(@PathVariable String id, Principal principal) {
        return differences.whole(reader.deal(id, principal).id(), Reader.id(principal));
    }

    @GetMapping("/deals/{id}/gates")
    Map<String, Object> gates(@PathVariable String id, Principal principal) {
        DealFile deal = reader.deal(id, principal);
        DealId dealId = deal.id();
        var answer = new LinkedHashMap<String, Object>();
        var notApplicable = new ArrayList<Gate>();
        Sealed.Reading reading = sealed.reading(dealId, Reader.id(principal));
        for (Gate gate : Gate.values()) {
            if (gates.isAsked(deal, gate)) {
                answer.put(gate.name(), reading.cut(gates.check(deal, gate)));
            } else {
                notApplicable.add(gate);
            }
        }
        answer.put("notApplicable", notApplicable);
        return answer;
    }

    @PostMapping("/deals/{id}/tasks/{task}")
    Map<String, Object> complete(
            @PathVariable String id, @PathVariable String task, @RequestBody Body body, Principal principal) {
        DealId dealId = reader.deal(id, principal).id();
        HumanTask humanTask = HumanTask.byId(task).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        desk.complete(dealId, humanTask, body.taskId(), body.formValues(), Reader.id(principal));
        return Map.of("completed", task);
    }

    @PostMapping("/deals/{id}/entries/{entry}")
    Map<String, Object> record(
            @PathVariable String id, @PathVariable String entry, @RequestBody Body body, Principal principal) {
        DealId dealId = reader.deal(id, principal).id();
        Entry known = Entry.byId(entry).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        desk.record(dealId, known, body.formValues(), Reader.id(principal));
        return Map.of("entered", entry);
    }

    /** Lets a step that failed be tried again. @param step its id, as {@code waiting} of the deal tells it */
    @PostMapping("/deals/{id}/steps/{step}/again")
    Map<String, Object> tryAgain(@PathVariable String id, @PathVariable String step, Principal principal) {
        DealId dealId = reader.deal(id, principal).id();
        desk.tryAgain(dealId, step, Reader.id(principal));
        return Map.of("again", step);
    }

    /** @param choices value and label of what may be chosen; empty for a field that takes any text */
    record FieldAnswer(
            String name,
            FieldType type,
            boolean required,
            int maxLength,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            List<Choice> choices,
            List<FieldAnswer> columns) {

        record Choice(String value, String label) {}

        static FieldAnswer of(Field f, Wording wording) {
            return new FieldAnswer(
                    f.name(),
                    f.type(),
                    f.required(),
                    f.maxLength(),
                    f.min(),
                    f.max(),
                    f.choices().stream()
                            .map(c -> new Choice(c, label(f, c, wording)))
                            .toList(),
                    f.columns().stream().map(c -> of(c, wording)).toList());
        }

        private static String label(Field f, String choice, Wording wording) {
            String label = f.labels().getOrDefault(choice, f.type() == FieldType.CHOICE ? "#choice." + choice : choice);
            return label.startsWith("#") ? wording.text(label.substring(1)) : label;
        }
    }

    /** A form's fields with their limits, and what the deal offers the reader to choose today. */
    @GetMapping("/deals/{id}/forms/{form}")
    List<FieldAnswer> form(@PathVariable String id, @PathVariable String form, Principal principal) {
        DealId dealId = reader.deal(id, principal).id();
        FormSpec spec = HumanTask.byId(form)
                .<FormSpec>map(t -> t)
                .or(() -> Entry.byId(form))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (reader.roles(dealId, principal).stream().noneMatch(spec.roles()::contains)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return desk.fields(dealId, spec, Reader.id(principal)).stream()
                .map(f -> FieldAnswer.of(f, wording))
                .toList();
    }

    @PostMapping("/deals/{id}/files")
    Map<String, Object> upload(
            @PathVariable String id, @RequestParam String name, HttpServletRequest request, Principal principal)
            throws IOException {
        DealId dealId = reader.deal(id, principal).id();
        if (request.getContentLengthLong() > IncomingFile.MOST_BYTES) {
            throw IncomingFile.tooLarge();
        }
        try (IncomingFile file = IncomingFile.spool(request.getInputStream())) {
            return Map.of("sha256", desk.upload(dealId, "application/octet-stream", name, file, Reader.id(principal)));
        }
    }

    @PostMapping("/deals/{id}/practice-time")
    Map<String, Object> practiceTime(@PathVariable String id, @RequestParam String to, Principal principal) {
        DealId dealId = reader.deal(id, principal).id();
        Instant moment;
        try {
            moment = Instant.parse(to);
        } catch (java.time.DateTimeException e) {
            throw new Refused(List.of(Finding.field("practiceNow", "notADateTime", to)));
        }
        desk.movePracticeTime(dealId, moment, Reader.id(principal));
        return Map.of("now", to);
    }

    /**
     * What the scripted people of a practice deal would type: entries to make first, then the form of the task. For whoever
     * may do the task.
     */
    @GetMapping("/deals/{id}/script/{task}")
    Map<String, Object> script(@PathVariable String id, @PathVariable String task, Principal principal) {
        DealFile deal = reader.deal(id, principal);
        DealId dealId = deal.id();
        HumanTask humanTask = scripted(deal, task, principal);
        var entries = new ArrayList<Map<String, Object>>();
        script.entriesBefore(dealId, humanTask)
                .forEach(l -> entries.add(Map.of(
                        "entry",
                        l.entry().id(),
                        "by",
                        l.by().person().value(),
                        "values",
                        l.values().values())));
        return Map.of(
                "entries", entries, "by", script.by(dealId, humanTask).person().value());
    }

    /**
     * The form of a task as its scripted person would fill it. Its files are not stored yet: whoever sends the form stores
     * each under its name first, in their own name; the values carry the SHA-256 already.
     */
    @GetMapping("/deals/{id}/script/{task}/values")
    Map<String, Object> scriptValues(@PathVariable String id, @PathVariable String task, Principal principal) {
        DealFile deal = reader.deal(id, principal);
        DealId dealId = deal.id();
        HumanTask humanTask = scripted(deal, task, principal);
        Script.Filled filled = script.filled(dealId, humanTask);
        FormValues values = sealed.reading(dealId, Reader.id(principal)).cut(humanTask, filled.values());
        return Map.of(
                "values", values.values(),
                "tables", values.tables(),
                "files", filled.files());
    }

    /**
     * A task of a practice deal that is open, and the reader's to do: of what is not open the script knows nothing yet,
     * and what others type is theirs.
     */
    private HumanTask scripted(DealFile deal, String task, Principal principal) {
        DealId id = deal.id();
        HumanTask scripted = HumanTask.byId(task)
                .filter(t -> deal.deal().practice() && process.openTask(id, t).isPresent())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (reader.roles(id, principal).stream().noneMatch(scripted.roles()::contains)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return scripted;
    }
}
