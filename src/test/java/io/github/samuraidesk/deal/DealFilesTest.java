package io.github.samuraidesk.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.audit.Trail;
import io.github.samuraidesk.rehearsal.Cast;
import io.github.samuraidesk.workflow.HumanTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A deal's file is what its events say, whoever wrote them, and nothing that was not committed. */
class DealFilesTest extends DeskTest {

    private static final FactKind.Per<TrancheDropped> DROPPED = TrancheDropped.FACT;

    @Autowired
    private DealFiles files;

    @Autowired
    private FactKinds kinds;

    @Autowired
    private Trail trail;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcTemplate jdbc;

    private void drop(DealId id, String tranche) {
        facts.record(id, tranche, new TrancheDropped(tranche, "x"), Cast.LEAD.person());
    }

    private List<String> dropped(DealId id) {
        return dropped(facts.of(id));
    }

    /** What this test drops; the rehearsal drops tranches of its own, with another reason. */
    private static List<String> dropped(DealFile file) {
        return file.current(DROPPED).stream()
                .filter(d -> d.reason().equals("x"))
                .map(TrancheDropped::tranche)
                .toList();
    }

    /** All standing facts of a file, as text. */
    private List<String> contents(DealFile file) {
        var all = new ArrayList<String>();
        for (FactKind<?> kind : kinds.all()) {
            file.asStored(kind.perKey()).forEach(raw -> all.add(kind.name() + " " + raw));
        }
        return all;
    }

    /** The file of any event, read anew, is the one that grew event by event, and the last is what the table says. */
    @Test
    void theFileAtAnEventIsWhatTheProgramOfThatMomentHad() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.DRAFT_PAPERS);
        DealFile growing = DealFile.of(id, List.of());
        for (SealedEvent event : trail.events(id)) {
            growing = growing.plus(List.of(event));
            DealFile at = files.at(id, event.seq());
            assertThat(at.head()).isEqualTo(growing.head());
            assertThat(contents(at)).as("at event %d", event.seq()).isEqualTo(contents(growing));
            assertThat(at.members()).isEqualTo(growing.members());
        }
        assertThat(growing.isSound()).isTrue();
        assertThat(files.now(id).head()).isEqualTo(growing.head());
        List<String> table = jdbc.queryForList(
                "SELECT f.kind || ' ' || f.fact_key || ' ' || f.version || ' ' || f.person FROM deal_fact f WHERE f.deal_id = ?"
                        + " AND f.withdrawn = FALSE AND f.fact_id = (SELECT MAX(l.fact_id) FROM deal_fact l"
                        + " WHERE l.deal_id = f.deal_id AND l.kind = f.kind AND l.fact_key = f.fact_key)",
                String.class,
                id.value());
        var file = new ArrayList<String>();
        for (FactKind<?> kind : kinds.all()) {
            growing.asStored(kind.perKey())
                    .forEach(raw -> file.add(kind.name() + " " + raw.key() + " " + raw.version() + " " + raw.person()));
        }
        assertThat(file).containsExactlyInAnyOrderElementsOf(table);
    }

    @Test
    void whatIsRolledBackIsSeenByNobodyAndAgainByNeitherThread() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.ISSUE_RFP);
        try (var reading = facts.reading()) {
            assertThat(dropped(id)).isEmpty();
            transaction.executeWithoutResult(status -> {
                deals.lock(id);
                drop(id, "5Y");
                assertThat(dropped(id)).as("its own thread sees it at once").containsExactly("5Y");
                assertThat(elsewhere(id))
                        .as("nobody else before it is committed")
                        .isEmpty();
                status.setRollbackOnly();
            });
            assertThat(dropped(id)).isEmpty();
            assertThat(elsewhere(id)).isEmpty();
        }
    }

    private List<String> elsewhere(DealId id) {
        try {
            return CompletableFuture.supplyAsync(() -> dropped(id)).get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A page says one moment of a deal; whoever takes its lock sees what came before. */
    @Test
    void aReadingStaysAsItWasUntilTheLockIsTaken() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.ISSUE_RFP);
        try (var reading = facts.reading()) {
            assertThat(dropped(id)).isEmpty();
            CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> {
                        deals.lock(id);
                        drop(id, "3Y");
                    }))
                    .join();
            assertThat(dropped(id)).as("the same moment").isEmpty();
            transaction.executeWithoutResult(status -> {
                deals.lock(id);
                assertThat(dropped(id)).containsExactly("3Y");
            });
            assertThat(dropped(id)).containsExactly("3Y");
        }
    }

    /** Another node has its own files: it finds what this one wrote, and this one what the other wrote. */
    @Test
    void twoNodesExtendTheirFilesByEachOthersEvents() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.ISSUE_RFP);
        var other = new DealFiles(JdbcClient.create(jdbc));
        assertThat(other.now(id).head()).isEqualTo(files.now(id).head());
        transaction.executeWithoutResult(status -> {
            deals.lock(id);
            drop(id, "5Y");
        });
        assertThat(other.now(id).head()).isEqualTo(files.now(id).head()).isEqualTo(trail.head(id));
        assertThat(dropped(other.now(id))).containsExactly("5Y");
        assertThat(other.now(id)).as("kept, not built again").isSameAs(other.now(id));
    }

    /** A chain that is not the one that was kept is read from its beginning. */
    @Test
    void aKeptFileOfAnotherChainIsThrownAway() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.ISSUE_RFP);
        DealFile before = files.now(id);
        long last = before.seq();
        String event = "SELECT hash FROM deal_event WHERE deal_id = ? AND seq = ?";
        String previous = jdbc.queryForObject(event, String.class, id.value(), last - 1);
        Map<String, Object> row =
                jdbc.queryForMap("SELECT * FROM deal_event WHERE deal_id = ? AND seq = ?", id.value(), last);
        // as a database that was restored from a copy one event older
        jdbc.update("DELETE FROM deal_event WHERE deal_id = ? AND seq = ?", id.value(), last);
        jdbc.update("UPDATE deal_chain SET seq = ?, head = ? WHERE deal_id = ?", last - 1, previous, id.value());
        DealFile after = files.now(id);
        assertThat(after.seq()).isEqualTo(last - 1);
        assertThat(after.head()).isEqualTo(previous);
        assertThat(after.isSound()).isTrue();
        assertThat(row).isNotEmpty();
    }

    @Test
    void aBrokenEventIsNoticedWhileReadingAndNothingIsAddedToTheDeal() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.ISSUE_RFP);
        jdbc.update("UPDATE deal_event SET person = 'mallory' WHERE deal_id = ? AND seq = 3", id.value());
        assertThat(new DealFiles(JdbcClient.create(jdbc)).now(id).isSound()).isFalse();
        org.springframework.test.util.ReflectionTestUtils.invokeMethod(files, "forget", id);
        assertThatThrownBy(() -> complete(id, HumanTask.ISSUE_RFP))
                .isInstanceOfSatisfying(
                        Refused.class,
                        r -> assertThat(r.findings()).extracting(Finding::code).contains("chainIsBroken"));
    }
}
