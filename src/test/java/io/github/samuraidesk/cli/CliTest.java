package io.github.samuraidesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.SamuraiDesk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CliTest {

    @TempDir
    private Path out;

    private record Ran(int code, String output, String errors) {}

    private static Ran run(String... args) {
        var output = new ByteArrayOutputStream();
        var errors = new ByteArrayOutputStream();
        int code = Cli.run(SamuraiDesk.class, args, new PrintStream(output), new PrintStream(errors));
        return new Ran(code, output.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
    }

    @Test
    void rehearsesAndVerifiesWhatItWrote() throws IOException {
        Ran rehearsed = run("rehearse", "samples/SVN-2024.yaml", "--out", out.toString());
        assertThat(rehearsed.errors()).isEmpty();
        assertThat(rehearsed.code()).isZero();
        assertThat(rehearsed.output()).contains("リハーサル").contains("route: SRS_FULL");
        assertThat(out.resolve("documents/closing-memorandum.pdf")).exists();
        assertThat(Files.readString(out.resolve("timetable.csv")))
                .contains("S12,2024-08-29")
                .contains("リハーサル");
        assertThat(Files.readString(out.resolve("checklist.csv"))).contains("confirmClosing");

        Path pack = out.resolve("evidence.zip");
        String head = rehearsed.output().replaceAll("(?s).*head: ([0-9a-f]{64}).*", "$1");
        Ran verified = run("verify", pack.toString(), "--head", head);
        assertThat(verified.code()).isZero();
        assertThat(verified.output()).contains("リハーサル").contains("sound");

        byte[] bytes = Files.readAllBytes(pack);
        bytes[bytes.length / 2] ^= 1;
        Files.write(pack, bytes);
        Ran tampered = run("verify", pack.toString());
        assertThat(tampered.code()).isEqualTo(1);
        assertThat(tampered.errors().lines()).isNotEmpty().allMatch(l -> l.startsWith("samurai-desk: "));
    }

    @Test
    void refusesAGlobalYenBondAndSaysWhy() {
        Ran refused = run("rehearse", "samples/BRK-2023A.yaml", "--out", out.toString());
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.errors()).contains("formatIsGlobalYen").contains("S:IFR-BRK");
    }

    @Test
    void aBadCallIsExitCodeTwo() {
        assertThat(run("rehearse").code()).isEqualTo(2);
        assertThat(run("verify").code()).isEqualTo(2);
        assertThat(run("verify", out.resolve("nothing.zip").toString()).code()).isEqualTo(2);
        assertThat(run("nonsense").code()).isEqualTo(2);
        assertThat(run("--help").code()).isZero();
    }

    @Test
    void aTermSheetWithFaultsIsExitCodeOneWithEveryFaultOnALine() throws IOException {
        Path bad = out.resolve("bad.yaml");
        Files.writeString(bad, "dealId: bad id\ncolour: blue\n");
        Ran refused = run("rehearse", bad.toString(), "--out", out.toString());
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.errors().lines().count()).isGreaterThan(5);
        assertThat(refused.errors()).contains("colour: unknownField").contains("dealId: wrongFormat");
    }
}
