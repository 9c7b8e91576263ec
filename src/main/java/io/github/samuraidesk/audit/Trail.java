package io.github.samuraidesk.audit;

import io.github.samuraidesk.deal.DealEvent;
import io.github.samuraidesk.deal.DealEvents;
import io.github.samuraidesk.deal.DealId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** One chain of events per deal; nothing here updates or deletes an event. */
@Repository
public class Trail implements DealEvents {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Trail(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(DealEvent event) {
        String dealId = event.dealId().value();
        record Head(long seq, String hash) {}
        Head head = jdbc.sql("SELECT seq, head FROM deal_chain WHERE deal_id = ? FOR UPDATE")
                .param(dealId)
                .query((rs, i) -> new Head(rs.getLong(1), rs.getString(2)))
                .single();
        long seq = head.seq() + 1;
        String body = json.writeValueAsString(sorted(event.body()));
        String businessAt = event.businessAt().truncatedTo(ChronoUnit.MILLIS).toString();
        String recordedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
        String hash = SealedEvent.hash(
                dealId, seq, event.type(), event.person().value(), businessAt, recordedAt, body, head.hash());
        jdbc.sql(
                        "INSERT INTO deal_event (deal_id, seq, type, person, business_at, recorded_at, body, previous_hash, hash)"
                                + " VALUES (?,?,?,?,?,?,?,?,?)")
                .params(
                        dealId,
                        seq,
                        event.type(),
                        event.person().value(),
                        businessAt,
                        recordedAt,
                        body,
                        head.hash(),
                        hash)
                .update();
        jdbc.sql("UPDATE deal_chain SET seq = ?, head = ? WHERE deal_id = ?")
                .params(seq, hash, dealId)
                .update();
    }

    static Object sorted(Object value) {
        if (value instanceof Map<?, ?> map) {
            var tree = new TreeMap<String, Object>();
            map.forEach((k, v) -> tree.put(String.valueOf(k), v == null ? null : sorted(v)));
            return tree;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(v -> v == null ? "" : sorted(v)).toList();
        }
        return value;
    }

    @Override
    public String head(DealId dealId) {
        return jdbc.sql("SELECT head FROM deal_chain WHERE deal_id = ?")
                .param(dealId.value())
                .query(String.class)
                .single();
    }

    public List<SealedEvent> events(DealId dealId) {
        return events(dealId, Long.MIN_VALUE);
    }

    /** The events from a number on. */
    List<SealedEvent> events(DealId dealId, long from) {
        return jdbc.sql("SELECT deal_id, seq, type, person, business_at, recorded_at, body, previous_hash, hash"
                        + " FROM deal_event WHERE deal_id = ? AND seq >= ? ORDER BY seq")
                .params(dealId.value(), from)
                .query((rs, i) -> new SealedEvent(
                        rs.getString(1),
                        rs.getLong(2),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getString(5),
                        rs.getString(6),
                        rs.getString(7),
                        rs.getString(8),
                        rs.getString(9)))
                .list();
    }
}
