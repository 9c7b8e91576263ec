package io.github.samuraidesk.earlier;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.SamuraiDesk;
import io.github.samuraidesk.audit.Verifier;
import io.github.samuraidesk.cli.Cli;
import io.github.samuraidesk.deal.Sha256;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.disclosure.UploadedPdf;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Evidence packs and papers of an earlier program are verified and known by this one. */
class EarlierPacksTest {

    /** Packs are named by their deal; heads were kept apart when each was made. */
    static List<Map<String, String>> packs() {
        return EarlierProgram.rows("heads.tsv");
    }

    static List<Map<String, String>> papers() {
        return EarlierProgram.rows("papers.tsv");
    }

    private static byte[] pack(String name) throws IOException {
        return Files.readAllBytes(EarlierProgram.unpacked().resolve("packs").resolve(name));
    }

    @ParameterizedTest
    @MethodSource("packs")
    void verifiesAgainstTheHeadThatWasKeptApart(Map<String, String> kept) throws IOException {
        Verifier.Result result = Verifier.verify(pack(kept.get("pack")), Optional.of(kept.get("head")));
        assertThat(result.faults()).as("faults of %s", kept.get("pack")).isEmpty();
        assertThat(result.deal()).isEqualTo(kept.get("deal"));
        assertThat(result.head()).isEqualTo(kept.get("head"));
        assertThat(result.eventsAfterHead()).isZero();
        assertThat(result.rehearsal()).isTrue();
    }

    @Test
    void everySampleHasItsPack() throws IOException {
        try (var samples = Files.list(Path.of("samples"))) {
            List<String> names = samples.map(p -> p.getFileName().toString())
                    .filter(n -> n.endsWith(".expected.yaml"))
                    .map(n -> n.replace(".expected.yaml", ".zip"))
                    .toList();
            assertThat(packs()).extracting(p -> p.get("pack")).containsAll(names);
        }
    }

    @Test
    void anotherHeadIsFound() throws IOException {
        Map<String, String> kept = packs().get(0);
        assertThat(Verifier.verify(pack(kept.get("pack")), Optional.of("0".repeat(64)))
                        .faults())
                .singleElement()
                .asString()
                .startsWith("head:");
    }

    /** One of every paper that the earlier program could make. */
    @Test
    void everyPaperOfThatProgramIsKept() {
        assertThat(papers())
                .extracting(p -> Paper.byCode(p.get("paper")).map(Paper::code))
                .as("codes that this program does not know any more are empty")
                .doesNotContain(Optional.empty())
                .hasSize(29);
    }

    @ParameterizedTest
    @MethodSource("papers")
    void saysWhosePaperItIs(Map<String, String> kept) throws IOException {
        Path folder = EarlierProgram.unpacked().resolve("papers");
        Path pdf = folder.resolve(kept.get("paper") + ".pdf");
        byte[] bytes = Files.readAllBytes(pdf);
        assertThat(Sha256.of(bytes)).isEqualTo(kept.get("pdf"));
        assertThat(UploadedPdf.pages(bytes)).isEqualTo(OptionalInt.of(Integer.parseInt(kept.get("pages"))));
        String xhtml = Files.readString(folder.resolve(kept.get("paper") + ".xhtml"));
        assertThat(Sha256.of(xhtml.getBytes(StandardCharsets.UTF_8))).isEqualTo(kept.get("xhtml"));
        assertThat(xhtml).contains("<html", "リハーサル");

        byte[] pack = pack(kept.get("pack"));
        Verifier.PaperFound found = Verifier.paper(pack, bytes);
        assertThat(found.paper()).isEqualTo(kept.get("paper"));
        bytes[bytes.length / 2] ^= 1;
        assertThat(Verifier.paper(pack, bytes).isKnown())
                .as("with one bit changed")
                .isFalse();
    }

    @Test
    void theShellSaysWhosePaperItIs() {
        Map<String, String> kept = papers().stream()
                .filter(p -> p.get("paper").equals("prospectus"))
                .findFirst()
                .orElseThrow();
        Path folder = EarlierProgram.unpacked();
        var output = new ByteArrayOutputStream();
        int code = Cli.run(
                SamuraiDesk.class,
                new String[] {
                    "verify",
                    folder.resolve("packs").resolve(kept.get("pack")).toString(),
                    "--paper",
                    folder.resolve("papers").resolve("prospectus.pdf").toString()
                },
                new PrintStream(output),
                System.err);
        assertThat(code).isZero();
        assertThat(output.toString(StandardCharsets.UTF_8))
                .contains("sound: deal ", ": prospectus, version ", "APPROVED by ");
    }

    /** Approvals, sendings back and falls of a paper that was reviewed twice. */
    @Test
    void saysWhoApprovedAndWhichApprovalFell() throws IOException {
        byte[] pack = pack("SVN-2024-walked.zip");
        var files = new ArrayList<String>();
        byte[] statement = null;
        try (var zip = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(pack))) {
            for (var e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                files.add(e.getName());
                if (e.getName().equals("documents/securities-registration.pdf")) {
                    statement = zip.readAllBytes();
                }
            }
        }
        assertThat(files).contains("documents/securities-registration.pdf");
        Verifier.PaperFound found = Verifier.paper(pack, statement);
        assertThat(found.version()).isEqualTo(2);
        assertThat(found.verdicts())
                .anyMatch(v -> v.startsWith("APPROVED by treasurer at "))
                .anyMatch(v -> v.startsWith("APPROVED by partner at "));
    }
}
