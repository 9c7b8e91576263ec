package io.github.samuraidesk.deal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.disclosure.PartTwo;
import io.github.samuraidesk.disclosure.RenderedPaper;
import io.github.samuraidesk.earlier.EarlierProgram;
import io.github.samuraidesk.pricing.Seal;
import io.github.samuraidesk.review.Comment;
import io.github.samuraidesk.review.Verdict;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Facts are kept for good: what an earlier program wrote is read by this one. */
class EarlierFactsTest {

    private final JsonMapper json = JsonMapper.builder().build();

    private static final FactKinds KINDS = AllKinds.known();

    /** Kinds that came after commit 68dde0f. */
    private static final Set<String> LATER =
            Set.of("FilingDay", "QuoteDoubtsConfirmed", "TemplatesDecided", "TemplatesPinned");

    static Stream<String> kinds() throws IOException {
        try (var files = Files.list(EarlierProgram.KEPT.resolve("facts"))) {
            return files.map(f -> f.getFileName().toString().replace(".jsonl", "")).sorted().toList().stream();
        }
    }

    private List<JsonNode> rows(String kind) throws IOException {
        return Files.readAllLines(EarlierProgram.KEPT.resolve("facts").resolve(kind + ".jsonl")).stream()
                .map(json::readTree)
                .toList();
    }

    @Test
    void oneOfEveryKindIsKept() throws IOException {
        assertThat(Stream.concat(kinds(), LATER.stream()))
                .containsExactlyInAnyOrderElementsOf(
                        KINDS.all().stream().map(FactKind::name).toList());
    }

    /** Nothing that was said is lost on the way through today's record; what is new there has a default. */
    @ParameterizedTest
    @MethodSource("kinds")
    void everyStoredFactIsReadAndNothingInItIsLost(String kind) throws IOException {
        List<JsonNode> rows = rows(kind);
        assertThat(rows).isNotEmpty();
        for (JsonNode row : rows) {
            String stored = row.path("body").asString();
            FactKind<?> known = KINDS.named(kind).orElseThrow();
            Record fact = FactText.read(stored, known, 0);
            var lost = new ArrayList<String>();
            lost(kind, json.readTree(stored), json.readTree(json.writeValueAsString(fact)), lost);
            String text = FactText.of(fact);
            assertThat(FactText.of(FactText.read(text, known, 1)))
                    .as("%s written by this program and read again", kind)
                    .isEqualTo(text);
            assertThat(lost)
                    .as("%s %s of %s, version %s", kind, row.path("fact_key"), row.path("deal_id"), row.path("version"))
                    .isEmpty();
        }
    }

    private static void lost(String path, JsonNode stored, JsonNode now, List<String> lost) {
        if (stored.isObject()) {
            stored.properties().forEach(e -> lost(path + "." + e.getKey(), e.getValue(), now.path(e.getKey()), lost));
        } else if (stored.isArray() && stored.valueStream().allMatch(JsonNode::isString)) {
            // the components of a set come in any order
            List<String> then =
                    stored.valueStream().map(JsonNode::asString).sorted().toList();
            if (!then.equals(now.valueStream().map(JsonNode::asString).sorted().toList())) {
                lost.add(path + ": " + stored + " then, " + now + " now");
            }
        } else if (stored.isArray()) {
            if (stored.size() != now.size()) {
                lost.add(path + ": " + stored.size() + " then, " + now.size() + " now");
            }
            for (int i = 0; i < stored.size(); i++) {
                lost(path + "[" + i + "]", stored.get(i), now.path(i), lost);
            }
        } else if (stored.isNumber()) {
            if (now.isMissingNode()
                    || now.isNull()
                    || new BigDecimal(now.asString()).compareTo(new BigDecimal(stored.asString())) != 0) {
                lost.add(path + ": " + stored + " then, " + now + " now");
            }
        } else if (!stored.isNull() && !stored.equals(now)) {
            lost.add(path + ": " + stored + " then, " + now + " now");
        }
    }

    /** The seal of a price is over the stored text itself, with the seal left empty. */
    @Test
    void everySealFitsTheTextThatWasStored() throws IOException {
        List<JsonNode> runs = rows("PricingRun");
        for (JsonNode row : runs) {
            String stored = row.path("body").asString();
            String seal = json.readTree(stored).path("seal").asString();
            String sealed = stored.replace("\"seal\":\"" + seal + "\"", "\"seal\":\"\"");
            assertThat(Sha256.of(sealed.getBytes(StandardCharsets.UTF_8)))
                    .as("%s %s", row.path("deal_id"), row.path("fact_key"))
                    .isEqualTo(seal);
            // the trail keeps components by name; the seal holds over that text too
            var asTold = new DealFile.StoredText(FactText.canonical(FactText.parse(stored)), 0);
            assertThat(Seal.holds(asTold, seal))
                    .as("%s %s", row.path("deal_id"), row.path("fact_key"))
                    .isTrue();
            var changed = new DealFile.StoredText(asTold.text().replaceFirst("\"frequency\":2", "\"frequency\":1"), 0);
            assertThat(Seal.holds(changed, seal)).isEqualTo(changed.text().equals(asTold.text()));
        }
        assertThat(runs)
                .extracting(r -> json.readTree(r.path("body").asString())
                        .path("figuresTo")
                        .asString())
                .as("fixed, callable and floating")
                .contains("MATURITY", "CALL", "NONE");
    }

    @Test
    void aCommentWithoutRepliesIsOpenAndHasNone() {
        Comment c = json.readValue(
                "{\"paper\":\"prospectus\",\"place\":\"1\",\"text\":\"t\",\"author\":\"reviewer\"}", Comment.class);
        assertThat(c.replies()).isEmpty();
        assertThat(c.figure()).isEmpty();
        assertThat(c.resolved()).isFalse();
    }

    @Test
    void aPaperWithoutARenditionForEdinetIsRead() {
        RenderedPaper p = json.readValue(
                "{\"paper\":\"PROSPECTUS\",\"pdfSha256\":\"a\",\"xhtmlSha256\":\"b\",\"dataSha256\":\"c\",\"templateSha256\":\"d\","
                        + "\"rulePack\":\"e\",\"undecided\":false,\"pages\":3}",
                RenderedPaper.class);
        assertThat(p.edinetSha256()).isEmpty();
        Verdict v = json.readValue(
                "{\"paper\":\"prospectus\",\"outcome\":\"APPROVED\",\"pdfSha256\":\"a\",\"xhtmlSha256\":\"b\",\"dataSha256\":\"c\","
                        + "\"templateSha256\":\"d\",\"rulePack\":\"e\",\"reviewer\":\"r\",\"remark\":\"\"}",
                Verdict.class);
        assertThat(v.edinetSha256()).isEmpty();
    }

    @Test
    void aPartTwoThatWasAPdfHasNoFiles() {
        PartTwo p = json.readValue("{\"sha256\":\"a\",\"fileName\":\"part-two.pdf\",\"pages\":12}", PartTwo.class);
        assertThat(p.files()).isEmpty();
    }

    @Test
    void aPartTwoWithoutFilesOfItsOwnAndNoticesIsRead() {
        PartTwo p = json.readValue(
                "{\"sha256\":\"a\",\"fileName\":\"0201010_2bu.htm\",\"files\":[\"0201010_2bu.htm\"]}", PartTwo.class);
        assertThat(p.filesSha256()).isEmpty();
        assertThat(p.notices()).isEmpty();
    }

    @Test
    void aShelfWithoutAKindIsAPlannedAmount() {
        TermSheet.Shelf s = json.readValue(
                "{\"number\":\"30-外債1\",\"plannedYen\":300,\"issuedYen\":100,\"periodYears\":2}",
                TermSheet.Shelf.class);
        assertThat(s.residualYen()).isEqualByComparingTo("200");
    }
}
