package io.github.samuraidesk.clause;

import io.github.samuraidesk.clause.ClausesSigned.Capacity;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.HouseEvents;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.Refused;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The library of the house: the clauses of the program and every later version that its people wrote. */
@Repository
public class HouseClauses {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final HouseEvents events;

    HouseClauses(JdbcClient jdbc, JsonMapper json, Clock clock, HouseEvents events) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.events = events;
    }

    public record Signature(PersonId person, String signedAt) {}

    /**
     * A version of a clause as it stands in the library.
     *
     * @param person who wrote it; the program for what it comes with
     * @param staleTwin {@code ja} or {@code en}, the twin that was not touched when the other was last changed; empty when
     *     the translator has signed, it is the first version, or both were changed
     */
    public record Kept(Clause clause, PersonId person, Map<Capacity, Signature> signatures, String staleTwin) {

        /** Whether translator and reviewer have signed this version. */
        public boolean isSigned() {
            return signatures.size() == Capacity.values().length;
        }
    }

    /** Every version of every clause, read once: clauses in the order of printing, the first version first. */
    private Map<String, List<Kept>> all() {
        var written = new LinkedHashMap<String, Map<Clause, PersonId>>();
        ClauseLibrary.builtIn()
                .clauses()
                .forEach(c -> written.put(c.id(), new LinkedHashMap<>(Map.of(c, PersonId.PROGRAM))));
        jdbc.sql("SELECT body, person FROM clause_version ORDER BY clause_id, version")
                .query((ResultSet rs) -> {
                    Clause c = json.readValue(rs.getString(1), Clause.class);
                    Map<Clause, PersonId> versions = written.getOrDefault(c.id(), Map.of());
                    // a program that came later may bring a version that the house had already written
                    if (versions.keySet().stream().noneMatch(v -> v.version().equals(c.version()))
                            && !versions.isEmpty()) {
                        versions.put(c, new PersonId(rs.getString(2)));
                    }
                });
        Map<String, Map<Capacity, Signature>> signatures = signatures();
        var all = new LinkedHashMap<String, List<Kept>>();
        written.forEach((id, versions) -> {
            var kept = new ArrayList<Kept>();
            versions.entrySet().stream()
                    .sorted(Comparator.comparing(e -> e.getKey().version()))
                    .forEach(e -> {
                        Clause c = e.getKey();
                        var signed = signatures.getOrDefault(versionKey(id, c.version()), Map.of());
                        String stale = kept.isEmpty() || signed.containsKey(Capacity.TRANSLATOR)
                                ? ""
                                : staleTwin(kept.get(kept.size() - 1).clause(), c);
                        kept.add(new Kept(c, e.getValue(), signed, stale));
                    });
            all.put(id, kept);
        });
        return all;
    }

    private static String staleTwin(Clause before, Clause clause) {
        return before.ja().equals(clause.ja()) ? "ja" : before.en().equals(clause.en()) ? "en" : "";
    }

    private static String versionKey(String id, int version) {
        return id + "/" + version;
    }

    private Map<String, Map<Capacity, Signature>> signatures() {
        var signatures = new HashMap<String, Map<Capacity, Signature>>();
        jdbc.sql("SELECT clause_id, version, capacity, person, signed_at FROM clause_signature")
                .query((ResultSet rs) -> {
                    signatures
                            .computeIfAbsent(
                                    versionKey(rs.getString(1), rs.getInt(2)), k -> new EnumMap<>(Capacity.class))
                            .put(
                                    Capacity.valueOf(rs.getString(3)),
                                    new Signature(new PersonId(rs.getString(4)), rs.getString(5)));
                });
        return signatures;
    }

    /** The last version of each clause with its standing, in the order of printing. */
    public List<Kept> library() {
        return all().values().stream().map(v -> v.get(v.size() - 1)).toList();
    }

    /** The last version of each clause, in the order of printing. */
    public List<Clause> latest() {
        return library().stream().map(Kept::clause).toList();
    }

    /** The last version of each clause that is effective on a day; before all of them, the first. */
    public List<Clause> inForce(LocalDate day) {
        return all().values().stream()
                .map(versions -> versions.stream()
                        .map(Kept::clause)
                        .filter(c -> !c.effective().isAfter(day))
                        .reduce((earlier, later) -> later)
                        .orElseGet(() -> versions.get(0).clause()))
                .toList();
    }

    /** Every version of a clause, the first first; none for a clause that the library does not have. */
    public List<Kept> versions(String id) {
        return all().getOrDefault(id, List.of());
    }

    /** Names of the versions that translator and reviewer have signed, for {@link #isAmong}. */
    Set<String> signed() {
        var signed = new HashSet<String>();
        signatures().forEach((key, by) -> {
            if (by.size() == Capacity.values().length) {
                signed.add(key);
            }
        });
        return signed;
    }

    static boolean isAmong(Set<String> signed, Clause clause) {
        return signed.contains(versionKey(clause.id(), clause.version()));
    }

    public Optional<Clause> find(String id) {
        return versions(id).stream().map(Kept::clause).reduce((earlier, later) -> later);
    }

    /**
     * Writes the next version of a clause; nobody has signed it yet, and running deals keep theirs.
     *
     * @param reason, ja, en checked as fields of a form
     * @throws Refused with every finding
     */
    @Transactional
    public Clause edit(String id, String ja, String en, LocalDate effective, String reason, PersonId person) {
        var findings = new ArrayList<Finding>();
        Optional<Clause> last = find(id);
        if (last.isEmpty()) {
            findings.add(Finding.field("clause", "unknownClause", id));
        }
        findings.addAll(ClauseFaults.in("textJa", ja));
        findings.addAll(ClauseFaults.in("textEn", en));
        last.filter(c -> effective.isBefore(c.effective()))
                .ifPresent(c -> findings.add(Finding.field(
                        "effective",
                        "effectiveBeforeLast",
                        effective.toString(),
                        c.effective().toString())));
        last.filter(Clause::slot).ifPresent(c -> findings.add(Finding.field("clause", "slotIsFilledInTheDeal", id)));
        last.filter(c -> c.ja().equals(ja) && c.en().equals(en))
                .ifPresent(c -> findings.add(Finding.field("textJa", "clauseUnchanged", id)));
        Refused.unlessNone(findings);
        Clause before = last.orElseThrow();
        var next = new Clause(
                id,
                before.section(),
                before.version() + 1,
                person.value(),
                effective,
                before.use(),
                before.when(),
                before.slot(),
                reason,
                before.source(),
                ja,
                en);
        jdbc.sql("INSERT INTO clause_version (clause_id, version, body, person, recorded_at) VALUES (?,?,?,?,?)")
                .params(
                        id,
                        next.version(),
                        json.writeValueAsString(next),
                        person.value(),
                        clock.instant().toString())
                .update();
        events.append("clauseWritten", person, Map.of("clause", id, "version", next.version(), "reason", reason));
        return next;
    }

    /** @throws Refused when one person would sign in both capacities, the reviewer wrote it, or it is signed already */
    @Transactional
    public void sign(String id, int version, Capacity capacity, PersonId person) {
        Optional<Kept> kept = versions(id).stream()
                .filter(k -> k.clause().version() == version)
                .findFirst();
        if (kept.isEmpty()) {
            throw new Refused(List.of(Finding.field("clause", "unknownClause", id)));
        }
        Map<Capacity, Signature> known = kept.get().signatures();
        var findings = new ArrayList<Finding>();
        if (known.containsKey(capacity)) {
            findings.add(Finding.field("signAs", "clauseSigned", id));
        }
        boolean both = known.values().stream().anyMatch(s -> s.person().equals(person));
        boolean wrote = kept.get().person().equals(person);
        if (both || (capacity == Capacity.REVIEWER && wrote)) {
            findings.add(ClauseFaults.anotherPerson(person));
        }
        Refused.unlessNone(findings);
        jdbc.sql("INSERT INTO clause_signature (clause_id, version, capacity, person, signed_at) VALUES (?,?,?,?,?)")
                .params(
                        id,
                        version,
                        capacity.name(),
                        person.value(),
                        clock.instant().toString())
                .update();
        events.append("clauseSigned", person, Map.of("clause", id, "version", version, "capacity", capacity.name()));
    }
}
