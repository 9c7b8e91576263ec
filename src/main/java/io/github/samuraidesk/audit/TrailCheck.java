package io.github.samuraidesk.audit;

import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Remembered;
import io.github.samuraidesk.deal.SealedEvent;
import io.github.samuraidesk.deal.Sha256;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Holds what is stored of a deal to its chain of events: facts, members, the deal's own row, its files and the chain
 * itself, when this process first meets the deal and whenever {@link #whole} is asked. Nothing is read of other deals.
 */
@Component
public class TrailCheck {

    private static final int REMEMBERED_DEALS = 200;
    /** A check that a writer interrupted is begun again; after this many it waits for the deal's lock. */
    private static final int TRIES = 3;

    private final Trail trail;
    private final DealBook deals;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    private final Map<DealId, List<Difference>> known = Remembered.atMost(REMEMBERED_DEALS);

    TrailCheck(Trail trail, DealBook deals, JdbcClient jdbc, TransactionTemplate transaction) {
        this.trail = trail;
        this.deals = deals;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    private record Head(long seq, String hash) {}

    /** What a whole check read. */
    record Checked(List<SealedEvent> events, Rows rows, List<Difference> differences) {}

    /**
     * Where the deal differed from its events when this process last compared it: at the latest when it first read the
     * deal. What is decided since is decided by events whose hashes were checked, so that a row changed later misleads
     * nobody until {@link #whole} finds it.
     */
    public List<Difference> differences(DealId id) {
        List<Difference> before = known.get(id);
        return before == null ? whole(id) : before;
    }

    /** Where the deal differs from its events; everything is read again, every file to its last byte. */
    public List<Difference> whole(DealId id) {
        return check(id).differences();
    }

    /** Every change of a deal moves its head: what was read between two equal heads belongs together. */
    Checked check(DealId id) {
        for (int i = 0; i < TRIES; i++) {
            Head before = head(id);
            Checked checked = read(id, before);
            if (head(id).equals(before)) {
                return kept(id, checked);
            }
        }
        return Objects.requireNonNull(transaction.execute(status -> {
            deals.lock(id);
            return kept(id, read(id, head(id)));
        }));
    }

    private Checked kept(DealId id, Checked checked) {
        known.put(id, checked.differences());
        return checked;
    }

    private Checked read(DealId id, Head head) {
        List<SealedEvent> events = trail.events(id);
        var differences = new ArrayList<>(Comparison.chain(SealedEvent.BEFORE_ALL, 0, events));
        differences.addAll(chainRow(head, events));
        Rebuilt rebuilt = Rebuilt.of(events);
        var rows = new Rows(facts(id), members(id), deal(id));
        differences.addAll(Comparison.facts(rows.facts(), rebuilt.facts(), isPractice(rebuilt)));
        differences.addAll(Comparison.members(rows.members(), rebuilt.members()));
        differences.addAll(Comparison.deal(rows.deal(), rebuilt.deal()));
        differences.addAll(files(id, rebuilt));
        return new Checked(events, rows, List.copyOf(differences));
    }

    private static boolean isPractice(Rebuilt rebuilt) {
        return rebuilt.deal() != null && rebuilt.deal().practice();
    }

    private Head head(DealId id) {
        return jdbc.sql("SELECT seq, head FROM deal_chain WHERE deal_id = ?")
                .param(id.value())
                .query((rs, i) -> new Head(rs.getLong(1), rs.getString(2)))
                .optional()
                .orElse(new Head(0, ""));
    }

    private static List<Difference> chainRow(Head row, List<SealedEvent> events) {
        SealedEvent last = events.isEmpty() ? null : events.get(events.size() - 1);
        long seq = last == null ? 0 : last.seq();
        String hash = last == null ? SealedEvent.BEFORE_ALL : last.hash();
        var found = new ArrayList<Difference>();
        if (row.seq() != seq) {
            found.add(new Difference("deal_chain", "", "", 0, "seq", "" + row.seq(), "" + seq));
        }
        if (!row.hash().equals(hash)) {
            found.add(new Difference("deal_chain", "", "", 0, "head", row.hash(), hash));
        }
        return found;
    }

    private List<Rows.Fact> facts(DealId id) {
        return jdbc.sql("SELECT kind, fact_key, version, body, person, business_at, withdrawn FROM deal_fact"
                        + " WHERE deal_id = ? ORDER BY fact_id")
                .param(id.value())
                .query((rs, i) -> new Rows.Fact(
                        rs.getString(1),
                        rs.getString(2),
                        rs.getInt(3),
                        rs.getString(4),
                        rs.getString(5),
                        rs.getString(6),
                        rs.getBoolean(7)))
                .list();
    }

    private List<Rows.Member> members(DealId id) {
        return jdbc.sql("SELECT person, role, firm FROM membership WHERE deal_id = ? ORDER BY role, person")
                .param(id.value())
                .query((rs, i) -> new Rows.Member(rs.getString(1), rs.getString(2), rs.getString(3)))
                .list();
    }

    private Rows.@Nullable Deal deal(DealId id) {
        return jdbc.sql("SELECT practice, rule_pack, practice_now, opened_by FROM deal WHERE deal_id = ?")
                .param(id.value())
                .query((rs, i) -> new Rows.Deal(rs.getBoolean(1), rs.getString(2), rs.getString(3), rs.getString(4)))
                .optional()
                .orElse(null);
    }

    private List<Difference> files(DealId id, Rebuilt rebuilt) {
        var found = new ArrayList<Difference>();
        var names = new HashMap<String, String>();
        jdbc.sql("SELECT sha256, file_name, size_bytes, bytes FROM blob WHERE deal_id = ? ORDER BY sha256")
                .param(id.value())
                .query(rs -> {
                    String sha256 = rs.getString(1);
                    byte[] bytes = rs.getBytes(4);
                    names.put(sha256, rs.getString(2));
                    String content = Sha256.of(bytes);
                    if (!content.equals(sha256)) {
                        found.add(file(sha256, "bytes", content, sha256));
                    }
                    if (rs.getLong(3) != bytes.length) {
                        found.add(file(sha256, "size_bytes", rs.getString(3), String.valueOf(bytes.length)));
                    }
                });
        found.addAll(missing(rebuilt.storedFiles().keySet(), names));
        names.forEach((sha256, name) -> {
            Rebuilt.NamedFile said = rebuilt.storedFiles().get(sha256);
            if (!rebuilt.mentions(sha256)) {
                found.add(file(sha256, "row", name, ""));
            } else if (said != null && said.name() != null && !said.name().equals(name)) {
                found.add(file(sha256, "file_name", name, said.name()));
            }
        });
        return found;
    }

    private static List<Difference> missing(Set<String> named, Map<String, String> stored) {
        return named.stream()
                .filter(sha256 -> !stored.containsKey(sha256))
                .sorted()
                .map(sha256 -> file(sha256, "row", "", sha256))
                .toList();
    }

    private static Difference file(String sha256, String column, String stored, String byEvents) {
        return new Difference("blob", "", sha256, 0, column, stored, byEvents);
    }
}
