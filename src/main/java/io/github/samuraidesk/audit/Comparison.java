package io.github.samuraidesk.audit;

import io.github.samuraidesk.deal.SealedEvent;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Holds a deal's rows to what its events say, and names every column that differs. */
final class Comparison {

    static final String FACTS = "deal_fact";
    static final String MEMBERS = "membership";
    static final String DEAL = "deal";
    static final String EVENTS = "deal_event";

    /**
     * Earlier programs read the clock once for a fact and again for its event; between them lie two statements, or a
     * waiting disk.
     */
    private static final Duration TWO_READINGS = Duration.ofMinutes(1);

    private record Id(String kind, String key, int version) {}

    private Comparison() {}

    /** Whether the events are whole: each intact, in its place and following on the one before it. */
    static List<Difference> chain(String previousHash, long previousSeq, List<SealedEvent> events) {
        var found = new ArrayList<Difference>();
        String previous = previousHash;
        long seq = previousSeq;
        for (SealedEvent e : events) {
            seq++;
            String key = String.valueOf(e.seq());
            if (e.seq() != seq) {
                found.add(new Difference(EVENTS, e.type(), key, 0, "seq", key, String.valueOf(seq)));
            }
            if (!e.previousHash().equals(previous)) {
                found.add(new Difference(EVENTS, e.type(), key, 0, "previous_hash", e.previousHash(), previous));
            }
            if (!e.isIntact()) {
                found.add(new Difference(EVENTS, e.type(), key, 0, "hash", e.hash(), e.contentHash()));
            }
            previous = e.hash();
            seq = e.seq();
        }
        return found;
    }

    static List<Difference> facts(List<Rows.Fact> rows, List<Rebuilt.Fact> byEvents, boolean practice) {
        var found = new ArrayList<Difference>();
        var indexes = new HashMap<Id, Integer>();
        for (int i = 0; i < byEvents.size(); i++) {
            Rebuilt.Fact f = byEvents.get(i);
            indexes.put(new Id(f.kind(), f.key(), f.version()), i);
        }
        Integer[] eventOf = new Integer[rows.size()];
        var taken = new boolean[byEvents.size()];
        for (int r = 0; r < rows.size(); r++) {
            Rows.Fact row = rows.get(r);
            Integer index = indexes.get(new Id(row.kind(), row.key(), row.version()));
            if (index != null && !taken[index]) {
                eventOf[r] = index;
                taken[index] = true;
            }
        }
        pairByPlace(eventOf, taken);
        // what stands of a kind is decided by the order of its rows
        var lastOfKind = new HashMap<String, Rebuilt.Fact>();
        for (int r = 0; r < rows.size(); r++) {
            Rows.Fact row = rows.get(r);
            if (eventOf[r] == null) {
                found.add(of(row, "row", row.body(), ""));
                continue;
            }
            Rebuilt.Fact said = byEvents.get(eventOf[r]);
            compare(row, said, practice, found);
            Rebuilt.Fact before = lastOfKind.put(said.kind(), said);
            if (before != null && before.event() > said.event()) {
                found.add(of(said, "fact_id", "after event " + before.event(), "event " + said.event()));
            }
        }
        for (int i = 0; i < taken.length; i++) {
            if (!taken[i]) {
                Rebuilt.Fact missing = byEvents.get(i);
                found.add(of(missing, "row", "", Bodies.text(missing.body())));
            }
        }
        return found;
    }

    /** A row that no event knows by kind, key and version stands for an event without a row at the same place. */
    private static void pairByPlace(@Nullable Integer[] eventOf, boolean[] taken) {
        int before = -1;
        for (int r = 0; r < eventOf.length; r++) {
            Integer known = eventOf[r];
            if (known != null) {
                before = Math.max(before, known);
                continue;
            }
            int after = taken.length;
            for (int next = r + 1; next < eventOf.length; next++) {
                Integer later = eventOf[next];
                if (later != null && later > before) {
                    after = later;
                    break;
                }
            }
            for (int i = before + 1; i < after; i++) {
                if (!taken[i]) {
                    taken[i] = true;
                    eventOf[r] = i;
                    before = i;
                    break;
                }
            }
        }
    }

    private static void compare(Rows.Fact row, Rebuilt.Fact said, boolean practice, List<Difference> found) {
        text(said, "kind", row.kind(), said.kind(), found);
        text(said, "fact_key", row.key(), said.key(), found);
        text(said, "version", String.valueOf(row.version()), String.valueOf(said.version()), found);
        text(said, "person", row.person(), said.person(), found);
        text(said, "withdrawn", String.valueOf(row.withdrawn()), String.valueOf(said.withdrawn()), found);
        if (!isSameTime(row.businessAt(), said, practice)) {
            found.add(of(said, "business_at", row.businessAt(), said.businessAt()));
        }
        var body = Bodies.read(row.body());
        if (body.isMissingNode()) {
            found.add(of(said, "body", row.body(), Bodies.text(said.body())));
            return;
        }
        Bodies.compare(body, said.body(), Bodies.LeftOut.DIFFERS)
                .forEach(u -> found.add(
                        of(said, u.path().isEmpty() ? "body" : "body." + u.path(), u.stored(), u.byEvents())));
    }

    /** Whether a stored time is that of the fact's event. */
    static boolean isSameTime(String stored, Rebuilt.Fact said, boolean practice) {
        if (said.timeIsTheEvents()) {
            return stored.equals(said.businessAt());
        }
        try {
            Instant row = Instant.parse(stored).truncatedTo(ChronoUnit.MILLIS);
            Instant event = Instant.parse(said.businessAt());
            return practice
                    ? row.equals(event)
                    : Duration.between(row, event).abs().compareTo(TWO_READINGS) <= 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static void text(Rebuilt.Fact said, String column, String stored, String byEvents, List<Difference> found) {
        if (!stored.equals(byEvents)) {
            found.add(of(said, column, stored, byEvents));
        }
    }

    private static Difference of(Rebuilt.Fact said, String column, String stored, String byEvents) {
        return new Difference(FACTS, said.kind(), said.key(), said.version(), column, stored, byEvents);
    }

    private static Difference of(Rows.Fact row, String column, String stored, String byEvents) {
        return new Difference(FACTS, row.kind(), row.key(), row.version(), column, stored, byEvents);
    }

    static List<Difference> members(List<Rows.Member> rows, List<Rows.Member> byEvents) {
        var found = new ArrayList<Difference>();
        Map<String, String> stored = firms(rows);
        Map<String, String> said = firms(byEvents);
        // a row whose person or role was changed shows as one too many and one too few
        stored.forEach((member, firm) -> {
            if (!said.containsKey(member)) {
                found.add(member(member, "row", whole(member, firm), ""));
            } else if (!firm.equals(said.get(member))) {
                found.add(member(member, "firm", firm, said.getOrDefault(member, "")));
            }
        });
        said.forEach((member, firm) -> {
            if (!stored.containsKey(member)) {
                found.add(member(member, "row", "", whole(member, firm)));
            }
        });
        return found;
    }

    private static String whole(String member, String firm) {
        return (member.replace('\n', ' ') + " " + firm).strip();
    }

    private static Map<String, String> firms(List<Rows.Member> members) {
        var firms = new TreeMap<String, String>();
        members.forEach(m -> firms.put(m.role() + "\n" + m.person(), m.firm()));
        return firms;
    }

    private static Difference member(String member, String column, String stored, String byEvents) {
        int at = member.indexOf('\n');
        return new Difference(MEMBERS, member.substring(0, at), member.substring(at + 1), 0, column, stored, byEvents);
    }

    static List<Difference> deal(Rows.@Nullable Deal row, Rows.@Nullable Deal byEvents) {
        var found = new ArrayList<Difference>();
        Map<String, String> stored = columns(row);
        Map<String, String> said = columns(byEvents);
        stored.forEach((column, value) -> {
            String expected = said.getOrDefault(column, "");
            boolean same = column.equals("practice_now") ? isSameMoment(value, expected) : value.equals(expected);
            if (!same) {
                found.add(new Difference(DEAL, "", "", 0, column, value, expected));
            }
        });
        return found;
    }

    /** The deal's first time is told by an event, to the millisecond; a later one is told as it was given. */
    private static boolean isSameMoment(String stored, String byEvents) {
        if (stored.equals(byEvents)) {
            return true;
        }
        try {
            return Instant.parse(stored)
                    .truncatedTo(ChronoUnit.MILLIS)
                    .equals(Instant.parse(byEvents).truncatedTo(ChronoUnit.MILLIS));
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static Map<String, String> columns(Rows.@Nullable Deal deal) {
        var columns = new LinkedHashMap<String, String>();
        columns.put("practice", deal == null ? "" : String.valueOf(deal.practice()));
        columns.put("rule_pack", deal == null ? "" : deal.rulePack());
        columns.put("practice_now", deal == null || deal.practiceNow() == null ? "" : deal.practiceNow());
        columns.put("opened_by", deal == null ? "" : deal.openedBy());
        return columns;
    }
}
