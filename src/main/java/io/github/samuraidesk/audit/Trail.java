package io.github.samuraidesk.audit;

import io.github.samuraidesk.deal.DealEvent;
import io.github.samuraidesk.deal.DealEvents;
import io.github.samuraidesk.deal.DealFiles;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.FactText;
import io.github.samuraidesk.deal.SealedEvent;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** One chain of events per deal; nothing here updates or deletes an event. */
@Repository
public class Trail implements DealEvents {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final DealFiles files;

    Trail(JdbcClient jdbc, Clock clock, DealFiles files) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.files = files;
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
        String body = FactText.ofEvent(event.body());
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
        files.appended(new SealedEvent(
                dealId, seq, event.type(), event.person().value(), businessAt, recordedAt, body, head.hash(), hash));
    }

    @Override
    public String head(DealId dealId) {
        return jdbc.sql("SELECT head FROM deal_chain WHERE deal_id = ?")
                .param(dealId.value())
                .query(String.class)
                .single();
    }

    public List<SealedEvent> events(DealId dealId) {
        return jdbc.sql("SELECT " + SealedEvent.COLUMNS + " FROM deal_event WHERE deal_id = ? ORDER BY seq")
                .param(dealId.value())
                .query((rs, i) -> SealedEvent.of(rs))
                .list();
    }
}
