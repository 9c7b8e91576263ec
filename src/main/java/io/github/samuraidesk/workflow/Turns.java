package io.github.samuraidesk.workflow;

import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Refused;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Who may try to change a deal now. A change takes its turn before it takes a database connection, so that whoever waits
 * for one deal keeps no connection from the readers and writers of the others: one at a deal's lock, a few behind, and
 * the rest are refused at once. All changes together take at most half of the connections.
 */
@Component
class Turns {

    /** People who wait behind the one whose change is being made, on one deal. */
    private static final int MOST_WAITING = 3;

    /** As long as the database lets one wait for a row. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** What PostgreSQL and H2 call a lock or a statement that took too long. */
    private static final Set<String> TIMED_OUT = Set.of("55P03", "57014", "HYT00", "HYT01");

    private final ConcurrentHashMap<DealId, Turn> turns = new ConcurrentHashMap<>();
    private final Semaphore writers;

    Turns(@Value("${spring.datasource.hikari.maximum-pool-size:10}") int connections) {
        this.writers = new Semaphore(Math.max(1, connections / 2), true);
    }

    private static final class Turn {
        private final Semaphore places = new Semaphore(1 + MOST_WAITING);
        private final ReentrantLock lock = new ReentrantLock(true);
        private int people;
    }

    /** @throws Refused with a finding of rule {@code BUSY} when the deal, or the database, cannot be had in time */
    <T> T take(DealId id, Supplier<T> work) {
        Turn turn = turns.compute(id, (k, known) -> {
            Turn t = known == null ? new Turn() : known;
            t.people++;
            return t;
        });
        try {
            if (turn.lock.isHeldByCurrentThread()) {
                return work.get();
            }
            if (!turn.places.tryAcquire()) {
                throw busy("dealIsBusy", id.value());
            }
            try {
                return whenItComes(turn, id, work);
            } finally {
                turn.places.release();
            }
        } finally {
            turns.computeIfPresent(id, (k, t) -> --t.people == 0 ? null : t);
        }
    }

    private <T> T whenItComes(Turn turn, DealId id, Supplier<T> work) {
        if (!within(() -> turn.lock.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))) {
            throw busy("dealIsBusy", id.value());
        }
        try {
            if (!within(() -> writers.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))) {
                throw busy("houseIsBusy");
            }
            try {
                return work.get();
            } catch (CannotCreateTransactionException | CannotGetJdbcConnectionException e) {
                throw busy("houseIsBusy");
            } catch (RuntimeException e) {
                if (timedOut(e)) {
                    throw busy("dealIsBusy", id.value());
                }
                throw e;
            } finally {
                writers.release();
            }
        } finally {
            turn.lock.unlock();
        }
    }

    private interface Waiting {
        boolean came() throws InterruptedException;
    }

    private static boolean within(Waiting waiting) {
        try {
            return waiting.came();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Refused busy(String code, String... args) {
        return new Refused(List.of(Finding.rule(Finding.BUSY, "", "", "", code, args)));
    }

    private static boolean timedOut(@Nullable Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof PessimisticLockingFailureException || t instanceof QueryTimeoutException) {
                return true;
            }
            if (t instanceof SQLException sql && sql.getSQLState() != null && TIMED_OUT.contains(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
