package io.github.samuraidesk.workflow;

import io.github.samuraidesk.access.FirmList;
import io.github.samuraidesk.access.Firms;
import io.github.samuraidesk.access.Member;
import io.github.samuraidesk.access.People;
import io.github.samuraidesk.act.TaskDone;
import io.github.samuraidesk.audit.EvidencePack;
import io.github.samuraidesk.audit.Trail;
import io.github.samuraidesk.clause.DealClauses;
import io.github.samuraidesk.deal.Blobs;
import io.github.samuraidesk.deal.Deal;
import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealClock;
import io.github.samuraidesk.deal.DealEvent;
import io.github.samuraidesk.deal.DealEvents;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.IncomingFile;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.deal.SealedEvent;
import io.github.samuraidesk.deal.TermSheet;
import io.github.samuraidesk.deal.TermSheetForm;
import io.github.samuraidesk.disclosure.Typesetter;
import io.github.samuraidesk.disclosure.UploadedPdf;
import io.github.samuraidesk.form.Field;
import io.github.samuraidesk.form.FieldType;
import io.github.samuraidesk.form.FormCheck;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.law.PackImpact;
import io.github.samuraidesk.law.Route;
import io.github.samuraidesk.law.RouteDecider;
import io.github.samuraidesk.law.RouteQuestion;
import io.github.samuraidesk.law.RulePack;
import io.github.samuraidesk.law.RulePacks;
import io.github.samuraidesk.law.Timetable;
import io.github.samuraidesk.registration.DealDates;
import io.github.samuraidesk.registration.Effectiveness;
import io.github.samuraidesk.registration.RouteConfirmed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one way to change a deal. Every verb takes its turn at the deal and then its lock, checks access, form, gates and rules, and commits the
 * facts, their events and the process's step together; a refusal leaves nothing behind but its own event.
 */
@Service
public class Desk {

    /** Roles whose people may let a step of the program that failed be tried again. */
    public static final Set<Role> MAY_TRY_AGAIN = Set.of(Role.ISSUER, Role.LEAD_MANAGER, Role.ISSUERS_COUNSEL);

    private static final int MOST_ROUNDS = 5;

    private final DealBook deals;
    private final Facts facts;
    private final Blobs blobs;
    private final DealEvents events;
    private final Trail trail;
    private final DealClock clock;
    private final People people;
    private final RulePacks packs;
    private final DealClauses clauses;
    private final DealProcess process;
    private final Drawings drawings;
    private final DealTasks tasks;
    private final DealEntries entries;
    private final Drafts drafts;
    private final Naming naming;
    private final Sealed sealed;
    private final DealLists lists;
    private final Firms firms;
    private final Gates gates;
    private final RouteDecider routes;
    private final DealCalendar calendar;
    private final FormCheck formCheck;
    private final TransactionTemplate transaction;
    private final Turns turns;
    private final EvidencePack evidence;

    Desk(
            DealBook deals,
            Facts facts,
            Blobs blobs,
            DealEvents events,
            Trail trail,
            DealClock clock,
            People people,
            RulePacks packs,
            DealClauses clauses,
            DealProcess process,
            Drawings drawings,
            DealTasks tasks,
            DealEntries entries,
            Drafts drafts,
            Naming naming,
            Sealed sealed,
            DealLists lists,
            Firms firms,
            Gates gates,
            RouteDecider routes,
            DealCalendar calendar,
            Typesetter typesetter,
            TransactionTemplate transaction,
            Turns turns,
            EvidencePack evidence) {
        this.deals = deals;
        this.facts = facts;
        this.blobs = blobs;
        this.events = events;
        this.trail = trail;
        this.clock = clock;
        this.people = people;
        this.packs = packs;
        this.clauses = clauses;
        this.process = process;
        this.drawings = drawings;
        this.tasks = tasks;
        this.entries = entries;
        this.drafts = drafts;
        this.naming = naming;
        this.sealed = sealed;
        this.lists = lists;
        this.firms = firms;
        this.gates = gates;
        this.routes = routes;
        this.calendar = calendar;
        this.formCheck = new FormCheck(typesetter::canPrint);
        this.transaction = transaction;
        this.turns = turns;
        this.evidence = evidence;
    }

    /** Every fault of a term sheet, all at once. */
    public List<Finding> check(FormValues termSheet) {
        FirmList known = firms.list();
        var findings = new ArrayList<>(TermSheetForm.check(TermSheetFirms.resolved(termSheet, known), formCheck));
        findings.addAll(EnteredDates.mustBeOpenDays(packs.inForce(), termSheet));
        findings.addAll(TermSheetFirms.check(termSheet, known));
        return findings;
    }

    /**
     * Opens a deal from a term sheet and starts its process; the opener becomes a member.
     *
     * @param practiceDate business date of a practice deal, or null for a real deal
     */
    public DealId open(
            FormValues asTyped,
            Set<String> assumed,
            @Nullable LocalDate practiceDate,
            PersonId person,
            List<Member> members) {
        Refused.unlessNone(check(asTyped));
        FormValues termSheet = TermSheetFirms.resolved(asTyped, firms.list());
        boolean mayOpen =
                people.find(person.value()).filter(p -> p.mayOpenDeals()).isPresent();
        if (practiceDate == null && !mayOpen) {
            throw new Refused(List.of(
                    Finding.rule("ACCESS", "house rule: segregation of duties", "deal", "", "mayNotOpenDeals")));
        }
        DealId id = new DealId(termSheet.text("dealId"));
        return turns.take(
                id,
                () -> inTransaction(() -> {
                    // The pack of the deal's own day; what came into force later is offered, and a person decides.
                    RulePack pack = practiceDate == null ? packs.inForce() : packs.inForce(practiceDate);
                    packs.keep(pack, PersonId.PROGRAM);
                    deals.open(
                            new Deal(id, practiceDate != null, pack.sha256(), practiceDate),
                            TermSheetForm.termSheet(termSheet, assumed),
                            person);
                    clauses.pin(id, practiceDate == null ? packs.today() : practiceDate, PersonId.PROGRAM);
                    for (Member m : members) {
                        Member member = naming.withFirm(m);
                        people.find(member.person().value()).ifPresent(p -> {
                            var findings = new ArrayList<>(naming.onAccount(p));
                            // in a rehearsal the scripted people speak for the firms of the term sheet
                            if (practiceDate == null) {
                                findings.addAll(naming.onFirm(member, p));
                            }
                            Refused.unlessNone(findings);
                        });
                        people.join(member);
                        events.append(joined(member, person));
                    }
                    process.start(id);
                    drawings.taken(id, PersonId.PROGRAM);
                    return id;
                }));
    }

    /** Keeps what the market published of a practice deal's result. */
    public void recordOutcome(DealId id, io.github.samuraidesk.deal.Outcome outcome, PersonId person) {
        act(id, "outcome", person, () -> {
            facts.record(id, "published", outcome, person);
            return id;
        });
    }

    /** Names a member of a deal, for the firm that the person belongs to. */
    public void join(Member asked, PersonId person) {
        act(asked.dealId(), "join " + described(asked), person, () -> {
            Member member = naming.withFirm(asked);
            Refused.unlessNone(naming.onJoining(member, person));
            people.join(member);
            events.append(joined(member, person));
            return member;
        });
    }

    private DealEvent joined(Member member, PersonId person) {
        return new DealEvent(
                member.dealId(),
                "memberJoined",
                person,
                clock.now(member.dealId()),
                Map.of("person", member.person().value(), "role", member.role().name(), "firm", member.firm()));
    }

    /** Roles that a person may give to others on a deal. */
    public List<Role> rolesToGive(DealId id, PersonId person) {
        return naming.rolesToGive(id, person);
    }

    /** Takes a member's role away. The last issuer and oneself stay. */
    public void leave(Member member, PersonId person) {
        act(member.dealId(), "leave " + described(member), person, () -> {
            Refused.unlessNone(naming.onLeaving(member, person));
            people.leave(member);
            events.append(new DealEvent(
                    member.dealId(),
                    "memberLeft",
                    person,
                    clock.now(member.dealId()),
                    Map.of(
                            "person",
                            member.person().value(),
                            "role",
                            member.role().name())));
            return member;
        });
    }

    private static String described(Member member) {
        return member.person().value() + " " + member.role().name();
    }

    /** Stores an uploaded file of a deal and returns its SHA-256. */
    public String upload(DealId id, String mediaType, String fileName, byte[] bytes, PersonId person) {
        try (IncomingFile file = IncomingFile.of(bytes)) {
            return upload(id, mediaType, fileName, file, person);
        }
    }

    /** Stores an uploaded file of a deal, streaming it, and returns its SHA-256. */
    public String upload(DealId id, String mediaType, String fileName, IncomingFile file, PersonId person) {
        boolean saysPdf = fileName.toLowerCase(java.util.Locale.ROOT).endsWith(".pdf");
        // looked at before the lock: a large file takes a while
        List<Finding> nameFaults = FileName.faults(fileName);
        boolean broken = nameFaults.isEmpty()
                && saysPdf
                && UploadedPdf.pages(file.path()).isEmpty();
        return act(id, "upload " + (nameFaults.isEmpty() ? fileName : ""), person, () -> {
            mustBeActiveMember(id, person);
            Refused.unlessNone(nameFaults);
            if (broken) {
                throw new Refused(List.of(Finding.field("file", "notAPdf", fileName)));
            }
            String sha256 = blobs.store(id, mediaType, fileName, file);
            events.append(new DealEvent(
                    id,
                    "fileStored",
                    person,
                    clock.now(id),
                    Map.of("sha256", sha256, "fileName", fileName, "size", file.size())));
            return sha256;
        });
    }

    /**
     * Makes the deal's evidence pack. Auditors and the issuer's side may, and nobody while bids are sealed.
     *
     * @param differences whether a pack is wanted although the deal differs from its trail
     */
    public EvidencePack.Pack makeEvidencePack(DealId id, boolean differences, PersonId person) {
        return act(id, "evidencePack", person, () -> {
            Set<Role> roles = people.roles(id, person);
            if (!roles.contains(Role.AUDITOR) && roles.stream().noneMatch(Role::isIssuersSide)) {
                throw new Refused(List.of(Finding.rule(
                        "ACCESS", "house rule: segregation of duties", "evidence", "AUDITOR", "noRight", "AUDITOR")));
            }
            if (sealed.areSealed(id)) {
                throw new Refused(List.of(Finding.field("evidencePack", "bidsAreSealed")));
            }
            return differences ? evidence.makeWithDifferences(id, person) : evidence.make(id, person);
        });
    }

    /**
     * Completes a task.
     *
     * @param taskId the task as the person saw it; another id, or none left, refuses as stale
     */
    public void complete(DealId id, HumanTask task, @Nullable String taskId, FormValues typed, PersonId person) {
        whileFactsHold(
                task.id(),
                () -> complete(
                        id,
                        task,
                        taskId,
                        typed,
                        person,
                        prepared(
                                id,
                                task,
                                person,
                                typed,
                                chosen -> process.openTask(id, task).isPresent()
                                        ? tasks.prepare(id, task, chosen)
                                        : Ready.NOTHING)));
    }

    /** Long work for a form; what is refused anyway costs none, and the refusal itself comes under the lock. */
    private Ready prepared(
            DealId id, FormSpec form, PersonId person, FormValues typed, Function<FormValues, Ready> work) {
        if (!accessFindings(id, form, person).isEmpty()) {
            return Ready.NOTHING;
        }
        List<Field> fields = lists.fields(id, form, person);
        FormValues values = lists.chosen(fields, typed);
        return formCheck.check(fields, values).isEmpty()
                        && fileFindings(id, fields, values, person).isEmpty()
                ? work.apply(values)
                : Ready.NOTHING;
    }

    private void complete(
            DealId id, HumanTask task, @Nullable String taskId, FormValues typed, PersonId person, Ready ready) {
        act(id, "task " + task.id(), person, () -> {
            List<Field> fields = lists.fields(id, task, person);
            FormValues values = lists.chosen(fields, typed);
            Optional<OpenTask> open = process.openTask(id, task);
            if (open.isEmpty() || (taskId != null && !taskId.equals(open.get().taskId()))) {
                Refused.unlessNone(accessFindings(id, task, person));
                var findings = new ArrayList<Finding>(List.of(taskIsGone(id, task)));
                findings.addAll(gates.check(facts.of(id), task.gates()));
                throw new Refused(findings);
            }
            mustPass(id, task, fields, values, person);
            drawingMustHaveTheWayBack(open.get(), values);
            Map<String, Object> gateway = tasks.apply(id, task, values, person, ready);
            process.complete(open.get(), gateway);
            process.moveTimers(id);
            drafts.remove(id, task.id());
            events.append(new DealEvent(
                    id,
                    "taskCompleted",
                    person,
                    clock.now(id),
                    Map.of(
                            "task",
                            task.id(),
                            "rows",
                            task.rows(),
                            "paperSet",
                            open.get().paperSet())));
            return task;
        });
    }

    /** A deal that runs on a drawing without the way back would go on as if it had been filed. */
    private void drawingMustHaveTheWayBack(OpenTask open, FormValues values) {
        if (open.task().sendsBack(values)
                && !process.draws(
                        open, open.task() == HumanTask.FILE_STATEMENT ? "isStatementFiled" : "isPreFilingCleared")) {
            throw new Refused(List.of(Finding.field("outcome", "drawingHasNoWayBack")));
        }
    }

    /** Records an entry beside the tasks. */
    public void record(DealId id, Entry entry, FormValues typed, PersonId person) {
        whileFactsHold(
                entry.id(),
                () -> record(
                        id,
                        entry,
                        typed,
                        person,
                        prepared(id, entry, person, typed, chosen -> entries.prepare(id, entry, chosen))));
    }

    private void record(DealId id, Entry entry, FormValues typed, PersonId person, Ready ready) {
        act(id, "entry " + entry.id(), person, () -> {
            List<Field> fields = lists.fields(id, entry, person);
            FormValues values = lists.chosen(fields, typed);
            mustPass(id, entry, fields, values, person);
            entries.apply(id, entry, values, person, ready);
            process.moveTimers(id);
            events.append(new DealEvent(
                    id, "entryMade", person, clock.now(id), Map.of("entry", entry.id(), "values", values.values())));
            return entry;
        });
    }

    /**
     * Lets a step of the program that failed be tried again.
     *
     * @param waitingId as {@link DealProcess#waiting} told it; one that is no incident any more refuses as stale
     */
    public void tryAgain(DealId id, String waitingId, PersonId person) {
        String what = "step "
                + process.waiting(id).stream()
                        .filter(w -> w.id().equals(waitingId))
                        .map(DealProcess.Waiting::activity)
                        .findFirst()
                        .orElse("");
        act(id, what, person, () -> {
            if (people.roles(id, person).stream().noneMatch(MAY_TRY_AGAIN::contains)) {
                throw new Refused(
                        List.of(noRight(MAY_TRY_AGAIN.stream().sorted().toList(), "step")));
            }
            DealProcess.Waiting step = process.waiting(id).stream()
                    .filter(w -> w.id().equals(waitingId) && w.isIncident())
                    .findFirst()
                    .orElseThrow(() -> new Refused(List.of(Finding.rule("STALE", "", "step", "", "stepNotStopped"))));
            process.tryAgain(id, waitingId);
            events.append(new DealEvent(
                    id, "stepTriedAgain", person, clock.now(id), Map.of("what", what, "error", step.error())));
            return step;
        });
    }

    /** Long work is done before the deal's lock is taken, and again when people changed the facts meanwhile. */
    private static void whileFactsHold(String act, Runnable work) {
        for (int round = 1; round <= MOST_ROUNDS; round++) {
            try {
                work.run();
                return;
            } catch (Ready.Outdated outdated) {
                // the next round reads the facts anew
            }
        }
        throw new Refused(List.of(Finding.rule("STALE", "", act, "", "factsChanged")));
    }

    /**
     * Keeps a half-filled task as typed; entries, bids among them, have no draft.
     *
     * @return the version that the next save must name
     */
    public int saveDraft(DealId id, HumanTask form, FormValues values, int version, PersonId person) {
        return act(id, "draft " + form.id(), person, () -> {
            Refused.unlessNone(accessFindings(id, form, person));
            return drafts.save(id, sealed.reading(id, person).draftKey(form), values, version, person, clock.now(id));
        });
    }

    /** The half-filled form as this person may read it. */
    public Optional<Drafts.Draft> draft(DealId id, HumanTask form, PersonId person) {
        // earlier programs kept one draft for all firms: whoever typed it may go on with it
        return drafts.find(id, sealed.reading(id, person).draftKey(form))
                .or(() -> drafts.find(id, form.id()).filter(d -> d.person().equals(person.value())));
    }

    /** Moves the business time of a practice deal. */
    public void movePracticeTime(DealId id, Instant to, PersonId person) {
        act(id, "practiceTime " + to, person, () -> {
            mustBeActiveMember(id, person);
            deals.movePracticeTime(id, to, person);
            return id;
        });
    }

    /** Acts that offer the bond to somebody, or rest on such an offer. */
    private static final Set<String> OFFERS = Set.of(
            Entry.SOUNDING.id(),
            Entry.GUIDANCE.id(),
            Entry.ORDER.id(),
            HumanTask.CONDUCT_SOUNDING.id(),
            HumanTask.RUN_BOOK.id());

    /**
     * Nobody offers a bond on a route whose disclosure the program does not carry, and nothing that passes a gate is done on
     * a deal that is no Samurai bond: its gates do not apply.
     */
    private List<Finding> trackFindings(DealId id, FormSpec form) {
        if (!form.gates().isEmpty()
                && facts.of(id)
                        .one(RouteConfirmed.SIGNED)
                        .filter(r -> r.route() == Route.NOT_A_SAMURAI)
                        .isPresent()) {
            return List.of(Finding.rule(
                    "TRACK",
                    packs.of(facts.of(id)).route(Route.NOT_A_SAMURAI).basis(),
                    "route",
                    Role.ISSUERS_COUNSEL.name(),
                    "dealIsNoSamurai"));
        }
        return OFFERS.contains(form.id()) ? routeWithoutTrack(id).stream().toList() : List.of();
    }

    /** What to know of the deal's route, signed or suggested, where the program does not carry it to the end. */
    public Optional<Finding> routeWithoutTrack(DealId id) {
        return Optional.of(calendar.route(facts.of(id)))
                .filter(r -> !r.isWhole())
                .map(r -> Finding.rule(
                        "TRACK",
                        packs.of(facts.of(id)).route(r).basis(),
                        "route",
                        Role.ISSUERS_COUNSEL.name(),
                        "routeHasNoWholeTrack",
                        r.name()));
    }

    /** The fields of a form with the choices that the deal offers this person today. */
    public List<Field> fields(DealId id, FormSpec form, PersonId person) {
        return lists.fields(id, form, person);
    }

    /** What stands between this person and sending this form now; empty means that the button works. */
    public List<Finding> obstacles(DealId id, FormSpec form, PersonId person) {
        var findings = new ArrayList<>(accessFindings(id, form, person));
        findings.addAll(trackFindings(id, form));
        findings.addAll(gates.check(facts.of(id), form.gates(), form.id()));
        return sealed.reading(id, person).cut(findings);
    }

    /** Whether no answer to this form can be sent by this person now: the gates may leave a way back open. */
    public boolean isBarred(DealId id, FormSpec form, PersonId person) {
        return form.hasWayBack()
                ? !accessFindings(id, form, person).isEmpty()
                : !obstacles(id, form, person).isEmpty();
    }

    private void mustPass(DealId id, FormSpec form, List<Field> fields, FormValues values, PersonId person) {
        Refused.unlessNone(accessFindings(id, form, person));
        var findings = new ArrayList<Finding>();
        formCheck.check(fields, values).forEach(f -> findings.add(lists.explained(Finding.of(f))));
        findings.addAll(fileFindings(id, fields, values, person));
        findings.addAll(trackFindings(id, form));
        findings.addAll(gates.check(facts.of(id), form.gates(values), form.id()));
        Refused.unlessNone(findings);
        gates.overridden(facts.of(id), form.gates(values), form.id()).forEach((override, passed) -> {
            facts.record(id, GateOverride.key(override.gate(), form.id()), override.spent(), person);
            events.append(new DealEvent(
                    id,
                    "gateOverridden",
                    person,
                    clock.now(id),
                    Map.of(
                            "gate",
                            override.gate().name(),
                            "act",
                            form.id(),
                            "reason",
                            override.reason(),
                            "askedBy",
                            override.askedBy(),
                            "confirmedBy",
                            override.confirmedBy(),
                            "passed",
                            passed.stream().map(Finding::code).toList())));
        });
    }

    /** A form reads no file that its sender could not open; one that is kept from them is to them not stored. */
    private List<Finding> fileFindings(DealId id, List<Field> fields, FormValues values, PersonId person) {
        Map<String, String> named = files("", fields, values);
        if (named.isEmpty()) {
            return List.of();
        }
        Sealed.Reading reading = sealed.reading(id, person);
        return named.entrySet().stream()
                .filter(f -> !blobs.has(id, f.getValue()) || reading.hidesFile(f.getValue()))
                .map(f -> Finding.field(f.getKey(), "fileUnknown", f.getValue()))
                .toList();
    }

    /** Hashes in the fields and columns that take a file; what is no hash is the form check's to refuse. */
    private static Map<String, String> files(String prefix, List<Field> fields, FormValues values) {
        var files = new LinkedHashMap<String, String>();
        for (Field f : fields) {
            if (f.type() == FieldType.FILE && FormCheck.isSha256(values.text(f.name()))) {
                files.put(prefix + f.name(), values.text(f.name()));
            } else if (f.type() == FieldType.TABLE) {
                List<FormValues> rows = values.rows(f.name());
                for (int row = 0; row < rows.size(); row++) {
                    files.putAll(files(f.name() + "[" + row + "].", f.columns(), rows.get(row)));
                }
            }
        }
        return files;
    }

    private List<Finding> accessFindings(DealId id, FormSpec form, PersonId person) {
        return people.roles(id, person).stream().anyMatch(form.roles()::contains)
                ? List.of()
                : List.of(noRight(List.copyOf(form.roles()), form.id()));
    }

    private static Finding noRight(List<Role> roles, String field) {
        String who = roles.stream().map(Role::name).collect(Collectors.joining(", "));
        return Finding.rule("ACCESS", "house rule: segregation of duties", field, who, "noRight", who);
    }

    private Finding taskIsGone(DealId id, HumanTask task) {
        return facts.of(id)
                .said(TaskDone.FACT.at(task.id()))
                .map(done -> Finding.rule(
                        "STALE", "", task.id(), "", "taskAlreadyDone", done.person(), tokyo(done.businessAt())))
                .orElseGet(() -> Finding.rule("STALE", "", task.id(), "", "taskNotOpen"));
    }

    static String tokyo(Instant instant) {
        return instant.atZone(DealClock.TOKYO)
                .toLocalDateTime()
                .truncatedTo(java.time.temporal.ChronoUnit.MINUTES)
                .toString()
                .replace('T', ' ');
    }

    /** Auditors read; whoever changes anything has another role besides. */
    private void mustBeActiveMember(DealId id, PersonId person) {
        if (people.roles(id, person).stream().allMatch(r -> r == Role.AUDITOR)) {
            throw new Refused(List.of(noRight(List.of(Role.ISSUER, Role.LEAD_MANAGER), "deal")));
        }
    }

    private <T> T inTransaction(Supplier<T> work) {
        T result = transaction.execute(status -> work.get());
        if (result == null) {
            throw new IllegalStateException("a transaction gave nothing back");
        }
        return result;
    }

    /** One act on a deal: in its turn, under the deal's lock, in one transaction; a refusal leaves its event alone. */
    private <T> T act(DealId id, String what, PersonId person, Supplier<T> work) {
        return turns.take(
                id,
                () -> recordingRefusals(
                        id,
                        what,
                        person,
                        () -> inTransaction(() -> {
                            deals.lock(id);
                            facts.mustBeKnown(id);
                            return work.get();
                        })));
    }

    private <T> T recordingRefusals(DealId id, String what, PersonId person, Supplier<T> work) {
        try {
            return work.get();
        } catch (Refused told) {
            // what a person may not read, a refusal does not tell either, nor its event
            List<Finding> findings = sealed.reading(id, person).cut(told.findings());
            Refused refused = findings.equals(told.findings()) ? told : new Refused(findings);
            if (findings.stream().anyMatch(f -> f.rule().equals(Finding.NEWER))) {
                // what this program does not know in full, it adds nothing to
                throw refused;
            }
            transaction.executeWithoutResult(status -> {
                deals.lock(id);
                var list = new ArrayList<Map<String, Object>>();
                for (Finding f : refused.findings()) {
                    list.add(Map.of(
                            "rule",
                            f.rule(),
                            "source",
                            f.source(),
                            "field",
                            f.field(),
                            "whoCanAct",
                            f.whoCanAct(),
                            "code",
                            f.code(),
                            "args",
                            f.args()));
                }
                var body = new HashMap<String, Object>();
                body.put("what", what);
                body.put("findings", list);
                events.append(new DealEvent(id, "refused", person, clock.now(id), body));
            });
            throw refused;
        }
    }

    // What people read. Callers have checked membership with roles().

    public Set<Role> roles(DealId id, PersonId person) {
        return people.roles(id, person);
    }

    public List<OpenTask> openTasks(DealId id) {
        return process.openTasks(id);
    }

    public Map<String, Timetable.DueDate> dueDates(DealId id) {
        return calendar.dueDates(facts.of(id));
    }

    /** What would move if the deal went to another rule pack. */
    public List<PackImpact.Move> impact(DealId id, RulePack offered) {
        RulePack pinned = packs.of(facts.of(id));
        TermSheet sheet = deals.termSheet(id);
        LocalDate today = clock.today(id);
        RouteQuestion question = RouteQuestion.of(sheet);
        var moves = new ArrayList<PackImpact.Move>();
        RouteDecider.Decision before = routes.decide(question, pinned, today);
        moves.addAll(PackImpact.route(before, routes.decide(question, offered, today)));
        Route route = facts.of(id)
                .one(RouteConfirmed.SIGNED)
                .map(RouteConfirmed::route)
                .orElse(before.route());
        moves.addAll(PackImpact.dates(pinned, offered, route, DealDates.anchors(facts.of(id), route)));
        moves.addAll(
                PackImpact.forms(pinned, offered, route, sheet.issuer().kind().ordinanceCode()));
        Effectiveness effectiveness = gates.effectiveness(facts.of(id));
        moves.addAll(PackImpact.effectiveness(
                effectiveness.under(pinned).computed(false),
                effectiveness.under(offered).computed(false)));
        moves.addAll(PackImpact.rows(pinned, offered));
        return moves;
    }

    /** Due date of a task by the rows of the deal's track, earliest first. */
    public Optional<Timetable.DueDate> dueDate(DealId id, HumanTask task) {
        Map<String, Timetable.DueDate> due = dueDates(id);
        return task.rows().stream()
                .map(due::get)
                .filter(java.util.Objects::nonNull)
                .findFirst();
    }

    public List<SealedEvent> history(DealId id) {
        return trail.events(id);
    }
}
