package io.github.samuraidesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.audit.EvidencePack;
import io.github.samuraidesk.audit.Verifier;
import io.github.samuraidesk.deal.Blobs;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.disclosure.Papers;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.rehearsal.Cast;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What legal sees beside a paper: figures, versions, and whether a PDF is genuine. */
class ReviewPagesTest extends DeskTest {

    @Autowired
    private Papers papers;

    @Autowired
    private Blobs blobs;

    @Autowired
    private EvidencePack packs;

    private byte[] pdf(DealId id, Paper paper) {
        return blobs.find(id, papers.find(facts.of(id), paper).orElseThrow().pdfSha256())
                .orElseThrow()
                .bytes();
    }

    @Test
    void aFigureLeadsToItsSourceAndItsPlaces() {
        DealId id = openAndStopBefore("KOR-2023", HumanTask.ALLOCATE);
        var reviewer = new Visitor(port, Cast.REVIEWER.person().value(), PASSWORD);
        String page = reviewer.get("/deals/" + id
                        + "/papers/amended-registration/figures?lang=en&field=3Y.coupon&beside=term-sheet-en")
                .body();
        assertThat(page)
                .contains("Pricing run", "0.475", "figure-link chosen", "Printed at")
                .doesNotContain("do not agree", "??");
    }

    @Test
    void theRedlineShowsWhatChangedSinceTheLastVersion() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.REVIEW_PAPERS);
        desk.record(
                id,
                Entry.READ_PAPER,
                FormValues.of(
                        "paper",
                        "conditions-of-bonds",
                        "pdfSha256",
                        papers.find(facts.of(id), Paper.CONDITIONS_OF_BONDS)
                                .orElseThrow()
                                .pdfSha256()),
                Cast.REVIEWER.person());
        desk.record(
                id,
                Entry.SLOT,
                FormValues.of(
                        "slot",
                        "notices",
                        "text",
                        "公告は官報に掲載して行う。",
                        "textEn",
                        "Notices are published in the official gazette."),
                Cast.COUNSEL.person());
        // sent back, the papers are made anew
        desk.complete(
                id,
                HumanTask.REVIEW_PAPERS,
                null,
                FormValues.of("verdict", "REJECT", "findings", "notices"),
                Cast.REVIEWER.person());
        complete(id, HumanTask.DRAFT_PAPERS);
        var reviewer = new Visitor(port, Cast.REVIEWER.person().value(), PASSWORD);
        String path = "/deals/" + id + "/papers/conditions-of-bonds/redline";
        assertThat(reviewer.get("/deals/" + id + "/papers/conditions-of-bonds?lang=en")
                        .body())
                .contains("changed since you read it");
        assertThat(reviewer.get(path + "?lang=en").body()).contains("<ins", "官報", "<del");
        assertThat(reviewer.get(path + ".pdf").body()).startsWith("%PDF");
        assertThat(reviewer.get(path + ".docx").body()).startsWith("PK");
    }

    @Test
    void aPaperHasAnOutlineALanguageAndATitle() throws java.io.IOException {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.FILE_STATEMENT);
        try (var document = org.apache.pdfbox.Loader.loadPDF(pdf(id, Paper.SECURITIES_REGISTRATION))) {
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getLanguage()).isEqualTo("ja-JP");
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            var titles = new java.util.ArrayList<String>();
            for (var item : catalog.getDocumentOutline().children()) {
                titles.add(item.getTitle());
                item.children().forEach(c -> titles.add(c.getTitle()));
            }
            assertThat(titles).contains("【表紙】", "第一部【証券情報】");
        }
        try (var document = org.apache.pdfbox.Loader.loadPDF(pdf(id, Paper.TERM_SHEET_EN))) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
        }
    }

    @Test
    void aPdfIsGenuineByteByByteOrNotAtAll() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.FILE_STATEMENT);
        byte[] genuine = pdf(id, Paper.SECURITIES_REGISTRATION);
        byte[] changed = genuine.clone();
        changed[changed.length / 2] ^= 1;
        var reviewer = new Visitor(port, Cast.REVIEWER.person().value(), PASSWORD);
        assertThat(reviewer.submit("/whose-paper?lang=en", "/whose-paper", Map.of(), "paper", "x.pdf", genuine)
                        .body())
                .contains("is genuine", id.value(), Cast.REVIEWER.person().value());
        assertThat(reviewer.submit("/whose-paper", "/whose-paper", Map.of(), "paper", "x.pdf", changed)
                        .body())
                .contains("or it was changed")
                .doesNotContain("is genuine");
        byte[] pack = packs.make(id, Cast.AUDITOR.person()).zip();
        Verifier.PaperFound found = Verifier.paper(pack, genuine);
        assertThat(found.paper()).isEqualTo("securities-registration");
        assertThat(found.verdicts()).anyMatch(v -> v.startsWith("APPROVED by reviewer"));
        assertThat(Verifier.paper(pack, changed).isKnown()).isFalse();
    }
}
