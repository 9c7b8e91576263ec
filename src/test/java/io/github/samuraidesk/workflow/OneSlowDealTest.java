package io.github.samuraidesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.rehearsal.Cast;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** While one deal's row is locked, its writers are told so in bounded time and everybody else goes on. */
class OneSlowDealTest extends DeskTest {

    /** More than the pool has connections. */
    private static final int WRITERS = 20;

    /** Waiting for the turn, then for the row, and room for a slow machine. */
    private static final Duration MOST_WAITING = Duration.ofSeconds(90);

    @Autowired
    private DataSource database;

    private Visitor visitor(Cast by) {
        return new Visitor(port, by.person().value(), PASSWORD);
    }

    @Test
    void oneLockedDealStopsNeitherPagesNorWritersOfTheOthers() throws Exception {
        DealId slow = openAndStopBefore("SVN-2024", HumanTask.HOLD_KICK_OFF);
        DealId other = openAndStopBefore("SVN-2024", HumanTask.HOLD_KICK_OFF);
        Visitor reader = visitor(Cast.LEAD);
        reader.get("/");
        var threads = Executors.newFixedThreadPool(WRITERS);
        try (Connection holder = database.getConnection()) {
            holder.setAutoCommit(false);
            try (var lock = holder.prepareStatement("SELECT seq FROM deal_chain WHERE deal_id = ? FOR UPDATE")) {
                lock.setString(1, slow.value());
                lock.executeQuery();
            }
            List<CompletableFuture<Visitor.Answer>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                writers.add(CompletableFuture.supplyAsync(
                        () -> visitor(Cast.LEAD).post("/api/deals/" + slow + "/tasks/holdKickOff", "{\"values\":{}}"),
                        threads));
            }
            int pages = 0;
            while (writers.stream().anyMatch(w -> !w.isDone())) {
                assertThat(reader.get("/deals/" + other).status()).isEqualTo(200);
                assertThat(reader.get("/deals/" + slow).status()).isEqualTo(200);
                desk.saveDraft(
                        other,
                        HumanTask.HOLD_KICK_OFF,
                        io.github.samuraidesk.form.FormValues.of("heldOn", "2024-05-09"),
                        pages++,
                        Cast.LEAD.person());
            }
            assertThat(pages).as("pages read while the writers waited").isPositive();
            for (var writer : writers) {
                Visitor.Answer answer = writer.get(MOST_WAITING.toSeconds(), java.util.concurrent.TimeUnit.SECONDS);
                assertThat(answer.status()).as(answer.body()).isEqualTo(503);
                assertThat(answer.body()).contains("dealIsBusy");
                assertThat(answer.header("Retry-After")).isNotBlank();
            }
            // the page keeps what was typed
            Visitor.Answer page = reader.submit(
                    "/deals/" + slow + "/tasks/holdKickOff", Map.of("action", "complete", "heldOn", "2024-05-21"));
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.body()).contains("value=\"2024-05-21\"").contains(slow.value());
            // and so does what has no page of its own
            Visitor.Answer kept = reader.submit(
                    "/deals/" + slow + "/members",
                    "/deals/" + slow + "/members",
                    Map.of("person", "agent", "role", "AGENT", "firm", "Typed Bank"),
                    "",
                    "",
                    new byte[0]);
            assertThat(kept.status()).isEqualTo(503);
            assertThat(kept.header("Retry-After")).isNotBlank();
            assertThat(kept.body()).contains("name=\"firm\" value=\"Typed Bank\"");
            holder.rollback();
        } finally {
            threads.shutdownNow();
        }
        assertThat(reader.submit(
                                "/deals/" + slow + "/tasks/holdKickOff",
                                Map.of("action", "save", "draftVersion", "0", "heldOn", "2024-05-21"))
                        .status())
                .isEqualTo(302);
    }
}
