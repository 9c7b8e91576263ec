package io.github.samuraidesk.rehearsal;

import io.github.samuraidesk.access.Firms;
import io.github.samuraidesk.deal.Deal;
import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealClock;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Outcome;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.deal.TermSheet;
import io.github.samuraidesk.deal.TermSheetForm;
import io.github.samuraidesk.law.Timetable;
import io.github.samuraidesk.workflow.DealProcess;
import io.github.samuraidesk.workflow.Desk;
import io.github.samuraidesk.workflow.HumanTask;
import io.github.samuraidesk.workflow.OpenTask;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Steps a practice deal through its process with the scripted people, moving its clock from due date to due date. */
@Component
public class Rehearsal {

    private static final int MOST_STEPS = 400;
    private static final Duration MOMENT = Duration.ofMillis(200);

    private final Desk desk;
    private final Firms firms;
    private final DealProcess process;
    private final Script script;
    private final DealClock clock;
    private final DealBook deals;
    private final Facts facts;
    private final boolean servedJobs;

    Rehearsal(
            Desk desk,
            Firms firms,
            DealProcess process,
            Script script,
            DealClock clock,
            DealBook deals,
            Facts facts,
            @Value("${samurai-desk.jobs:true}") boolean servedJobs) {
        this.desk = desk;
        this.firms = firms;
        this.process = process;
        this.script = script;
        this.clock = clock;
        this.deals = deals;
        this.facts = facts;
        this.servedJobs = servedJobs;
    }

    /** Opens a practice deal from a sample. @throws Refused with every fault of the term sheet */
    public DealId open(Sample sample) {
        keepFirms(sample);
        Refused.unlessNone(desk.check(sample.termSheet()));
        return open(sample, script.firstDay(TermSheetForm.termSheet(sample.termSheet(), sample.assumed())));
    }

    private void keepFirms(Sample sample) {
        firms.keep(Sample.firms());
        firms.keep(Sample.managers(sample.termSheet()));
    }

    /** As above, beginning on another day: what the term sheet dates later is then still to be done. */
    public DealId open(Sample sample, LocalDate firstDay) {
        keepFirms(sample);
        List<Finding> findings = desk.check(sample.termSheet());
        Refused.unlessNone(findings);
        TermSheet sheet = TermSheetForm.termSheet(sample.termSheet(), sample.assumed());
        DealId id = new DealId(sheet.dealId());
        List<String> firms =
                sheet.managers().stream().map(TermSheet.Underwriter::name).toList();
        String lead = firms.isEmpty() ? "" : firms.get(0);
        desk.open(
                sample.termSheet(),
                sample.assumed(),
                firstDay,
                Cast.ISSUER.person(),
                Cast.members(id, lead, firms.size() > 1 ? firms.get(1) : lead));
        desk.recordOutcome(id, sample.outcome(), Cast.ISSUER.person());
        return id;
    }

    /**
     * The same, or the deal as a program that was ended has left it.
     *
     * @throws Refused with every fault of the term sheet
     * @throws IllegalStateException when a real deal bears the sample's id
     */
    public DealId openOrResume(Sample sample) {
        DealId id = new DealId(sample.termSheet().text("dealId"));
        Optional<Deal> there = deals.find(id);
        if (there.isEmpty()) {
            return open(sample);
        }
        if (!there.get().practice()) {
            throw new IllegalStateException(id + " is a real deal");
        }
        if (facts.of(id).one(Outcome.FACT).isEmpty()) {
            desk.recordOutcome(id, sample.outcome(), Cast.ISSUER.person());
        }
        return id;
    }

    /**
     * Runs until the process ends or {@code stopBefore} says that the next task is where to stop.
     *
     * @return the tasks that were completed, in order
     * @throws Refused when no open task can be completed, with the findings of the first
     */
    public List<HumanTask> run(DealId id, Predicate<HumanTask> stopBefore) {
        var completed = new ArrayList<HumanTask>();
        for (int step = 0; step < MOST_STEPS && process.isRunning(id); step++) {
            finishDueJobs(id);
            if (!process.isRunning(id)) {
                break;
            }
            List<Due> due = dueTasks(id);
            if (due.stream().anyMatch(d -> stopBefore.test(d.task()))) {
                return completed;
            }
            if (due.isEmpty() || !completeFirstPossible(id, due, completed)) {
                Optional<Instant> timer = process.waiting(id).stream()
                        .map(DealProcess.Waiting::due)
                        .filter(t -> t.isAfter(clock.now(id)))
                        .min(Comparator.naturalOrder());
                if (timer.isPresent()) {
                    desk.movePracticeTime(id, timer.get(), Cast.LEAD.person());
                    continue;
                }
                if (due.isEmpty()
                        && !(process.waiting(id).isEmpty()
                                && process.openTasks(id).isEmpty())) {
                    // a step ended while this was read
                    continue;
                }
                throw new Refused(due.isEmpty() ? List.of() : obstacles(id, due.get(0)));
            }
        }
        return completed;
    }

    /**
     * Papers and effectiveness timers: in this thread, or by waiting for the served program's own threads, as long as
     * they take.
     *
     * @throws IllegalStateException when a step stopped that only a person can let go on
     */
    private void finishDueJobs(DealId id) {
        if (!servedJobs) {
            while (process.runDueJobs(id, clock.now(id)) > 0) {
                // each may bring the next
            }
            return;
        }
        while (true) {
            List<DealProcess.Waiting> due = process.waiting(id).stream()
                    .filter(w -> !w.due().isAfter(clock.now(id)))
                    .toList();
            due.stream().filter(DealProcess.Waiting::isIncident).findFirst().ifPresent(w -> {
                throw new IllegalStateException(w.activity() + " of " + id + " failed: " + w.error());
            });
            if (due.isEmpty()) {
                return;
            }
            LockSupport.parkNanos(MOMENT.toNanos());
        }
    }

    private List<Finding> obstacles(DealId id, Due due) {
        return desk.obstacles(id, due.task(), script.by(id, due.task()).person());
    }

    private record Due(HumanTask task, OpenTask open, LocalDate date) {}

    private List<Due> dueTasks(DealId id) {
        LocalDate today = clock.today(id);
        var dates = desk.dueDates(id);
        // a route without a timetable has its pricing day all the same
        LocalDate pricing =
                Optional.ofNullable(deals.termSheet(id).dates().pricing()).orElse(today);
        return process.openTasks(id).stream()
                .map(t -> new Due(
                        t.task(),
                        t,
                        t.task().rows().stream()
                                .filter(dates::containsKey)
                                .map(r -> dates.get(r).date())
                                .findFirst()
                                .orElse(t.task() == HumanTask.PRICE_TRANCHES ? pricing : today)))
                // the same order on every database and machine, also for tasks of one moment
                .sorted(Comparator.comparing(Due::date).thenComparing(Due::task))
                .toList();
    }

    private boolean completeFirstPossible(DealId id, List<Due> due, List<HumanTask> completed) {
        for (Due d : due) {
            try {
                complete(id, d);
                completed.add(d.task());
                return true;
            } catch (Refused refused) {
                if (due.indexOf(d) == due.size() - 1 && process.waiting(id).isEmpty()) {
                    throw refused;
                }
            }
        }
        return false;
    }

    private void complete(DealId id, Due d) {
        Instant moment =
                d.date().atTime(Script.officeHour()).atZone(DealClock.TOKYO).toInstant();
        if (moment.isAfter(clock.now(id))) {
            desk.movePracticeTime(id, moment, Cast.LEAD.person());
        }
        for (Script.Line line : script.entriesBefore(id, d.task())) {
            desk.record(id, line.entry(), line.values(), line.by().person());
        }
        desk.complete(
                id,
                d.task(),
                d.open().taskId(),
                script.values(id, d.task()),
                script.by(id, d.task()).person());
    }

    /** Due dates by row, for the outputs of a rehearsal. */
    public List<Timetable.DueDate> timetable(DealId id) {
        return List.copyOf(desk.dueDates(id).values());
    }
}
