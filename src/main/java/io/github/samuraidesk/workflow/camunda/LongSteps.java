package io.github.samuraidesk.workflow.camunda;

import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.disclosure.Papers;
import io.github.samuraidesk.workflow.DealSteps;
import io.github.samuraidesk.workflow.Step;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Long steps of the program, taken from the engine as external tasks. A step is leased, and the lease extended while its
 * papers are set in type; meanwhile neither the deal's lock nor a connection is held. The papers are stored, and the
 * task completed, in one transaction under the deal's lock. Whoever is killed leaves a lease that ends by itself.
 */
@Component
class LongSteps implements DisposableBean {

    /** Tries of a step before it is an incident that people must see. */
    static final int TRIES = 3;

    private static final Logger LOG = LoggerFactory.getLogger(LongSteps.class);
    /** Tries to store what is set in type already: a lock that was not granted costs no typesetting. */
    private static final int STORING_TRIES = 3;
    /** Rounds of typesetting within one try, where people change the facts meanwhile. */
    private static final int ROUNDS = 5;
    /** Extensions of a lease within its length: one or two may come late on a busy machine. */
    private static final int EXTENSIONS = 3;
    /** The first pause after a failure, as a part of the lease; each further pause is twice as long. */
    private static final int FIRST_PAUSE = 6;

    private final ExternalTaskService external;
    private final ObjectProvider<DealSteps> steps;
    private final DealBook deals;
    private final TransactionTemplate transaction;
    private final Duration lease;
    private final Set<String> working = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService extending = Executors.newScheduledThreadPool(2, work -> {
        var thread = new Thread(work, "lease");
        thread.setDaemon(true);
        return thread;
    });

    LongSteps(
            ExternalTaskService external,
            ObjectProvider<DealSteps> steps,
            DealBook deals,
            TransactionTemplate transaction,
            @Value("${samurai-desk.steps.lease:30s}") Duration lease) {
        this.external = external;
        this.steps = steps;
        this.deals = deals;
        this.transaction = transaction;
        this.lease = lease;
    }

    @Override
    public void destroy() {
        extending.shutdownNow();
    }

    /**
     * Leases the step that has waited longest.
     *
     * @param worker who works: one name for all threads of a node, which do not take steps from each other
     * @param only the deal whose steps are wanted, or any
     */
    Optional<LockedExternalTask> take(String worker, Optional<DealId> only) {
        var wanted = external.fetchAndLock()
                .maxTasks(1)
                .workerId(worker)
                .usePriority(true)
                .orderByCreateTime()
                .asc()
                .subscribe();
        for (Step step : Arrays.stream(Step.values()).filter(Step::isLong).toList()) {
            var topic = wanted.topic(step.id(), lease.toMillis()).variables("paperSet");
            only.ifPresent(id -> topic.businessKey(id.value()));
            wanted = topic;
        }
        return wanted.execute().stream().findFirst();
    }

    /**
     * Does a leased step to its end. What fails is tried again after a pause, by whoever takes it then, and is an
     * incident after {@value #TRIES} tries.
     *
     * @return why the step failed; empty when it is done, or no longer this worker's
     */
    Optional<Throwable> work(LockedExternalTask task) {
        // A lease that ended on a stalled machine was renewed by this very fetch: the thread that works goes on.
        if (!working.add(task.getId())) {
            return Optional.empty();
        }
        try (var held = new Held(task)) {
            var step = Step.byId(task.getTopicName());
            var id = new DealId(task.getBusinessKey());
            String paperSet = Optional.ofNullable(task.getVariables().get("paperSet"))
                    .map(String::valueOf)
                    .orElse("");
            for (int round = 1; round <= ROUNDS; round++) {
                if (isStored(task, held, step, id, paperSet, steps.getObject().make(step, id, paperSet))) {
                    return Optional.empty();
                }
            }
            throw new IllegalStateException("the facts changed each time while papers were set");
        } catch (Lost e) {
            LOG.info(
                    "{} of {} is no longer this worker's: {}",
                    task.getTopicName(),
                    task.getBusinessKey(),
                    e.getMessage());
            return Optional.empty();
        } catch (RuntimeException | Error e) {
            fail(task, e);
            return Optional.of(e);
        } finally {
            working.remove(task.getId());
        }
    }

    /** @return false when the facts have changed since: the papers must be set again */
    private boolean isStored(
            LockedExternalTask task, Held held, Step step, DealId id, String paperSet, List<Papers.Draft> made) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Boolean.TRUE.equals(transaction.execute(status -> {
                    deals.lock(id);
                    // An extension while this transaction completes the task would let one of the two fail.
                    held.pause();
                    mustBeHeld(task);
                    Optional<Map<String, Object>> gateway = steps.getObject().store(step, id, paperSet, made);
                    gateway.ifPresent(facts -> external.complete(task.getId(), task.getWorkerId(), facts));
                    return gateway.isPresent();
                }));
            } catch (Lost e) {
                throw e;
            } catch (RuntimeException e) {
                if (attempt == STORING_TRIES) {
                    throw e;
                }
                LOG.info("{} of {} could not be stored yet: {}", step.id(), id, e.getMessage());
                LockSupport.parkNanos(lease.dividedBy(FIRST_PAUSE).toNanos());
            } finally {
                held.resume();
            }
        }
    }

    /** Renews the lease, even one that ended on a stalled machine, and keeps others from the task until the commit. */
    private void mustBeHeld(LockedExternalTask task) {
        try {
            external.lock(task.getId(), task.getWorkerId(), lease.toMillis());
        } catch (BadUserRequestException e) {
            throw new Lost(e);
        }
    }

    /** The task went to another worker, or is gone with the part of the process that it stood in. */
    private static final class Lost extends RuntimeException {
        Lost(BadUserRequestException e) {
            super(e.getMessage(), e);
        }
    }

    private void fail(LockedExternalTask task, Throwable e) {
        int tries = Optional.ofNullable(task.getRetries()).orElse(TRIES);
        Duration pause = lease.dividedBy(FIRST_PAUSE).multipliedBy(1L << Math.max(0, TRIES - tries));
        LOG.warn("{} of {} failed, {} tries left", task.getTopicName(), task.getBusinessKey(), tries - 1, e);
        try {
            external.handleFailure(
                    task.getId(), task.getWorkerId(), message(e), stackTrace(e), tries - 1, pause.toMillis());
        } catch (RuntimeException lost) {
            // The lease ends by itself, and whoever takes the step then has the same number of tries.
            LOG.warn("the failure of {} could not be told: {}", task.getTopicName(), lost.getMessage());
        }
    }

    private static String message(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getMessage() == null
                ? root.getClass().getSimpleName()
                : root.getClass().getSimpleName() + ": " + root.getMessage();
    }

    private static String stackTrace(Throwable e) {
        var text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    /** A leased task, whose lease is extended until it is closed. */
    private final class Held implements AutoCloseable {

        private final LockedExternalTask task;
        private final ScheduledFuture<?> extensions;
        private volatile boolean paused;

        Held(LockedExternalTask task) {
            this.task = task;
            long every = lease.dividedBy(EXTENSIONS).toMillis();
            this.extensions = extending.scheduleWithFixedDelay(this::extend, every, every, TimeUnit.MILLISECONDS);
        }

        private void extend() {
            if (paused) {
                return;
            }
            try {
                external.extendLock(task.getId(), task.getWorkerId(), lease.toMillis());
            } catch (RuntimeException e) {
                // Expired on a stalled machine, taken by another, or gone: storing finds out which.
                LOG.debug("the lease of {} was not extended", task.getTopicName(), e);
            }
        }

        /**
         * No extension begins before {@link #resume}. One that is under way is not waited for, since it may wait for a
         * connection: either it is refused, or renewing the lease is, which is then done again.
         */
        void pause() {
            paused = true;
        }

        void resume() {
            paused = false;
        }

        @Override
        public void close() {
            pause();
            extensions.cancel(false);
        }
    }
}
