package io.github.samuraidesk.nets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.samuraidesk.Approved;
import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.audit.Trail;
import io.github.samuraidesk.deal.Blobs;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.SealedEvent;
import io.github.samuraidesk.deal.Sha256;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.disclosure.Papers;
import io.github.samuraidesk.disclosure.RenderedPaper;
import io.github.samuraidesk.pricing.PricingRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/**
 * The same people say the same on the same days: the same trail and the same papers, whatever moves in the house. A text of
 * a fact may be written in another way, as {@link NormalForm} says; what it says may not. The bodies behind the hashes are
 * written to {@code target/nets/rehearsals}: those of an earlier commit beside those of this one show what differs.
 */
class RehearsalsTest extends DeskTest {

    private static final Path NETS = Path.of("src/test/resources/nets/rehearsals");
    private static final Path BODIES = Path.of("target/nets/rehearsals");

    /** Prints the head of the trail, which names the moments of this very run. */
    private static final Set<Paper> PRINTS_A_HASH = Set.of(Paper.CLOSING_MEMORANDUM);

    private static final Pattern HASH = Pattern.compile("\\b[0-9a-f]{64}\\b");
    private static final int SHORT = 12;

    @Autowired
    private Trail trail;

    @Autowired
    private Papers papers;

    @Autowired
    private Blobs blobs;

    @Autowired
    private JdbcTemplate jdbc;

    /** What is held, and what stands behind its hash. */
    private record Line(String text, String body) {}

    @ParameterizedTest
    @MethodSource("samples")
    void theSamePeopleSayingTheSameLeaveTheSameTrailAndPapers(String name) throws IOException {
        DealId id = rehearsed(name);
        var form = new NormalForm(bytesThatStay(id)::contains);
        var lines = new ArrayList<Line>();
        for (SealedEvent event : trail.events(id)) {
            lines.add(line(event, form));
        }
        for (RenderedPaper p : papers.all(facts.of(id))) {
            lines.add(line(id, p, form));
        }
        facts.of(id).current(PricingRun.FACT).forEach(run -> lines.add(seal(id, run, form)));
        hold(name, lines);
    }

    private static Line line(SealedEvent event, NormalForm form) {
        JsonNode said = form.tree(event.body());
        String fact = said.has("kind") && said.has("version")
                ? " " + said.path("kind").asString() + "/" + said.path("key").asString() + "/"
                        + said.path("version").asString()
                : "";
        // the drawings are moved with the house, and tests deploy them under other names
        String body = event.type().equals("drawingsTaken") ? "{}" : said.toString();
        return new Line(
                event.seq() + " " + event.type() + " " + event.person() + " " + event.businessAt() + fact + " "
                        + shortly(body),
                body);
    }

    private Line line(DealId id, RenderedPaper paper, NormalForm form) {
        String xhtml = papers.xhtml(id, paper);
        String note = "";
        if (PRINTS_A_HASH.contains(paper.paper())) {
            assertThat(HASH.matcher(xhtml).results())
                    .as("hashes on %s", paper.paper())
                    .isNotEmpty();
            xhtml = HASH.matcher(xhtml).replaceAll("#");
            note = " (without the head of the trail)";
        }
        String twin = form.of(
                new String(blobs.find(id, paper.dataSha256()).orElseThrow().bytes(), StandardCharsets.UTF_8));
        return new Line(
                "paper " + paper.paper().code() + " pages=" + paper.pages() + " xhtml=" + shortly(xhtml) + note
                        + " twin=" + shortly(twin),
                twin);
    }

    private Line seal(DealId id, PricingRun run, NormalForm form) {
        String stored = jdbc.queryForObject(
                "SELECT body FROM deal_fact WHERE deal_id = ? AND kind = 'PricingRun' AND fact_key = ?"
                        + " ORDER BY fact_id DESC LIMIT 1",
                String.class,
                id.value(),
                run.tranche().id());
        String sealed = form.of(stored.replace(run.seal(), ""));
        return new Line("seal " + run.tranche().id() + " " + shortly(sealed), sealed);
    }

    private static void hold(String name, List<Line> lines) throws IOException {
        Files.createDirectories(BODIES);
        Files.write(
                BODIES.resolve(name + ".txt"),
                lines.stream()
                        .flatMap(l -> Stream.of(l.text(), "  " + l.body()))
                        .toList());
        Path file = NETS.resolve(name + ".txt");
        try {
            Approved.hold(file, lines.stream().map(Line::text).toList());
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + firstUnlike(file, lines), e);
        }
    }

    private static String firstUnlike(Path file, List<Line> lines) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        List<String> approved = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (i >= approved.size() || !approved.get(i).equals(lines.get(i).text())) {
                return "\nThe first that differs says now:\n" + lines.get(i).body() + "\nAll bodies are in " + BODIES
                        + "; run the test at the commit before to compare.";
            }
        }
        return "";
    }

    /**
     * Set in type and packed, byte for byte. Another zlib packs the same words into other bytes, so this holds only where the
     * first line, a text that is packed here, is the same.
     */
    @ParameterizedTest
    @MethodSource("samples")
    void thePdfsAndTheFilesForEdinetStayByteForByte(String name) throws IOException {
        DealId id = rehearsed(name);
        Path file = NETS.resolve(name + ".bytes.txt");
        var lines = new ArrayList<String>();
        lines.add("zlib " + packed());
        for (RenderedPaper p : papers.all(facts.of(id))) {
            String pdf = PRINTS_A_HASH.contains(p.paper()) ? "(prints the head of the trail)" : p.pdfSha256();
            lines.add(p.paper().code() + " pdf=" + pdf
                    + (p.edinetSha256().isEmpty() ? "" : " edinet=" + p.edinetSha256()));
        }
        if (!Boolean.getBoolean("approve") && Files.exists(file)) {
            assumeThat(lines.get(0))
                    .as("the zlib that packed what was approved")
                    .isEqualTo(Files.readAllLines(file).get(0));
        }
        Approved.hold(file, lines);
    }

    private static String packed() {
        byte[] text = "第二部【発行者情報】 samurai bond ".repeat(400).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < text.length; i++) {
            text[i] ^= (byte) (i * i >> 7);
        }
        var deflater = new Deflater();
        deflater.setInput(text);
        deflater.finish();
        byte[] out = new byte[text.length + 100];
        int length = deflater.deflate(out);
        deflater.end();
        return Sha256.of(java.util.Arrays.copyOf(out, length)).substring(0, SHORT);
    }

    /** Hashes in a body that must stay: of files, save those whose own text names a hash or is written in another way. */
    private Set<String> bytesThatStay(DealId id) {
        Map<String, String> stay = new LinkedHashMap<>();
        jdbc.query(
                "SELECT sha256, media_type, file_name FROM blob WHERE deal_id = ?",
                rs -> {
                    stay.put(rs.getString(1), rs.getString(2) + " " + rs.getString(3));
                },
                id.value());
        stay.values()
                .removeIf(what -> what.startsWith("application/json")
                        || what.startsWith("application/pdf")
                        || what.startsWith("application/zip")
                        || PRINTS_A_HASH.stream().anyMatch(p -> what.contains(p.code())));
        return stay.keySet();
    }

    private static String shortly(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8)).substring(0, SHORT);
    }
}
