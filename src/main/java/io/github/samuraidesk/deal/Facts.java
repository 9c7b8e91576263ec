package io.github.samuraidesk.deal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The facts of every deal: immutable records, only ever added. A later fact of the same kind and key takes the place of
 * an earlier one, which stays readable; each addition is an event with the values before and after.
 */
@Repository
public class Facts {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final DealEvents events;
    private final DealClock clock;

    Facts(JdbcClient jdbc, JsonMapper json, DealEvents events, DealClock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.events = events;
        this.clock = clock;
    }

    /** A stored fact with its history columns. */
    public record Stored<T>(String key, int version, String person, Instant businessAt, T value) {}

    /** A stored fact that was not read: its text as JSON. */
    public record Raw(String key, int version, String person, String businessAt, JsonNode value) {}

    /** Adds a fact in the caller's transaction; the caller holds the deal's lock. */
    @Transactional(propagation = Propagation.MANDATORY)
    public <T extends Record> void record(DealId dealId, String key, T fact, PersonId person) {
        String kind = kind(fact.getClass());
        Optional<Stored<T>> before = stored(dealId, (Class<T>) fact.getClass(), key);
        Instant now = now(dealId);
        int version = write(dealId, kind, key, json.writeValueAsString(fact), person, now, false);
        var body = new LinkedHashMap<String, Object>();
        body.put("kind", kind);
        body.put("key", key);
        body.put("version", version);
        before.ifPresent(b -> body.put("before", json.convertValue(b.value(), Map.class)));
        body.put("after", json.convertValue(fact, Map.class));
        events.append(new DealEvent(dealId, "factRecorded", person, now, body));
    }

    /** Marks a fact as no longer standing; its earlier versions stay. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(DealId dealId, Class<? extends Record> type, String key, String reason, PersonId person) {
        stored(dealId, type, key).ifPresent(b -> {
            Instant now = now(dealId);
            int version = write(dealId, kind(type), key, json.writeValueAsString(b.value()), person, now, true);
            events.append(new DealEvent(
                    dealId,
                    "factWithdrawn",
                    person,
                    now,
                    Map.of(
                            "kind",
                            kind(type),
                            "key",
                            key,
                            "version",
                            version,
                            "reason",
                            reason,
                            "before",
                            json.convertValue(b.value(), Map.class))));
        });
    }

    /** One reading for a fact and its event, as exact as an event tells it: they are held to each other. */
    private Instant now(DealId dealId) {
        return clock.now(dealId).truncatedTo(ChronoUnit.MILLIS);
    }

    private int write(DealId dealId, String kind, String key, String body, PersonId person, Instant now, boolean gone) {
        // withdrawn versions count: a number is given once
        int version = jdbc.sql("SELECT COALESCE(MAX(version), 0) + 1 FROM deal_fact"
                        + " WHERE deal_id = ? AND kind = ? AND fact_key = ?")
                .params(dealId.value(), kind, key)
                .query(Integer.class)
                .single();
        jdbc.sql("INSERT INTO deal_fact (deal_id, kind, fact_key, version, body, person, business_at, withdrawn)"
                        + " VALUES (?,?,?,?,?,?,?,?)")
                .params(dealId.value(), kind, key, version, body, person.value(), now.toString(), gone)
                .update();
        return version;
    }

    private <T extends Record> Stored<T> read(DealId dealId, Class<T> type, String key, ResultSet rs)
            throws SQLException {
        int version = rs.getInt("version");
        try {
            return new Stored<>(
                    key,
                    version,
                    rs.getString("person"),
                    Instant.parse(rs.getString("business_at")),
                    json.readValue(rs.getString("body"), type));
        } catch (JacksonException | DateTimeException e) {
            throw new UnreadableFact(dealId, kind(type), key, version, e);
        }
    }

    /** @throws UnreadableFact where the table holds something else than a fact of the kind */
    public <T extends Record> Optional<T> find(DealId dealId, Class<T> type, String key) {
        return stored(dealId, type, key).map(Stored::value);
    }

    public <T extends Record> Optional<Stored<T>> stored(DealId dealId, Class<T> type, String key) {
        return jdbc.sql("SELECT version, person, business_at, body, withdrawn FROM deal_fact"
                        + " WHERE deal_id = ? AND kind = ? AND fact_key = ? ORDER BY fact_id DESC LIMIT 1")
                .params(dealId.value(), kind(type), key)
                .query((ResultSet rs, int row) -> rs.getBoolean("withdrawn")
                        ? Optional.<Stored<T>>empty()
                        : Optional.of(read(dealId, type, key, rs)))
                .optional()
                .flatMap(last -> last);
    }

    /** The standing facts of a kind, in the order in which their keys first appeared. */
    public <T extends Record> List<T> current(DealId dealId, Class<T> type) {
        return all(dealId, type).stream().map(Stored::value).toList();
    }

    public <T extends Record> List<Stored<T>> all(DealId dealId, Class<T> type) {
        var latest = new LinkedHashMap<String, Optional<Stored<T>>>();
        jdbc.sql("SELECT fact_key, version, person, business_at, body, withdrawn FROM deal_fact"
                        + " WHERE deal_id = ? AND kind = ? ORDER BY fact_id")
                .params(dealId.value(), kind(type))
                .query((ResultSet rs) -> {
                    Optional<Stored<T>> row = rs.getBoolean("withdrawn")
                            ? Optional.empty()
                            : Optional.of(read(dealId, type, rs.getString("fact_key"), rs));
                    latest.put(rs.getString("fact_key"), row);
                });
        return latest.values().stream().flatMap(Optional::stream).toList();
    }

    /** The standing facts of a kind as they are stored, whatever they have become: evidence shows them as they are. */
    public List<Raw> asStored(DealId dealId, Class<? extends Record> type) {
        var latest = new LinkedHashMap<String, Optional<Raw>>();
        jdbc.sql("SELECT fact_key, version, person, business_at, body, withdrawn FROM deal_fact"
                        + " WHERE deal_id = ? AND kind = ? ORDER BY fact_id")
                .params(dealId.value(), kind(type))
                .query((ResultSet rs) -> {
                    Optional<Raw> row = rs.getBoolean("withdrawn")
                            ? Optional.empty()
                            : Optional.of(new Raw(
                                    rs.getString("fact_key"),
                                    rs.getInt("version"),
                                    rs.getString("person"),
                                    rs.getString("business_at"),
                                    tree(rs.getString("body"))));
                    latest.put(rs.getString("fact_key"), row);
                });
        return latest.values().stream().flatMap(Optional::stream).toList();
    }

    private JsonNode tree(String body) {
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            return json.getNodeFactory().stringNode(body);
        }
    }

    /** Every version of a fact, the first first, withdrawn ones left out. */
    public <T extends Record> List<Stored<T>> history(DealId dealId, Class<T> type, String key) {
        return jdbc.sql("SELECT fact_key, version, person, business_at, body FROM deal_fact"
                        + " WHERE deal_id = ? AND kind = ? AND fact_key = ? AND withdrawn = FALSE ORDER BY fact_id")
                .params(dealId.value(), kind(type), key)
                .query((ResultSet rs, int row) -> read(dealId, type, rs.getString("fact_key"), rs))
                .list();
    }

    /** Everyone who ever recorded the fact of this kind and key; whoever only withdrew it wrote nothing. */
    public List<String> authors(DealId dealId, Class<? extends Record> type, String key) {
        return jdbc.sql("SELECT DISTINCT person FROM deal_fact WHERE deal_id = ? AND kind = ? AND fact_key = ?"
                        + " AND withdrawn = FALSE")
                .params(dealId.value(), kind(type), key)
                .query(String.class)
                .list();
    }

    static String kind(Class<?> type) {
        return type.getSimpleName();
    }
}
