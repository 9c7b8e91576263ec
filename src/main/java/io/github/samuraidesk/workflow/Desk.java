package io.github.samuraidesk.workflow;

import io.github.samuraidesk.access.FirmList;
import io.github.samuraidesk.access.Firms;
import io.github.samuraidesk.access.Member;
import io.github.samuraidesk.access.People;
import io.github.samuraidesk.audit.SealedEvent;
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
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.deal.TermSheet;
import io.github.samuraidesk.deal.TermSheetForm;
import io.github.samuraidesk.disclosure.Typesetter;
import io.github.samuraidesk.disclosure.UploadedPdf;
import io.github.samuraidesk.form.Field;
import io.github.samuraidesk.form.FormCheck;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.registration.PackImpact;
import io.github.samuraidesk.registration.Route;
import io.github.samuraidesk.registration.RouteConfirmed;
import io.github.samuraidesk.registration.RouteDecider;
import io.github.samuraidesk.registration.RouteQuestion;
import io.github.samuraidesk.registration.RulePack;
import io.github.samuraidesk.registration.RulePacks;
import io.github.samuraidesk.registration.Timetable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one way to change a deal. Every verb takes the deal's lock, checks access, form, gates and rules, and commits the
 * facts, their events and the process's step together; a refusal leaves nothing behind but its own event.
 */
@Service
public class Desk {

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
    private final DealTasks tasks;
    private final DealEntries entries;
    private final Drafts drafts;
    private final Naming naming;
    private final DealLists lists;
    private final Firms firms;
    private final Gates gates;
    private final RouteDecider routes;
    private final DealCalendar calendar;
    private final io.github.samuraidesk.disclosure.PaperFacts paperFacts;
    private final FormCheck formCheck;
    private final TransactionTemplate transaction;

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
            DealTasks tasks,
            DealEntries entries,
            Drafts drafts,
            Naming naming,
            DealLists lists,
            Firms firms,
            Gates gates,
            RouteDecider routes,
            DealCalendar calendar,
            io.github.samuraidesk.disclosure.PaperFacts paperFacts,
            Typesetter typesetter,
            TransactionTemplate transaction) {
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
        this.tasks = tasks;
        this.entries = entries;
        this.drafts = drafts;
        this.naming = naming;
        this.lists = lists;
        this.firms = firms;
        this.gates = gates;
        this.routes = routes;
        this.calendar = calendar;
        this.paperFacts = paperFacts;
        this.formCheck = new FormCheck(typesetter::canPrint);
        this.transaction = transaction;
    }

    /** Every fault of a term sheet, all at once. */
    public List<Finding> check(FormValues termSheet) {
        FirmList known = firms.list();
        var findings = new ArrayList<>(TermSheetForm.check(TermSheetFirms.resolved(termSheet, known), formCheck));
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
        return inTransaction(() -> {
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
                // in a rehearsal the scripted people speak for the firms of the term sheet
                if (practiceDate == null) {
                    people.find(member.person().value()).ifPresent(p -> Refused.unlessNone(naming.onFirm(member, p)));
                }
                people.join(member);
                events.append(joined(member, person));
            }
            process.start(id);
            return id;
        });
    }

    /** Keeps what the market published of a practice deal's result. */
    public void recordOutcome(DealId id, io.github.samuraidesk.deal.Outcome outcome, PersonId person) {
        inTransaction(() -> {
            deals.lock(id);
            facts.record(id, "published", outcome, person);
            return id;
        });
    }

    /** Names a member of a deal, for the firm that the person belongs to. */
    public void join(Member asked, PersonId person) {
        inTransaction(() -> {
            deals.lock(asked.dealId());
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
        inTransaction(() -> {
            deals.lock(member.dealId());
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

    /** Stores an uploaded file of a deal and returns its SHA-256. */
    public String upload(DealId id, String mediaType, String fileName, byte[] bytes, PersonId person) {
        boolean saysPdf = fileName.toLowerCase(java.util.Locale.ROOT).endsWith(".pdf");
        if (saysPdf && UploadedPdf.pages(bytes).isEmpty()) {
            mustBeActiveMember(id, person);
            throw new Refused(List.of(Finding.field("file", "notAPdf", fileName)));
        }
        return inTransaction(() -> {
            deals.lock(id);
            mustBeActiveMember(id, person);
            String sha256 = blobs.store(id, mediaType, fileName, bytes);
            events.append(new DealEvent(
                    id,
                    "fileStored",
                    person,
                    clock.now(id),
                    Map.of("sha256", sha256, "fileName", fileName, "size", bytes.length)));
            return sha256;
        });
    }

    /**
     * Completes a task.
     *
     * @param taskId the task as the person saw it; another id, or none left, refuses as stale
     */
    public void complete(DealId id, HumanTask task, @Nullable String taskId, FormValues typed, PersonId person) {
        recordingRefusals(id, "task " + task.id(), person, () -> {
            deals.lock(id);
            List<Field> fields = lists.fields(id, task, person);
            FormValues values = lists.chosen(fields, typed);
            Optional<OpenTask> open = process.openTask(id, task);
            if (open.isEmpty() || (taskId != null && !taskId.equals(open.get().taskId()))) {
                Refused.unlessNone(accessFindings(id, task, person));
                var findings = new ArrayList<Finding>(List.of(taskIsGone(id, task)));
                findings.addAll(gates.check(id, task.gates()));
                throw new Refused(findings);
            }
            mustPass(id, task, fields, values, person);
            Map<String, Object> gateway = tasks.apply(id, task, values, person);
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
        });
    }

    /** Records an entry beside the tasks. */
    public void record(DealId id, Entry entry, FormValues typed, PersonId person) {
        recordingRefusals(id, "entry " + entry.id(), person, () -> {
            deals.lock(id);
            List<Field> fields = lists.fields(id, entry, person);
            FormValues values = lists.chosen(fields, typed);
            mustPass(id, entry, fields, values, person);
            entries.apply(id, entry, values, person);
            process.moveTimers(id);
            events.append(new DealEvent(
                    id, "entryMade", person, clock.now(id), Map.of("entry", entry.id(), "values", values.values())));
        });
    }

    /** Keeps a half-filled task as typed; entries, bids among them, have no draft. @return the version that the next save must name */
    public int saveDraft(DealId id, HumanTask form, FormValues values, int version, PersonId person) {
        return inTransaction(() -> {
            deals.lock(id);
            List<Finding> access = accessFindings(id, form, person);
            Refused.unlessNone(access);
            return drafts.save(id, form.id(), values, version, person, clock.now(id));
        });
    }

    public Optional<Drafts.Draft> draft(DealId id, HumanTask form) {
        return drafts.find(id, form.id());
    }

    /** Moves the business time of a practice deal. */
    public void movePracticeTime(DealId id, Instant to, PersonId person) {
        inTransaction(() -> {
            deals.lock(id);
            mustBeActiveMember(id, person);
            deals.movePracticeTime(id, to, person);
            return id;
        });
    }

    /** The fields of a form with the choices that the deal offers this person today. */
    public List<Field> fields(DealId id, FormSpec form, PersonId person) {
        return lists.fields(id, form, person);
    }

    /** What stands between this person and sending this form now; empty means that the button works. */
    public List<Finding> obstacles(DealId id, FormSpec form, PersonId person) {
        var findings = new ArrayList<>(accessFindings(id, form, person));
        findings.addAll(gates.check(id, form.gates(), form.id()));
        return findings;
    }

    private void mustPass(DealId id, FormSpec form, List<Field> fields, FormValues values, PersonId person) {
        Refused.unlessNone(accessFindings(id, form, person));
        var findings = new ArrayList<Finding>();
        formCheck.check(fields, values).forEach(f -> findings.add(lists.explained(Finding.of(f))));
        findings.addAll(gates.check(id, form.gates(), form.id()));
        Refused.unlessNone(findings);
        gates.overridden(id, form.gates(), form.id()).forEach((override, passed) -> {
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
        return facts.stored(id, TaskDone.class, task.id())
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

    private void recordingRefusals(DealId id, String what, PersonId person, Runnable work) {
        try {
            transaction.executeWithoutResult(status -> work.run());
        } catch (Refused refused) {
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
        return calendar.dueDates(id);
    }

    /** What would move if the deal went to another rule pack. */
    public List<PackImpact.Move> impact(DealId id, RulePack offered) {
        RulePack pinned = packs.of(id);
        TermSheet sheet = deals.termSheet(id);
        LocalDate today = clock.today(id);
        RouteQuestion question = RouteQuestion.of(sheet);
        var moves = new ArrayList<PackImpact.Move>();
        RouteDecider.Decision before = routes.decide(question, pinned, today);
        moves.addAll(PackImpact.route(before, routes.decide(question, offered, today)));
        Route route = facts.find(id, RouteConfirmed.class, "route")
                .map(RouteConfirmed::route)
                .orElse(before.route());
        moves.addAll(PackImpact.dates(pinned, offered, route, paperFacts.anchors(id, sheet, route)));
        moves.addAll(
                PackImpact.forms(pinned, offered, route, sheet.issuer().kind().ordinanceCode()));
        moves.addAll(
                PackImpact.effectiveness(gates.effectivenessUnder(id, pinned), gates.effectivenessUnder(id, offered)));
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
