package io.github.samuraidesk.deal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** All deals: opens them, locks them, and reads their term sheet and tranches. */
@Repository
public class DealBook {

    private final JdbcClient jdbc;
    private final Facts facts;
    private final DealFiles files;
    private final DealEvents events;
    private final DealClock clock;

    DealBook(JdbcClient jdbc, Facts facts, DealFiles files, DealEvents events, DealClock clock) {
        this.jdbc = jdbc;
        this.facts = facts;
        this.files = files;
        this.events = events;
        this.clock = clock;
    }

    /** Opens a deal. @throws Refused when the id is taken */
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(Deal deal, TermSheet termSheet, PersonId person) {
        if (find(deal.id()).isPresent()) {
            throw new Refused(
                    List.of(Finding.field("dealId", "dealIdTaken", deal.id().value())));
        }
        Instant now = deal.practiceDate() == null
                ? clock.now(deal.id())
                : deal.practiceDate().atTime(9, 0).atZone(DealClock.TOKYO).toInstant();
        jdbc.sql("INSERT INTO deal (deal_id, practice, rule_pack, practice_now, opened_by) VALUES (?,?,?,?,?)")
                .params(
                        deal.id().value(),
                        deal.practice(),
                        deal.rulePack(),
                        deal.practiceDate() == null ? null : now.toString(),
                        person.value())
                .update();
        jdbc.sql("INSERT INTO deal_chain (deal_id, seq, head) VALUES (?,0,?)")
                .params(deal.id().value(), SealedEvent.BEFORE_ALL)
                .update();
        events.append(new DealEvent(
                deal.id(),
                "dealOpened",
                person,
                now,
                Map.of("practice", deal.practice(), "rulePack", deal.rulePack())));
        facts.record(deal.id(), TermSheet.FACT.key(), termSheet, person);
    }

    /** Waits for, and holds until commit, the one lock that every change of a deal takes first. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(DealId id) {
        String head = jdbc.sql("SELECT head FROM deal_chain WHERE deal_id = ? FOR UPDATE")
                .param(id.value())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("no deal " + id));
        files.locked(id, head);
    }

    public Optional<Deal> find(DealId id) {
        return files.find(id).map(DealFile::deal);
    }

    public Deal get(DealId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no deal " + id));
    }

    public List<DealId> ids() {
        return jdbc.sql("SELECT deal_id FROM deal ORDER BY deal_id").query(String.class).list().stream()
                .map(DealId::new)
                .toList();
    }

    public TermSheet termSheet(DealId id) {
        return termSheet(facts.of(id));
    }

    public static TermSheet termSheet(DealFile file) {
        return file.one(TermSheet.FACT).orElseThrow(() -> new IllegalArgumentException("no deal " + file.id()));
    }

    public int termSheetVersion(DealId id) {
        return facts.of(id).said(TermSheet.FACT).orElseThrow().version();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void changeTermSheet(DealId id, TermSheet termSheet, PersonId person) {
        facts.record(id, TermSheet.FACT.key(), termSheet, person);
    }

    /** Tranches that have not been dropped, in the order of the term sheet. */
    public List<Tranche> liveTranches(DealId id) {
        return liveTranches(facts.of(id));
    }

    public static List<Tranche> liveTranches(DealFile file) {
        List<String> dropped = file.current(TrancheDropped.FACT).stream()
                .map(TrancheDropped::tranche)
                .toList();
        return termSheet(file).tranches().stream()
                .filter(t -> !dropped.contains(t.id()))
                .toList();
    }

    /** Moves the business time of a practice deal. @throws Refused on a real deal, or backwards */
    @Transactional(propagation = Propagation.MANDATORY)
    public void movePracticeTime(DealId id, Instant to, PersonId person) {
        Deal deal = get(id);
        if (!deal.practice() || deal.practiceDate() == null) {
            throw new Refused(List.of(Finding.field("practiceNow", "notAPracticeDeal", id.value())));
        }
        if (to.isBefore(clock.now(id))) {
            throw new Refused(List.of(Finding.field("practiceNow", "timeGoesForward")));
        }
        jdbc.sql("UPDATE deal SET practice_now = ? WHERE deal_id = ?")
                .params(to.toString(), id.value())
                .update();
        events.append(new DealEvent(id, "practiceTimeMoved", person, to, Map.of("to", to.toString())));
    }
}
