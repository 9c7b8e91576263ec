package io.github.samuraidesk.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.disclosure.Papers;
import io.github.samuraidesk.disclosure.RenderedPaper;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.it.Writer.Decision;
import io.github.samuraidesk.rehearsal.Cast;
import io.github.samuraidesk.rehearsal.Rehearsal;
import io.github.samuraidesk.review.Redline;
import io.github.samuraidesk.review.Redline.Kind;
import io.github.samuraidesk.review.Redline.Line;
import io.github.samuraidesk.review.Redline.Piece;
import io.github.samuraidesk.review.TrackedChanges;
import io.github.samuraidesk.workflow.Desk;
import io.github.samuraidesk.workflow.Entry;
import io.github.samuraidesk.workflow.HumanTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A redline as Word document, opened in LibreOffice: what its changes become is the newer or the older paper. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocxIT {

    private static final String SAMPLE = "SVN-2024";
    private static final String PARAGRAPHS = "h1, h2, h3, h4, p, li, tr";
    private static final Instant AT = Instant.parse("2024-08-13T01:00:00Z");

    /** @param before, after what the redline was made of, a paragraph a line */
    private record Revised(Redline redline, List<String> before, List<String> after) {

        List<String> expected(Decision decision) {
            return switch (decision) {
                case ACCEPT_ALL -> after;
                case REJECT_ALL -> before;
                case KEEP_EVERYTHING -> lines(Arrays.asList(Kind.values()));
                case KEEP_THE_UNCHANGED -> lines(List.of(Kind.SAME));
            };
        }

        private List<String> lines(List<Kind> kept) {
            var lines = new ArrayList<String>();
            for (Line line : redline.lines()) {
                if (line.kind() == Kind.CHANGED || kept.contains(line.kind())) {
                    lines.add(line.pieces().stream()
                            .filter(p -> kept.contains(p.kind()))
                            .map(Piece::text)
                            .collect(Collectors.joining()));
                }
            }
            return lines;
        }
    }

    private final Map<String, Revised> documents = new LinkedHashMap<>();
    private Writer writer;

    @BeforeAll
    void reviseAndDecide(@TempDir Path folder) throws IOException, InterruptedException {
        writer = new Writer(folder);
        try (Bench bench = Bench.onH2()) {
            DealId id = bench.rehearseUntil(SAMPLE, HumanTask.REVIEW_PAPERS);
            revise(bench, id);
            for (Paper paper : Paper.Set.STATEMENT.papers(false)) {
                var versions = bench.bean(Facts.class).of(id).history(RenderedPaper.FACT.at(paper.code()));
                if (versions.size() < 2) {
                    continue;
                }
                String before =
                        bench.bean(Papers.class).xhtml(id, versions.get(0).value());
                String after = bench.bean(Papers.class)
                        .xhtml(id, versions.get(versions.size() - 1).value());
                documents.put(
                        paper.code(), new Revised(Redline.of(before, after), paragraphs(before), paragraphs(after)));
            }
        }
        documents.put("moved", moved());
        for (var document : documents.entrySet()) {
            Files.write(
                    folder.resolve(document.getKey() + ".docx"),
                    TrackedChanges.docx(document.getValue().redline(), document.getKey(), "counsel", AT));
        }
        writer.decide();
    }

    /** The reviewer sends the papers back; counsel changes, takes out and takes in, and they are drafted anew. */
    private static void revise(Bench bench, DealId id) {
        var desk = bench.bean(Desk.class);
        desk.complete(
                id,
                HumanTask.REVIEW_PAPERS,
                null,
                FormValues.of("verdict", "REJECT", "findings", "wording"),
                Cast.REVIEWER.person());
        desk.record(
                id,
                Entry.SLOT,
                FormValues.of(
                        "slot",
                        "notices",
                        "text",
                        "公告は「官報」に掲載して行う。<A&B>\n電子公告によることもできる。",
                        "textEn",
                        "Notices are published in the \"official gazette\" <A&B>.\nThey may also be electronic."),
                Cast.COUNSEL.person());
        desk.record(
                id,
                Entry.EDIT_CLAUSE,
                FormValues.of(
                        "clause",
                        "prescription",
                        "textJa",
                        "消滅時効は、元本については10年、利息については3年で完成する。",
                        "textEn",
                        "Claims are extinguished by prescription after 10 years for principal and 3 years for interest.",
                        "reason",
                        "counsel's wish"),
                Cast.COUNSEL.person());
        desk.record(
                id,
                Entry.CHOOSE_CLAUSE,
                FormValues.of("clause", "japaneseTax", "taken", "no", "reason", "not in this deal"),
                Cast.COUNSEL.person());
        desk.record(
                id,
                Entry.CHOOSE_CLAUSE,
                FormValues.of("clause", "taxCall", "taken", "yes", "reason", "as in the issuer's other bonds"),
                Cast.COUNSEL.person());
        bench.bean(Rehearsal.class).run(id, task -> task == HumanTask.REVIEW_PAPERS);
    }

    private static Revised moved() {
        List<String> before = List.of("第一条　総額は金百億円とする。", "第二条　各債券は分割しない。これを併合しない。", "第三条　公告は官報による。", "第四条　準拠法は日本法とする。", "終");
        List<String> after = List.of("第一条　総額は金百億円とする。", "第三条　公告は官報による。", "第四条　準拠法は日本法とする。", "第二条　各債券は分割しない。これを併合しない。", "終");
        return new Revised(Redline.ofTexts(String.join("\n", before), String.join("\n", after)), before, after);
    }

    /** Of the paper itself, not of its redline. */
    private static List<String> paragraphs(String xhtml) {
        Element body = Objects.requireNonNull(
                Jsoup.parse(xhtml, "", Parser.xmlParser()).selectFirst("body"));
        body.select(".runninghead").remove();
        List<String> paragraphs = body.select(PARAGRAPHS).stream()
                .filter(e -> e.parents().stream().noneMatch(p -> p.normalName().equals("tr")))
                .map(e -> e.normalName().equals("tr")
                        ? String.join(" ｜ ", e.children().eachText())
                        : e.text())
                .map(String::strip)
                .filter(t -> !t.isEmpty())
                .toList();
        assertThat(String.join("", paragraphs).replaceAll("[\\s｜]", ""))
                .as("no text of the paper stands outside its paragraphs")
                .isEqualTo(body.text().replaceAll("[\\s｜]", ""));
        return paragraphs;
    }

    @Test
    void revisionsChangeTakeOutPutInAndMove() {
        var kinds = documents.values().stream()
                .flatMap(d -> d.redline().lines().stream().map(Line::kind))
                .distinct()
                .toList();
        assertThat(kinds).containsExactlyInAnyOrder(Kind.values());
        assertThat(documents)
                .containsKeys("conditions-of-bonds", "conditions-of-bonds-en", "securities-registration", "moved");
    }

    @TestFactory
    Stream<DynamicTest> decidedChangesGiveTheTextOfTheVersion() {
        return documents.entrySet().stream()
                .flatMap(d -> Arrays.stream(Decision.values())
                        .map(decision -> DynamicTest.dynamicTest(
                                d.getKey() + " " + decision,
                                () -> assertThat(writer.paragraphs(d.getKey() + ".docx", decision))
                                        .isEqualTo(d.getValue().expected(decision)))));
    }
}
