package io.github.samuraidesk.workflow.camunda;

import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.workflow.DealProcess;
import io.github.samuraidesk.workflow.Gates;
import io.github.samuraidesk.workflow.HumanTask;
import io.github.samuraidesk.workflow.OpenTask;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A deal's process in Camunda: the business key of every instance is the deal id. */
@Component
class CamundaDealProcess implements DealProcess {

    private static final String MAIN = "samurai-issuance";
    /** What one step begins may begin in one millisecond: the order of their starting point in the drawing. */
    private static final List<String> BEGUN_TOGETHER =
            List.of("fsa-registration", "deal-preparation", "jasdec-participation", "disclosure-drafting");

    private static final String TIMER = "effectivenessDue";
    private static final String MARKETING = "marketAndPrice";
    private static final String OLD_JOIN = "workJoined";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final HistoryService history;
    private final ManagementService management;
    private final RepositoryService repository;
    private final ExternalTaskService external;
    private final LongSteps longSteps;
    private final ObjectProvider<Gates> gates;
    private final Facts facts;
    /** Drawings by definition: what was deployed never changes, and there is one set of it for each changed drawing. */
    private final Map<String, String> drawn = new ConcurrentHashMap<>();

    CamundaDealProcess(
            RuntimeService runtime,
            TaskService tasks,
            HistoryService history,
            ManagementService management,
            RepositoryService repository,
            ExternalTaskService external,
            LongSteps longSteps,
            ObjectProvider<Gates> gates,
            Facts facts) {
        this.external = external;
        this.longSteps = longSteps;
        this.runtime = runtime;
        this.tasks = tasks;
        this.history = history;
        this.management = management;
        this.repository = repository;
        this.gates = gates;
        this.facts = facts;
    }

    @Override
    public void start(DealId dealId) {
        runtime.startProcessInstanceByKey(MAIN, dealId.value());
    }

    @Override
    public List<OpenTask> openTasks(DealId dealId) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(dealId.value())
                .orderByTaskCreateTime()
                .asc()
                .list()
                .stream()
                .map(t -> new OpenTask(
                        t.getId(),
                        HumanTask.byId(t.getTaskDefinitionKey()).orElseThrow(),
                        t.getCreateTime().toInstant(),
                        Optional.ofNullable(runtime.getVariable(t.getExecutionId(), "paperSet"))
                                .map(String::valueOf)
                                .orElse("")))
                .toList();
    }

    @Override
    public Optional<OpenTask> openTask(DealId dealId, HumanTask task) {
        return openTasks(dealId).stream().filter(t -> t.task() == task).findFirst();
    }

    @Override
    public void complete(OpenTask task, Map<String, Object> gatewayFacts) {
        tasks.complete(task.taskId(), gatewayFacts);
    }

    @Override
    public boolean isRunning(DealId dealId) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(dealId.value())
                        .processDefinitionKey(MAIN)
                        .count()
                > 0;
    }

    private Optional<String> mainInstance(DealId dealId) {
        return Optional.ofNullable(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(dealId.value())
                        .processDefinitionKey(MAIN)
                        .singleResult())
                .map(i -> i.getProcessInstanceId());
    }

    @Override
    public void postpone(DealId dealId) {
        mainInstance(dealId).ifPresent(main -> {
            List<EventSubscription> waiting = runtime.createEventSubscriptionQuery()
                    .processInstanceId(main)
                    .eventType("message")
                    .eventName("dealPostponed")
                    .list();
            waiting.forEach(s -> runtime.messageEventReceived("dealPostponed", s.getExecutionId()));
            if (waiting.isEmpty()) {
                leaveOldJoin(main);
            }
        });
    }

    /**
     * On drawings of earlier programs no event reaches a deal that waits at the join with its marketing done: one token is
     * taken from the join and marketing begins again. A join counts tokens, so any of those that wait there will do.
     */
    private void leaveOldJoin(String main) {
        boolean marketed = history.createHistoricActivityInstanceQuery()
                        .processInstanceId(main)
                        .activityId(MARKETING)
                        .finished()
                        .count()
                > 0;
        ActivityInstance[] joined = runtime.getActivityInstance(main).getActivityInstances(OLD_JOIN);
        if (marketed && joined.length > 0) {
            runtime.createProcessInstanceModification(main)
                    .cancelActivityInstance(joined[0].getId())
                    .startBeforeActivity(MARKETING)
                    .execute();
        }
    }

    @Override
    public boolean draws(OpenTask task, String element) {
        return repository
                        .getBpmnModelInstance(tasks.createTaskQuery()
                                .taskId(task.taskId())
                                .singleResult()
                                .getProcessDefinitionId())
                        .getModelElementById(element)
                != null;
    }

    @Override
    public void pull(DealId dealId, String reason) {
        mainInstance(dealId)
                .ifPresent(main -> runtime.createMessageCorrelation("dealPulled")
                        .processInstanceId(main)
                        .correlate());
    }

    /** The timer only wakes the process at the computed moment; the gate reads the clock again. */
    @Override
    public void moveTimers(DealId dealId) {
        for (Job job : timers(dealId)) {
            Instant moment = gates.getObject().effectiveness(facts.of(dealId)).timer();
            if (!job.getDuedate().toInstant().equals(moment)) {
                runtime.setVariable(job.getProcessInstanceId(), "effectiveFrom", moment.toString());
                management.recalculateJobDuedate(job.getId(), false);
            }
        }
    }

    private List<Job> timers(DealId dealId) {
        var found = new ArrayList<Job>();
        for (var instance : runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(dealId.value())
                .list()) {
            found.addAll(management
                    .createJobQuery()
                    .processInstanceId(instance.getId())
                    .activityId(TIMER)
                    .list());
        }
        return found;
    }

    private List<Job> jobs(DealId dealId) {
        var found = new ArrayList<Job>();
        for (String instance : instances(dealId)) {
            found.addAll(management.createJobQuery().processInstanceId(instance).list());
        }
        return found;
    }

    private List<ExternalTask> steps(DealId dealId) {
        var found = new ArrayList<ExternalTask>();
        for (String instance : instances(dealId)) {
            found.addAll(external.createExternalTaskQuery()
                    .processInstanceId(instance)
                    .list());
        }
        return found;
    }

    private List<String> instances(DealId dealId) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(dealId.value()).list().stream()
                .map(ProcessInstance::getId)
                .toList();
    }

    @Override
    public List<Waiting> waiting(DealId dealId) {
        return Stream.concat(
                        jobs(dealId).stream().map(this::waiting),
                        steps(dealId).stream().map(this::waiting))
                .toList();
    }

    private Waiting waiting(Job job) {
        var definition = management
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult();
        boolean timer = job.getDuedate() != null;
        String error = Optional.ofNullable(job.getExceptionMessage()).orElse("");
        WaitState state = job.getRetries() == 0
                ? WaitState.INCIDENT
                : timer ? WaitState.TIMER : error.isEmpty() ? WaitState.WORKING : WaitState.RETRYING;
        return new Waiting(
                job.getId(),
                definition.getActivityId(),
                state,
                since(state, job.getId(), job.getCreateTime()),
                timer ? job.getDuedate().toInstant() : Instant.EPOCH,
                error,
                job.getRetries());
    }

    private Waiting waiting(ExternalTask task) {
        int tries = Optional.ofNullable(task.getRetries()).orElse(LongSteps.TRIES);
        String error = Optional.ofNullable(task.getErrorMessage()).orElse("");
        WaitState state = tries == 0
                ? WaitState.INCIDENT
                : !error.isEmpty()
                        ? WaitState.RETRYING
                        : task.getWorkerId() == null ? WaitState.OPEN : WaitState.WORKING;
        return new Waiting(
                task.getId(),
                task.getActivityId(),
                state,
                since(state, task.getId(), task.getCreateTime()),
                Instant.EPOCH,
                error,
                tries);
    }

    private Instant since(WaitState state, String configuration, Date began) {
        return (state == WaitState.INCIDENT
                        ? runtime.createIncidentQuery().configuration(configuration).list().stream()
                                .map(Incident::getIncidentTimestamp)
                                .min(Date::compareTo)
                        : Optional.<Date>empty())
                .or(() -> Optional.ofNullable(began))
                .map(Date::toInstant)
                .orElse(Instant.EPOCH);
    }

    @Override
    public List<DealId> dealsWithIncidents() {
        return runtime.createIncidentQuery().list().stream()
                .map(Incident::getProcessInstanceId)
                .distinct()
                .map(instance -> runtime.createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .singleResult())
                .filter(Objects::nonNull)
                .map(ProcessInstance::getBusinessKey)
                .distinct()
                .map(DealId::new)
                .toList();
    }

    @Override
    public void tryAgain(DealId dealId, String waitingId) {
        if (steps(dealId).stream().anyMatch(t -> t.getId().equals(waitingId))) {
            external.setRetries(waitingId, LongSteps.TRIES);
        } else {
            jobs(dealId).stream()
                    .filter(j -> j.getId().equals(waitingId))
                    .forEach(j -> management.setJobRetries(j.getId(), LongSteps.TRIES));
        }
    }

    @Override
    public int runDueJobs(DealId dealId, Instant now) {
        int ran = 0;
        for (Job job : jobs(dealId)) {
            if (job.getDuedate() == null || !job.getDuedate().toInstant().isAfter(now)) {
                management.executeJob(job.getId());
                ran++;
            }
        }
        String worker = "caller-" + UUID.randomUUID();
        for (int open = steps(dealId).size(); open > 0; open--) {
            Optional<LockedExternalTask> task = longSteps.take(worker, Optional.of(dealId));
            if (task.isEmpty()) {
                break;
            }
            longSteps.work(task.get()).ifPresent(e -> {
                throw new IllegalStateException(task.get().getActivityId() + " of " + dealId + " failed", e);
            });
            ran++;
        }
        return ran;
    }

    @Override
    public List<PathStep> path(DealId dealId) {
        return historic(dealId).stream()
                .filter(a -> !a.getActivityType().contains("Gateway"))
                .map(a -> new PathStep(
                        a.getProcessDefinitionKey(),
                        a.getActivityId(),
                        a.getActivityType(),
                        Optional.ofNullable(a.getActivityName()).orElse(a.getActivityId()),
                        a.getStartTime().toInstant(),
                        Optional.ofNullable(a.getEndTime()).map(Date::toInstant),
                        a.isCanceled()))
                .toList();
    }

    /** Of the deal's process and all that it called, in two statements however many those are. */
    private List<HistoricActivityInstance> historic(DealId dealId) {
        List<String> instances = history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(dealId.value())
                .orderByProcessInstanceStartTime()
                .asc()
                .list()
                .stream()
                .sorted(Comparator.comparing(HistoricProcessInstance::getStartTime)
                        .thenComparingInt(i -> BEGUN_TOGETHER.indexOf(i.getProcessDefinitionKey())))
                .map(HistoricProcessInstance::getId)
                .toList();
        if (instances.isEmpty()) {
            return List.of();
        }
        var query = history.createNativeHistoricActivityInstanceQuery();
        var places = new ArrayList<String>();
        for (int i = 0; i < instances.size(); i++) {
            query.parameter("instance" + i, instances.get(i));
            places.add("#{instance" + i + "}");
        }
        return query
                .sql("SELECT * FROM " + management.getTableName(HistoricActivityInstance.class)
                        + " WHERE PROC_INST_ID_ IN (" + String.join(", ", places)
                        + ") ORDER BY START_TIME_, SEQUENCE_COUNTER_")
                .list()
                .stream()
                .sorted(Comparator.comparingInt(a -> instances.indexOf(a.getProcessInstanceId())))
                .toList();
    }

    @Override
    public List<Diagram> diagrams(DealId dealId) {
        var byDefinition = new LinkedHashMap<String, List<HistoricActivityInstance>>();
        historic(dealId)
                .forEach(a -> byDefinition
                        .computeIfAbsent(a.getProcessDefinitionId(), k -> new ArrayList<>())
                        .add(a));
        return byDefinition.entrySet().stream()
                .map(e -> new Diagram(
                        e.getValue().get(0).getProcessDefinitionKey(),
                        bpmn(e.getKey()),
                        e.getValue().stream()
                                .filter(a -> a.getEndTime() == null)
                                .map(HistoricActivityInstance::getActivityId)
                                .distinct()
                                .toList(),
                        e.getValue().stream()
                                .filter(a -> a.getEndTime() != null && !a.isCanceled())
                                .map(HistoricActivityInstance::getActivityId)
                                .distinct()
                                .toList()))
                .toList();
    }

    /** A called process is bound to the deployment of its caller, so one deployment holds all that a deal runs on. */
    @Override
    public Map<String, byte[]> drawings(DealId dealId) {
        var drawings = new TreeMap<String, byte[]>();
        history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(dealId.value())
                .processDefinitionKey(MAIN)
                .list()
                .stream()
                .map(i -> repository
                        .getProcessDefinition(i.getProcessDefinitionId())
                        .getDeploymentId())
                .distinct()
                .forEach(deployment -> repository.getDeploymentResources(deployment).stream()
                        .filter(r ->
                                r.getName().endsWith(".bpmn") || r.getName().endsWith(".dmn"))
                        .forEach(r -> drawings.put(fileName(r.getName()), r.getBytes())));
        return drawings;
    }

    /** Deployments name a file with the folder it was found in. */
    private static String fileName(String resource) {
        return resource.replace('\\', '/').replaceFirst(".*/", "");
    }

    private String bpmn(String definitionId) {
        return drawn.computeIfAbsent(definitionId, this::readBpmn);
    }

    private String readBpmn(String definitionId) {
        try (InputStream in = repository.getProcessModel(definitionId)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
