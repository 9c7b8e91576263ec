package io.github.samuraidesk.web;

import io.github.samuraidesk.act.TaskDone;
import io.github.samuraidesk.clause.DealClauses;
import io.github.samuraidesk.clause.SlotText;
import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealClock;
import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.IncomingFile;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.deal.Said;
import io.github.samuraidesk.form.Field;
import io.github.samuraidesk.form.FieldType;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.rehearsal.Script;
import io.github.samuraidesk.workflow.Approvals;
import io.github.samuraidesk.workflow.DealProcess;
import io.github.samuraidesk.workflow.Desk;
import io.github.samuraidesk.workflow.Entry;
import io.github.samuraidesk.workflow.FormSpec;
import io.github.samuraidesk.workflow.Gates;
import io.github.samuraidesk.workflow.HumanTask;
import io.github.samuraidesk.workflow.OpenTask;
import io.github.samuraidesk.workflow.Sealed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.WebUtils;

/** The forms of tasks and entries: show, keep half-filled, send. A refusal shows the page again with all that was typed. */
@Controller
@RequestMapping("/deals/{id}")
class FormPages {

    private static final int SPARE_ROWS = 3;
    private static final int MORE_ROWS = 10;

    private final DealHead head;
    private final Reader reader;
    private final Desk desk;
    private final DealClauses clauses;
    private final Facts facts;
    private final DealProcess process;
    private final DealClock clock;
    private final Script script;
    private final Gates gates;
    private final Approvals approvals;
    private final Sealed sealed;

    FormPages(
            DealHead head,
            Reader reader,
            Desk desk,
            Facts facts,
            DealClauses clauses,
            DealProcess process,
            DealClock clock,
            Script script,
            Gates gates,
            Approvals approvals,
            Sealed sealed) {
        this.sealed = sealed;
        this.gates = gates;
        this.approvals = approvals;
        this.head = head;
        this.reader = reader;
        this.desk = desk;
        this.facts = facts;
        this.clauses = clauses;
        this.process = process;
        this.clock = clock;
        this.script = script;
    }

    @ModelAttribute(binding = false)
    DealFile head(@PathVariable String id, Principal principal, Model model) {
        return head.show(id, principal, model);
    }

    @GetMapping("/tasks/{task}")
    String task(DealFile deal, @PathVariable("task") String taskId, Principal principal, Model model) {
        DealId dealId = deal.id();
        HumanTask task = HumanTask.byId(taskId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Optional<OpenTask> open = process.openTask(dealId, task);
        var draft = desk.draft(dealId, task, Reader.id(principal));
        FormValues values = draft.map(d -> d.values())
                .orElseGet(() -> open.isPresent()
                        ? firstValues(deal, task)
                        : deal.one(TaskDone.FACT.at(task.id()))
                                .map(t -> sealed.reading(dealId, Reader.id(principal))
                                        .cut(task, new FormValues(t.values(), t.tables())))
                                .orElse(FormValues.empty()));
        return show(
                deal,
                task,
                values,
                List.of(),
                SPARE_ROWS,
                draft.map(d -> d.version()).orElse(0),
                principal,
                model);
    }

    /** What the deal already knows is typed in before the person starts: one row per tranche, manager or bond. */
    private FormValues firstValues(DealFile deal, HumanTask task) {
        FormValues values = FormValues.empty();
        for (Field f : task.fields()) {
            if (f.type() != FieldType.TABLE
                    || f.columns().stream().noneMatch(c -> c.name().equals("tranche"))) {
                continue;
            }
            if (f.columns().stream()
                    .anyMatch(c -> c.name().equals("manager") || c.name().equals("investor"))) {
                continue;
            }
            values = values.withTable(
                    f.name(),
                    DealBook.liveTranches(deal).stream()
                            .map(t -> {
                                Map<String, String> row = new LinkedHashMap<>();
                                row.put("tranche", t.id());
                                return row;
                            })
                            .toList());
        }
        return values;
    }

    private String show(
            DealFile deal,
            FormSpec form,
            FormValues values,
            List<Finding> findings,
            int spareRows,
            int draftVersion,
            Principal principal,
            Model model) {
        DealId id = deal.id();
        boolean task = form instanceof HumanTask;
        Optional<OpenTask> open = task ? process.openTask(id, (HumanTask) form) : Optional.empty();
        List<Finding> obstacles = desk.obstacles(id, form, Reader.id(principal));
        boolean mayWrite = reader.roles(id, principal).stream().anyMatch(form.roles()::contains);
        model.addAttribute(
                "form",
                mayWrite
                        ? FormView.of(desk.fields(id, form, Reader.id(principal)), values, findings, spareRows)
                        : FormView.of(form.fields(), FormValues.empty(), findings, 0));
        model.addAttribute("spec", form);
        model.addAttribute("isTask", task);
        model.addAttribute("titleKey", (task ? "task." : "entry.") + form.id());
        model.addAttribute("openTask", open.orElse(null));
        model.addAttribute("isOpen", !task || open.isPresent());
        model.addAttribute("done", task ? deal.said(TaskDone.FACT.at(form.id())).orElse(null) : null);
        model.addAttribute("obstacles", obstacles);
        // who has no right gains none by an override, nor does anything else that is no gate
        model.addAttribute(
                "overridable",
                obstacles.stream()
                        .map(Finding::rule)
                        .filter(rule -> mayWrite
                                && form.gates().stream().anyMatch(g -> g.name().equals(rule)))
                        .findFirst()
                        .orElse(null));
        model.addAttribute(
                "notAsked",
                form.gates().stream().filter(g -> !gates.isAsked(deal, g)).toList());
        model.addAttribute("barred", desk.isBarred(id, form, Reader.id(principal)));
        model.addAttribute("mayWrite", mayWrite);
        model.addAttribute("draftVersion", draftVersion);
        model.addAttribute(
                "draft",
                task ? desk.draft(id, (HumanTask) form, Reader.id(principal)).orElse(null) : null);
        model.addAttribute("due", task ? desk.dueDate(id, (HumanTask) form).orElse(null) : null);
        model.addAttribute("liveTranches", DealBook.liveTranches(deal));
        boolean drafting = form == HumanTask.DRAFT_PAPERS;
        model.addAttribute("reviewFindings", drafting ? sentBack(deal).orElse("") : "");
        model.addAttribute("toApproveAgain", drafting && sentBack(deal).isPresent() ? toApproveAgain(deal) : Map.of());
        return "pages/form";
    }

    /** Why the papers were last sent back, by the review, the pre-filing review or at the filing, while it stands. */
    private Optional<String> sentBack(DealFile deal) {
        return Stream.of(HumanTask.REVIEW_PAPERS, HumanTask.CLEAR_PRE_FILING_REVIEW, HumanTask.FILE_STATEMENT)
                .flatMap(t -> deal.said(TaskDone.FACT.at(t.id())).stream())
                // in the order of the process: of two on one moment the later step spoke last
                .reduce((a, b) -> a.businessAt().isAfter(b.businessAt()) ? a : b)
                .map(Said::value)
                .map(TaskDone::values)
                .filter(v -> "REJECT".equals(v.get("verdict"))
                        || HumanTask.FILE_STATEMENT.sendsBack(new FormValues(v, Map.of())))
                .map(v -> v.getOrDefault("findings", v.getOrDefault("reason", "")));
    }

    /** Approvals that stand and will fall once the papers say something else, by paper. */
    private Map<String, List<Role>> toApproveAgain(DealFile deal) {
        var standing = new LinkedHashMap<String, List<Role>>();
        gates.nextPapers(deal).forEach(paper -> {
            List<Role> roles = approvals.of(deal, paper).stream()
                    .filter(say -> say.state() == Approvals.State.APPROVED)
                    .map(Approvals.Say::role)
                    .toList();
            if (!roles.isEmpty()) {
                standing.put(paper.code(), roles);
            }
        });
        return standing;
    }

    @PostMapping("/tasks/{task}")
    String send(
            DealFile deal,
            @PathVariable("task") String taskId,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(defaultValue = "complete") String action,
            HttpServletRequest request,
            Principal principal,
            HttpServletResponse response,
            Model model)
            throws IOException {
        DealId dealId = deal.id();
        HumanTask task = HumanTask.byId(taskId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        FormValues values = FormReading.read(task.fields(), parameters);
        int draftVersion = version(parameters);
        if (action.equals("show")) {
            return show(deal, task, values, List.of(), SPARE_ROWS, draftVersion, principal, model);
        }
        if (action.equals("script") && deal.deal().practice()) {
            return script(dealId, task, draftVersion, principal, model);
        }
        try {
            values = withUploads(dealId, task, withoutPrefilledRows(task, values), request, principal);
            switch (action) {
                case "save" -> {
                    desk.saveDraft(dealId, task, values, draftVersion, Reader.id(principal));
                    return "redirect:/deals/" + dealId + "/tasks/" + taskId + "?saved";
                }
                case "rows" -> {
                    return show(facts.of(dealId), task, values, List.of(), MORE_ROWS, draftVersion, principal, model);
                }
                default -> {
                    String shown = parameters.getFirst("taskId");
                    desk.complete(dealId, task, shown, values, Reader.id(principal));
                    return "redirect:/deals/" + dealId + "?done=" + taskId;
                }
            }
        } catch (Refused refused) {
            Problems.mark(response, refused.findings());
            // What was typed is kept on the page, never replaced by what somebody else saved.
            int version = desk.draft(dealId, task, Reader.id(principal))
                    .map(d -> d.version())
                    .orElse(0);
            return show(facts.of(dealId), task, values, refused.findings(), SPARE_ROWS, version, principal, model);
        }
    }

    /**
     * On a practice deal, what the script would say is typed in for the reader to look at and send; files are stored and
     * entries made in the reader's own name, and those of others are for them to make.
     */
    private String script(DealId id, HumanTask task, int draftVersion, Principal principal, Model model) {
        PersonId me = Reader.id(principal);
        if (reader.roles(id, principal).stream().noneMatch(task.roles()::contains)) {
            String who = task.roles().stream().map(Role::name).sorted().collect(Collectors.joining(", "));
            throw new Refused(List.of(Finding.rule("ACCESS", Problems.SEGREGATION, task.id(), who, "noRight", who)));
        }
        var others = new TreeMap<String, TreeSet<String>>();
        for (Script.Line line : script.entriesBefore(id, task)) {
            if (line.by().person().equals(me)) {
                desk.record(id, line.entry(), line.values(), me);
            } else {
                others.computeIfAbsent(line.by().person().value(), k -> new TreeSet<>())
                        .add(line.entry().id());
            }
        }
        List<Finding> findings = others.entrySet().stream()
                .flatMap(e -> e.getValue().stream()
                        .map(entry ->
                                Finding.rule("SCRIPT", "", entry, e.getKey(), "scriptedByOthers", e.getKey(), entry)))
                .toList();
        Script.Filled filled = script.filled(id, task);
        filled.files().forEach(f -> desk.upload(id, f.mediaType(), f.name(), f.bytes(), me));
        return show(
                facts.of(id),
                task,
                sealed.reading(id, me).cut(task, filled.values()),
                findings,
                0,
                draftVersion,
                principal,
                model);
    }

    /** Rows that the page began with the tranche's name are no answer where the table is not asked. */
    private static FormValues withoutPrefilledRows(HumanTask task, FormValues values) {
        var tables = new LinkedHashMap<>(values.tables());
        task.fields().stream()
                .filter(f -> f.type() == FieldType.TABLE && !f.isAsked(values))
                .forEach(f -> tables.computeIfPresent(
                        f.name(), (name, rows) -> rows.stream().allMatch(FormPages::namesOnlyATranche) ? null : rows));
        return new FormValues(values.values(), tables);
    }

    private static boolean namesOnlyATranche(Map<String, String> row) {
        return row.entrySet().stream()
                .allMatch(e -> e.getKey().equals("tranche") || e.getValue().isBlank());
    }

    private static int version(MultiValueMap<String, String> parameters) {
        String text = parameters.getFirst("draftVersion");
        return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    private FormValues withUploads(
            DealId id, FormSpec form, FormValues values, HttpServletRequest request, Principal principal)
            throws IOException {
        var findings = new ArrayList<Finding>();
        FormValues with = values;
        MultipartHttpServletRequest sent = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        if (sent == null) {
            return values;
        }
        for (Field f : form.fields()) {
            if (f.type() != FieldType.FILE) {
                continue;
            }
            MultipartFile file = sent.getFile("file:" + f.name());
            if (file == null
                    || Optional.ofNullable(file.getOriginalFilename())
                            .orElse("")
                            .isEmpty()) {
                continue;
            }
            if (file.isEmpty()) {
                findings.add(Finding.field(f.name(), "fileEmpty", file.getOriginalFilename()));
                continue;
            }
            String name = Optional.ofNullable(file.getOriginalFilename())
                    .orElse("file")
                    .replaceAll(".*[/\\\\]", "");
            boolean pdf = name.toLowerCase(java.util.Locale.ROOT).endsWith(".pdf");
            String type = pdf ? "application/pdf" : "application/octet-stream";
            try (IncomingFile spooled = IncomingFile.spool(file.getInputStream())) {
                with = with.with(f.name(), desk.upload(id, type, shortened(name), spooled, Reader.id(principal)));
            } catch (Refused refused) {
                // what is wrong with the file stands at the field that it was chosen in
                refused.findings().stream()
                        .map(x -> x.field().equals("file")
                                ? Finding.field(f.name(), x.code(), x.args().toArray(String[]::new))
                                : x)
                        .forEach(findings::add);
            }
        }
        Refused.unlessNone(findings);
        return with;
    }

    private static String returnTo(@Nullable String back) {
        return back != null && back.matches("[a-z/-]{0,60}") ? back : "";
    }

    /** The clause that a form is about, as it reads now: its text never travels in an address. */
    private FormValues withClause(DealFile deal, Entry entry, FormValues values) {
        String name = entry == Entry.SLOT ? "slot" : "clause";
        boolean wording = entry == Entry.SLOT || entry == Entry.EDIT_CLAUSE || entry == Entry.PROPOSE_CHANGE;
        if (!wording) {
            return values;
        }
        Optional<DealClauses.Worded> clause = clauses.find(deal, values.text(name));
        FormValues with = values;
        if (clause.isEmpty()) {
            String text = deal.one(SlotText.FACT.at(values.text(name)))
                    .map(SlotText::text)
                    .orElse("");
            return with.has("text") ? with : with.with("text", text);
        }
        String ja = entry == Entry.SLOT ? "text" : "textJa";
        with = with.has(ja) ? with : with.with(ja, clause.get().ja());
        with = with.has("textEn") ? with : with.with("textEn", clause.get().en());
        return with.has("seenSha256")
                ? with
                : with.with("seenSha256", clause.get().seenSha256());
    }

    private static String shortened(String name) {
        int from = Math.max(0, name.length() - 200);
        return name.substring(from > 0 && Character.isLowSurrogate(name.charAt(from)) ? from + 1 : from);
    }

    @GetMapping("/entries/{entry}")
    String entry(
            DealFile deal,
            @PathVariable("entry") String entryId,
            @RequestParam MultiValueMap<String, String> parameters,
            Principal principal,
            Model model) {
        Entry entry = Entry.byId(entryId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("back", returnTo(parameters.getFirst("back")));
        return show(
                deal,
                entry,
                withClause(deal, entry, FormReading.read(entry.fields(), parameters)),
                List.of(),
                SPARE_ROWS,
                0,
                principal,
                model);
    }

    @PostMapping("/entries/{entry}")
    String enter(
            DealFile deal,
            @PathVariable("entry") String entryId,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(defaultValue = "") String back,
            @RequestParam(defaultValue = "complete") String action,
            HttpServletRequest request,
            Principal principal,
            HttpServletResponse response,
            Model model)
            throws IOException {
        DealId dealId = deal.id();
        Entry entry = Entry.byId(entryId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        FormValues values = FormReading.read(entry.fields(), parameters);
        if (action.equals("show")) {
            model.addAttribute("back", returnTo(back));
            return show(deal, entry, values, List.of(), SPARE_ROWS, 0, principal, model);
        }
        try {
            values = withUploads(dealId, entry, values, request, principal);
            desk.record(dealId, entry, values, Reader.id(principal));
            String page = returnTo(back);
            return "redirect:/deals/" + dealId + (page.isEmpty() ? "" : "/" + page) + "?entered=" + entryId;
        } catch (Refused refused) {
            boolean stale = refused.findings().stream().anyMatch(f -> f.rule().equals("STALE"));
            Problems.mark(response, refused.findings());
            model.addAttribute("back", returnTo(back));
            DealFile now = facts.of(dealId);
            if (stale) {
                // the finding shows what the other person wrote: sending again is then a decision
                values = withClause(now, entry, values.with("seenSha256", ""));
            }
            return show(now, entry, values, refused.findings(), SPARE_ROWS, 0, principal, model);
        }
    }
}
