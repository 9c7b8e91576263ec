package io.github.samuraidesk.clause;

import io.github.samuraidesk.clause.ClausesSigned.Capacity;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    HouseClauses(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** @param person who wrote it; the program for what it comes with */
    public record Kept(Clause clause, PersonId person, String recordedAt) {}

    public record Signature(PersonId person, String signedAt) {}

    /** The last version of each clause, in the order of printing. */
    public List<Clause> latest() {
        var latest = new LinkedHashMap<String, Clause>();
        ClauseLibrary.builtIn().clauses().forEach(c -> latest.put(c.id(), c));
        written().forEach(k -> {
            Clause known = latest.get(k.clause().id());
            if (known != null && k.clause().version() > known.version()) {
                latest.put(known.id(), k.clause());
            }
        });
        return List.copyOf(latest.values());
    }

    /** The last version of each clause that is effective on a day; before all of them, the first. */
    public List<Clause> inForce(LocalDate day) {
        return latest().stream()
                .map(last -> versions(last.id()).stream()
                        .map(Kept::clause)
                        .filter(c -> !c.effective().isAfter(day))
                        .max(Comparator.comparing(Clause::version))
                        .orElseGet(() -> versions(last.id()).get(0).clause()))
                .toList();
    }

    private List<Kept> written() {
        return jdbc.sql("SELECT body, person, recorded_at FROM clause_version ORDER BY clause_id, version")
                .query((rs, i) -> new Kept(
                        json.readValue(rs.getString(1), Clause.class), new PersonId(rs.getString(2)), rs.getString(3)))
                .list();
    }

    /** Every version of a clause, the first first. */
    public List<Kept> versions(String id) {
        var versions = new ArrayList<Kept>();
        ClauseLibrary.builtIn().clauses().stream()
                .filter(c -> c.id().equals(id))
                .forEach(c -> versions.add(new Kept(c, PersonId.PROGRAM, "")));
        written().stream()
                .filter(k -> k.clause().id().equals(id))
                // a program that came later may bring a version that the house had already written
                .filter(k -> versions.stream()
                        .noneMatch(v -> v.clause().version().equals(k.clause().version())))
                .forEach(versions::add);
        versions.sort(Comparator.comparing(k -> k.clause().version()));
        return versions;
    }

    public Optional<Clause> find(String id) {
        return latest().stream().filter(c -> c.id().equals(id)).findFirst();
    }

    /**
     * Writes the next version of a clause; nobody has signed it yet, and running deals keep theirs.
     *
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
        if (reason.isBlank()) {
            findings.add(Finding.field("reason", "required"));
        }
        last.filter(c -> effective.isBefore(c.effective()))
                .ifPresent(c -> findings.add(Finding.field(
                        "effective",
                        "effectiveBeforeLast",
                        effective.toString(),
                        c.effective().toString())));
        boolean slot = last.filter(Clause::slot).isPresent();
        if (slot) {
            findings.add(Finding.field("clause", "slotIsFilledInTheDeal", id));
        } else {
            if (ja.isBlank()) {
                findings.add(Finding.field("textJa", "required"));
            }
            if (en.isBlank()) {
                findings.add(Finding.field("textEn", "required"));
            }
        }
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
        return next;
    }

    public Map<Capacity, Signature> signatures(Clause clause) {
        var signatures = new EnumMap<Capacity, Signature>(Capacity.class);
        jdbc.sql("SELECT capacity, person, signed_at FROM clause_signature WHERE clause_id = ? AND version = ?")
                .params(clause.id(), clause.version())
                .query((rs, i) -> signatures.put(
                        Capacity.valueOf(rs.getString(1)),
                        new Signature(new PersonId(rs.getString(2)), rs.getString(3))))
                .list();
        return signatures;
    }

    /**
     * The twin that was not touched when the other was last changed: {@code ja}, {@code en}, or empty when the version is
     * signed, is the first, or changed both.
     */
    public String staleTwin(Clause clause) {
        if (signatures(clause).containsKey(Capacity.TRANSLATOR)) {
            return "";
        }
        return versions(clause.id()).stream()
                .map(Kept::clause)
                .filter(c -> c.version() < clause.version())
                .reduce((earlier, later) -> later)
                .map(before ->
                        before.ja().equals(clause.ja()) ? "ja" : before.en().equals(clause.en()) ? "en" : "")
                .orElse("");
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
        Map<Capacity, Signature> known = signatures(kept.get().clause());
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
                        Instant.from(clock.instant()).toString())
                .update();
    }

    /** Whether translator and reviewer have signed this version. */
    public boolean isSigned(Clause clause) {
        return signatures(clause).size() == Capacity.values().length;
    }
}
