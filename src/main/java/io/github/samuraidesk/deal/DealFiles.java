package io.github.samuraidesk.deal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The files of the deals. A file once built is kept and extended by the events that came since, whichever node wrote them:
 * the deal's head and those events are read in one statement, each hash checked. Within a {@link #reading} and within a
 * transaction a deal's file is the same from first to last, but for what this thread itself adds; whoever takes a deal's
 * lock sees what was committed before. Only what is committed is shared with other threads.
 */
@Component
public class DealFiles {

    /** Characters of text that the kept files hold together; some hundred deals with long histories. */
    private static final long MOST_CHARACTERS = 64L * 1024 * 1024;

    private final JdbcClient jdbc;
    private final ThreadLocal<@Nullable Reading> current = new ThreadLocal<>();
    private final LinkedHashMap<DealId, DealFile> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long keptCharacters;

    DealFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** While it is open, its thread sees each deal as it was when first looked at. */
    public final class Reading implements AutoCloseable {

        private final Map<DealId, Optional<DealFile>> files = new HashMap<>();
        private final Set<DealId> written = new HashSet<>();
        private final Map<Object, Object> once = new HashMap<>();
        private int opened = 1;

        @Override
        public void close() {
            if (--opened == 0) {
                current.remove();
            }
        }
    }

    /** Begins to read; within another reading it is that one. */
    public Reading reading() {
        Reading open = current.get();
        if (open != null) {
            open.opened++;
            return open;
        }
        var reading = new Reading();
        current.set(reading);
        return reading;
    }

    /** What is read once while a reading is open; in a transaction, which may change it, as often as it is asked for. */
    public <T> T once(Object key, Supplier<T> read) {
        Reading reading = current.get();
        if (reading == null || TransactionSynchronizationManager.isActualTransactionActive()) {
            return read.get();
        }
        @SuppressWarnings("unchecked") // a key has one reader
        T known = (T) reading.once.get(key);
        if (known == null) {
            known = read.get();
            reading.once.put(key, known);
        }
        return known;
    }

    /** @throws IllegalArgumentException when there is no such deal */
    public DealFile now(DealId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no deal " + id));
    }

    public Optional<DealFile> find(DealId id) {
        Reading reading = current.get();
        if (reading == null && TransactionSynchronizationManager.isSynchronizationActive()) {
            reading = ofTransaction();
        }
        if (reading == null) {
            return load(id, true);
        }
        Optional<DealFile> known = reading.files.get(id);
        if (known == null) {
            known = load(id, !reading.written.contains(id));
            reading.files.put(id, known);
        }
        return known;
    }

    /** The file as it was when an event had just been written. */
    public DealFile at(DealId id, long seq) {
        List<SealedEvent> events = jdbc.sql("SELECT " + SealedEvent.COLUMNS
                        + " FROM deal_event WHERE deal_id = ? AND seq <= ? ORDER BY seq")
                .params(id.value(), seq)
                .query((rs, i) -> SealedEvent.of(rs))
                .list();
        return DealFile.of(id, events);
    }

    /** A reading that ends with the transaction; one that it is suspended for does not see it. */
    private Reading ofTransaction() {
        Reading reading = reading();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void suspend() {
                current.remove();
            }

            @Override
            public void resume() {
                current.set(reading);
            }

            @Override
            public void afterCompletion(int status) {
                reading.close();
            }
        });
        return reading;
    }

    /** Tells that this thread's transaction has added an event. */
    public void appended(SealedEvent event) {
        DealId id = new DealId(event.dealId());
        Reading known = current.get();
        Reading reading = known == null ? ofTransaction() : known;
        if (reading.written.add(id)) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    reading.written.remove(id);
                    if (status != STATUS_COMMITTED) {
                        reading.files.remove(id);
                    } else {
                        Optional.ofNullable(reading.files.get(id))
                                .flatMap(f -> f)
                                .ifPresent(DealFiles.this::keep);
                    }
                }
            });
        }
        reading.files.computeIfPresent(
                id,
                (k, file) -> file.filter(f -> f.seq() + 1 == event.seq())
                        .map(f -> Optional.of(f.plus(List.of(event))))
                        .orElse(null));
    }

    /** Tells that this thread holds the deal's lock, and what its head is then. */
    public void locked(DealId id, String head) {
        Reading reading = current.get();
        if (reading != null
                && !reading.files
                        .getOrDefault(id, Optional.empty())
                        .filter(f -> f.head().equals(head))
                        .isPresent()) {
            reading.files.remove(id);
        }
    }

    private Optional<DealFile> load(DealId id, boolean committed) {
        DealFile base = kept(id);
        long from = base == null ? 0 : base.seq();
        var events = new ArrayList<SealedEvent>();
        boolean[] exists = {false};
        String[] head = {""};
        jdbc.sql("SELECT " + qualified() + ", c.head FROM deal_chain c"
                        + " LEFT JOIN deal_event e ON e.deal_id = c.deal_id AND e.seq >= ?"
                        + " WHERE c.deal_id = ? ORDER BY e.seq")
                .params(from, id.value())
                .query(rs -> {
                    exists[0] = true;
                    head[0] = rs.getString(10);
                    if (rs.getString(1) != null) {
                        events.add(SealedEvent.of(rs));
                    }
                });
        if (!exists[0]) {
            return Optional.empty();
        }
        DealFile file;
        if (base != null
                && !events.isEmpty()
                && events.get(0).seq() == base.seq()
                && events.get(0).hash().equals(base.head())) {
            file = base.plus(events.subList(1, events.size()));
        } else if (base != null) {
            // not the chain that the kept file was of
            forget(id);
            return load(id, committed);
        } else {
            file = DealFile.of(id, events);
        }
        if (committed && file.head().equals(head[0])) {
            keep(file);
        }
        return Optional.of(file);
    }

    private static String qualified() {
        return "e." + SealedEvent.COLUMNS.replace(", ", ", e.");
    }

    private synchronized @Nullable DealFile kept(DealId id) {
        return kept.get(id);
    }

    private synchronized void forget(DealId id) {
        DealFile gone = kept.remove(id);
        keptCharacters -= gone == null ? 0 : gone.weight();
    }

    private synchronized void keep(DealFile file) {
        DealFile known = kept.get(file.id());
        if (known == file || (known != null && known.seq() > file.seq())) {
            return;
        }
        forget(file.id());
        kept.put(file.id(), file);
        keptCharacters += file.weight();
        var oldest = kept.entrySet().iterator();
        while (keptCharacters > MOST_CHARACTERS && oldest.hasNext()) {
            DealFile gone = Objects.requireNonNull(oldest.next().getValue());
            if (gone != file) {
                keptCharacters -= gone.weight();
                oldest.remove();
            }
        }
    }
}
