package io.github.samuraidesk.audit;

import io.github.samuraidesk.deal.FactText;
import io.github.samuraidesk.deal.HouseEvents;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.SealedEvent;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** One chain of events for the house: sign-ins, people, rule packs, the clause library. Nothing here changes an event. */
@Repository
public class HouseTrail implements HouseEvents {

    private static final String CHAIN = "house";

    private final JdbcClient jdbc;
    private final Clock clock;

    HouseTrail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Head(long seq, String hash) {}

    private Head locked() {
        return jdbc.sql("SELECT seq, head FROM house_chain WHERE chain = ? FOR UPDATE")
                .param(CHAIN)
                .query((rs, i) -> new Head(rs.getLong(1), rs.getString(2)))
                .single();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock() {
        locked();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(String type, PersonId person, Map<String, Object> body) {
        Head head = locked();
        long seq = head.seq() + 1;
        String text = FactText.ofEvent(body);
        String at = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
        String hash = SealedEvent.hash(CHAIN, seq, type, person.value(), at, at, text, head.hash());
        jdbc.sql("INSERT INTO house_event (seq, type, person, recorded_at, body, previous_hash, hash)"
                        + " VALUES (?,?,?,?,?,?,?)")
                .params(seq, type, person.value(), at, text, head.hash(), hash)
                .update();
        jdbc.sql("UPDATE house_chain SET seq = ?, head = ? WHERE chain = ?")
                .params(seq, hash, CHAIN)
                .update();
    }

    /** Events below a number, the latest first. */
    public List<SealedEvent> before(long seq, int most) {
        return events("WHERE seq < ? ORDER BY seq DESC LIMIT " + most, seq);
    }

    private List<SealedEvent> events(String which, Object... params) {
        return jdbc.sql("SELECT seq, type, person, recorded_at, body, previous_hash, hash FROM house_event " + which)
                .params(params)
                .query((rs, i) -> new SealedEvent(
                        CHAIN,
                        rs.getLong(1),
                        rs.getString(2),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getString(4),
                        rs.getString(5),
                        rs.getString(6),
                        rs.getString(7)))
                .list();
    }

    /** @param faults in words of the verifier; empty while the chain holds @param head hash of the last event */
    public record State(long events, String head, List<String> faults) {}

    /** Reads the whole chain and holds it to its hashes and its head. */
    @Transactional(readOnly = true)
    public State check() {
        Head head = jdbc.sql("SELECT seq, head FROM house_chain WHERE chain = ?")
                .param(CHAIN)
                .query((rs, i) -> new Head(rs.getLong(1), rs.getString(2)))
                .single();
        List<SealedEvent> events = events("ORDER BY seq");
        var faults = new ArrayList<String>();
        Verifier.checkChain(events, faults);
        String last = events.isEmpty()
                ? SealedEvent.BEFORE_ALL
                : events.get(events.size() - 1).hash();
        if (head.seq() != events.size() || !head.hash().equals(last)) {
            faults.add("house_chain: does not end at the last event");
        }
        return new State(events.size(), head.hash(), faults);
    }
}
