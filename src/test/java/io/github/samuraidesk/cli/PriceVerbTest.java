package io.github.samuraidesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.SamuraiDesk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PriceVerbTest {

    private static final Path TABLES = Path.of("src/test/resources/pricing");

    @TempDir
    private Path folder;

    private record Ran(int code, String output, String errors) {}

    private static Ran run(Object... args) {
        var output = new ByteArrayOutputStream();
        var errors = new ByteArrayOutputStream();
        List<String> texts = new ArrayList<>(List.of("price"));
        for (Object arg : args) {
            texts.add(arg.toString());
        }
        int code = Cli.run(
                SamuraiDesk.class, texts.toArray(String[]::new), new PrintStream(output), new PrintStream(errors));
        return new Ran(code, output.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
    }

    private Path edited(String from, String to) throws IOException {
        String table = Files.readString(TABLES.resolve("bonds.csv"));
        return Files.writeString(folder.resolve("edited.csv"), table.replace(from, to));
    }

    @Test
    void pricesATableWithCurvesAndSaysHowManyRows() throws IOException {
        Path out = folder.resolve("result.csv");
        Ran ran = run(
                TABLES.resolve("bonds.csv"),
                "--curves",
                TABLES.resolve("curves.csv"),
                "--jgb",
                TABLES.resolve("jgb.csv"),
                "--out",
                out,
                "--partial");
        assertThat(ran.errors()).isEmpty();
        assertThat(ran.code()).isZero();
        assertThat(ran.output()).isEqualTo(out + ": 40 of 40 rows priced\n");
        assertThat(Files.readAllLines(out)).hasSize(41);
        assertThat(folder.resolve("result.csv.partial")).doesNotExist();
    }

    @Test
    void findingsAreExitCodeOneWithEveryFaultOnALineAndTheOtherRowsPriced() throws IOException {
        Path out = folder.resolve("result.csv");
        Ran ran = run(edited("CPD220,CPD,A_20240620,2024-08-27", "CPD220,CPD,A_20240620,2024-02-30"), "--out", out);
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.errors())
                .isEqualTo("samurai-desk: line 3: settle: 2024-02-30 does not exist; write a day of the calendar\n");
        assertThat(Files.readAllLines(out)).hasSize(40);
    }

    @Test
    void anUnreadableTableOrHeaderIsExitCodeTwoAndLeavesNoResult() throws IOException {
        Path out = folder.resolve("result.csv");
        Ran missing = run(folder.resolve("nothing.csv"), "--out", out);
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.errors()).startsWith("samurai-desk: cannot read ");
        Ran header = run(edited("case_id,group,curve_id,settle", "id,group,curve_id,day"), "--out", out);
        assertThat(header.code()).isEqualTo(2);
        assertThat(header.errors().lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("samurai-desk: line 1: "))
                .anyMatch(line -> line.contains("settle: the header has no such column"));
        Ran nowhere = run(TABLES.resolve("bonds.csv"), "--out", folder.resolve("none/result.csv"));
        assertThat(nowhere.code()).isEqualTo(2);
        assertThat(nowhere.errors()).startsWith("samurai-desk: cannot write ");
        assertThat(out).doesNotExist();
    }

    @Test
    void aBadCallIsExitCodeTwo() {
        assertThat(run().code()).isEqualTo(2);
        assertThat(run(TABLES.resolve("bonds.csv")).code()).isEqualTo(2);
        assertThat(run(TABLES.resolve("bonds.csv"), "--out").code()).isEqualTo(2);
        assertThat(run(TABLES.resolve("bonds.csv"), "--out", folder.resolve("r"), "--curve", "x")
                        .code())
                .isEqualTo(2);
        assertThat(run("--out", folder.resolve("r"), "--partial").code()).isEqualTo(2);
    }
}
