package io.github.samuraidesk.deal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The facts of every deal: immutable records, only ever added. A later fact of the same kind and key takes the place of
 * an earlier one, which stays readable; each addition is an event with the values before and after. What was said is read
 * from the events, in a deal's file; the table beside them is an index over all deals, which nothing decides by.
 */
@Repository
public class Facts {

    private final JdbcClient jdbc;
    private final FactKinds kinds;
    private final DealFiles files;
    private final DealEvents events;
    private final DealClock clock;

    Facts(JdbcClient jdbc, FactKinds kinds, DealFiles files, DealEvents events, DealClock clock) {
        this.jdbc = jdbc;
        this.kinds = kinds;
        this.files = files;
        this.events = events;
        this.clock = clock;
    }

    /** The deal's file as it is now. @throws IllegalArgumentException when there is no such deal */
    public DealFile of(DealId id) {
        return files.now(id);
    }

    /** While it is open, this thread sees each deal as it was when first looked at, but for what it adds itself. */
    public DealFiles.Reading reading() {
        return files.reading();
    }

    /** As {@link #record(DealId, FactKind.One, Record, PersonId)}, for whoever knows the fact's class alone. */
    @Transactional(propagation = Propagation.MANDATORY)
    public <T extends Record> void record(DealId dealId, String key, T fact, PersonId person) {
        @SuppressWarnings("unchecked") // a fact is of its own class
        FactKind<T> kind = kinds.of((Class<T>) fact.getClass());
        record(dealId, kind.perKey().at(key), fact, person);
    }

    /** Adds a fact in the caller's transaction; the caller holds the deal's lock. @throws Refused where {@link #newer} is not empty */
    @Transactional(propagation = Propagation.MANDATORY)
    public <T extends Record> void record(DealId dealId, FactKind.One<T> one, T fact, PersonId person) {
        mustBeKnown(dealId);
        DealFile file = of(dealId);
        Instant now = now(dealId);
        FactText.Written written = FactText.write(fact);
        int version = write(dealId, file, one, written.text(), person, now, false);
        var body = new LinkedHashMap<String, Object>();
        body.put("kind", one.name());
        body.put("key", one.key());
        body.put("version", version);
        body.put("textVersion", written.version());
        file.text(one).ifPresent(before -> body.put("before", before));
        body.put("after", new DealFile.StoredText(written.text(), written.version()));
        events.append(new DealEvent(dealId, "factRecorded", person, now, body));
    }

    /** Marks a fact as no longer standing; its earlier versions stay. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(DealId dealId, FactKind.One<?> kind, String reason, PersonId person) {
        DealFile file = of(dealId);
        file.text(kind).ifPresent(before -> {
            mustBeKnown(dealId);
            Instant now = now(dealId);
            int version = write(dealId, file, kind, before.text(), person, now, true);
            events.append(new DealEvent(
                    dealId,
                    "factWithdrawn",
                    person,
                    now,
                    Map.of(
                            "kind",
                            kind.name(),
                            "key",
                            kind.key(),
                            "version",
                            version,
                            "textVersion",
                            before.version(),
                            "reason",
                            reason,
                            "before",
                            before)));
        });
    }

    /** Kinds of fact in the deal that a newer program wrote: this one reads the deal, and adds nothing to it. */
    public List<String> newer(DealId id) {
        return files.find(id)
                .map(f -> f.textVersions().entrySet().stream()
                        .filter(e -> kinds.isNewer(e.getKey(), e.getValue()))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList())
                .orElse(List.of());
    }

    /** @throws Refused where the deal's chain is broken, or a newer program wrote what this one does not know */
    public void mustBeKnown(DealId id) {
        if (!of(id).isSound()) {
            throw new Refused(List.of(Finding.rule(Finding.TRAIL, "", "deal", Role.AUDITOR.name(), "chainIsBroken")));
        }
        List<String> newer = newer(id);
        if (!newer.isEmpty()) {
            throw new Refused(List.of(Finding.rule(
                    Finding.NEWER,
                    "",
                    "deal",
                    Role.LEAD_MANAGER.name(),
                    "dealOfNewerProgram",
                    String.join(", ", newer))));
        }
    }

    /** One reading for a fact and its event, as exact as an event tells it: they are held to each other. */
    private Instant now(DealId dealId) {
        return clock.now(dealId).truncatedTo(ChronoUnit.MILLIS);
    }

    private int write(
            DealId dealId,
            DealFile file,
            FactKind.One<?> kind,
            String body,
            PersonId person,
            Instant now,
            boolean gone) {
        // withdrawn versions count: a number is given once
        int version = file.count(kind) + 1;
        jdbc.sql("INSERT INTO deal_fact (deal_id, kind, fact_key, version, body, person, business_at, withdrawn)"
                        + " VALUES (?,?,?,?,?,?,?,?)")
                .params(dealId.value(), kind.name(), kind.key(), version, body, person.value(), now.toString(), gone)
                .update();
        return version;
    }
}
