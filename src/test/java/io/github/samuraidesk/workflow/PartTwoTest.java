package io.github.samuraidesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.deal.Blobs;
import io.github.samuraidesk.deal.CanonicalZip;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.deal.Sha256;
import io.github.samuraidesk.disclosure.FilingPackage;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.disclosure.Papers;
import io.github.samuraidesk.disclosure.PartTwo;
import io.github.samuraidesk.disclosure.RenderedPaper;
import io.github.samuraidesk.edinet.EdinetMessages;
import io.github.samuraidesk.edinet.Severity;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.registration.Filing.Stage;
import io.github.samuraidesk.registration.RouteConfirmed;
import io.github.samuraidesk.rehearsal.Cast;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.Document;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Part 2 on its way from the upload through the paper into the package. */
class PartTwoTest extends DeskTest {

    @Autowired
    private Papers papers;

    @Autowired
    private Blobs blobs;

    @Autowired
    private FilingPackage packages;

    private static byte[] html(String chapter) {
        return ("<html lang=\"ja\"><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\" />"
                        + "<title>第二部</title></head><body><h1>第二部【発行者情報】</h1><h2>第1【募集債券の状況】</h2><p>" + chapter
                        + "</p></body></html>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] docx() throws Exception {
        try (var d = new XWPFDocument()) {
            for (String text : List.of("第二部【発行者情報】", "第1【募集債券の状況】", "募集債券は次のとおりである。", "第2【外国為替相場の推移】")) {
                d.createParagraph().createRun().setText(text);
            }
            var table = d.createTable(2, 2);
            table.getRow(0).getCell(0).setText("年度");
            table.getRow(0).getCell(1).setText("相場");
            table.getRow(1).getCell(0).setText("2023");
            table.getRow(1).getCell(1).setText("140.97円");
            var image = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(30, 30, BufferedImage.TYPE_INT_RGB), "png", image);
            d.createParagraph()
                    .createRun()
                    .addPicture(
                            new ByteArrayInputStream(image.toByteArray()),
                            Document.PICTURE_TYPE_PNG,
                            "fx.png",
                            Units.toEMU(200),
                            Units.toEMU(200));
            for (String text : List.of("第3【発行者の概況】", "1【概要】", "概要である。")) {
                d.createParagraph().createRun().setText(text);
            }
            var out = new ByteArrayOutputStream();
            d.write(out);
            return out.toByteArray();
        }
    }

    private void draftWith(DealId id, String fileName, byte[] bytes) {
        String sha = desk.upload(id, "application/octet-stream", fileName, bytes, Cast.COUNSEL.person());
        desk.complete(id, HumanTask.DRAFT_PAPERS, null, FormValues.of("partTwo", sha), Cast.COUNSEL.person());
        while (process.runDueJobs(id, clock.now(id)) > 0) {
            // papers
        }
    }

    private RenderedPaper registration(DealId id) {
        return papers.find(facts.of(id), Paper.SECURITIES_REGISTRATION).orElseThrow();
    }

    private byte[] pdf(DealId id) {
        return blobs.find(id, registration(id).pdfSha256()).orElseThrow().bytes();
    }

    @Test
    void aDocxIsBoundIntoThePaperAndItsFilesPassTheUploadCheck() throws Exception {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.DRAFT_PAPERS);
        draftWith(id, "part-two.docx", docx());
        try (var document = Loader.loadPDF(pdf(id))) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("募集債券は次のとおりである。", "140.97円", "概要である。")
                    .doesNotContain("第二部のファイルによる");
            var titles = new ArrayList<String>();
            document.getDocumentCatalog().getDocumentOutline().children().forEach(c -> collect(c, titles));
            assertThat(titles)
                    .containsSubsequence("第一部【証券情報】", "第二部【発行者情報】", "第2【外国為替相場の推移】", "第3【発行者の概況】", "1【概要】")
                    .doesNotHaveDuplicates();
        }
        assertThat(papers.xhtml(id, registration(id))).contains("data:image/png;base64,");
        var route = facts.of(id).one(RouteConfirmed.SIGNED).orElseThrow().route();
        FilingPackage.Package sent =
                packages.of(facts.of(id), Stage.STATEMENT, route).orElseThrow();
        var words = EdinetMessages.of(Locale.ENGLISH);
        assertThat(packages.check(facts.of(id), sent).faults())
                .filteredOn(f -> f.severity() != Severity.INFO)
                .extracting(f -> f.file() + ":" + f.line() + " " + f.rule() + " " + words.text(f))
                .isEmpty();
        assertThat(sent.files())
                .containsKeys(
                        "PublicDoc/0201010_2bu.htm",
                        "PublicDoc/0202010_2bu.htm",
                        "PublicDoc/0203010_2bu.htm",
                        "PublicDoc/images/part2_001.png");
    }

    private static void collect(PDOutlineItem item, List<String> titles) {
        titles.add(item.getTitle());
        item.children().forEach(c -> collect(c, titles));
    }

    @Test
    void anotherPartTwoMakesThePaperStaleAndTheSameOneGivesTheSameBytes() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.DRAFT_PAPERS);
        draftWith(id, "part-two.htm", html("はじめの本文。"));
        RenderedPaper first = registration(id);
        assertThat(papers.isCurrent(facts.of(id), first)).isTrue();
        assertThat(Sha256.of(papers.draft(facts.of(id), Paper.SECURITIES_REGISTRATION)
                        .pdf()))
                .isEqualTo(first.pdfSha256());
        sendBack(id);
        draftWith(id, "part-two.htm", html("改めた本文。"));
        assertThat(papers.isCurrent(facts.of(id), first)).isFalse();
        assertThat(registration(id).dataSha256()).isNotEqualTo(first.dataSha256());
        assertThat(papers.xhtml(id, registration(id))).contains("改めた本文。").doesNotContain("はじめの本文。");
    }

    private void sendBack(DealId id) {
        desk.complete(
                id,
                HumanTask.REVIEW_PAPERS,
                null,
                FormValues.of("verdict", "REJECT", "findings", "Part 2"),
                Cast.REVIEWER.person());
    }

    @Test
    void whatCannotBePrintedIsRefusedAtTheTaskAndThePreviousVersionStays() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.DRAFT_PAPERS);
        draftWith(id, "part-two.htm", html("本文。"));
        sendBack(id);
        PartTwo before = facts.of(id).one(PartTwo.FACT).orElseThrow();
        assertThatThrownBy(() -> draftWith(id, "part-two.htm", html("好調😀。")))
                .isInstanceOfSatisfying(
                        Refused.class,
                        r -> assertThat(r.findings()).extracting(Finding::code).containsExactly("partTwoCharacter"));
        assertThat(process.openTask(id, HumanTask.DRAFT_PAPERS)).isPresent();
        assertThat(facts.of(id).one(PartTwo.FACT)).contains(before);
    }

    @Test
    void theReviewPageListsWhatToCompareAndConfirm() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.DRAFT_PAPERS);
        draftWith(id, "part-two.htm", html("本文。<script>x()</script><img src=\"https://e.example/x.png\">"));
        var reviewer = new Visitor(port, Cast.REVIEWER.person().value(), PASSWORD);
        assertThat(reviewer.get("/deals/" + id + "/papers/securities-registration?lang=en")
                        .body())
                .contains("Active content was removed: &lt;script&gt;", "https://e.example/x.png")
                .contains("The heading 第3【発行者の概況】 is missing", "part-two.htm");
        assertThat(reviewer.get("/deals/" + id + "/papers/term-sheet-ja?lang=en")
                        .body())
                .doesNotContain("Active content");
        // the original stays as it was uploaded
        PartTwo partTwo = facts.of(id).one(PartTwo.FACT).orElseThrow();
        assertThat(new String(blobs.find(id, partTwo.sha256()).orElseThrow().bytes(), StandardCharsets.UTF_8))
                .contains("<script>");
    }

    @Test
    void aZipWithPicturesBindsThePicturesToo() throws IOException {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.DRAFT_PAPERS);
        var image = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(30, 30, BufferedImage.TYPE_INT_ARGB), "png", image);
        draftWith(
                id,
                "part-two.zip",
                CanonicalZip.of(Map.of(
                        "0201010_2bu.htm",
                        html("図<img src=\"images/a.png\" alt=\"図\" />"),
                        "images/a.png",
                        image.toByteArray())));
        try (var document = Loader.loadPDF(pdf(id))) {
            boolean found = false;
            for (var page : document.getPages()) {
                for (var name : page.getResources().getXObjectNames()) {
                    found |= page.getResources().isImageXObject(name);
                }
            }
            assertThat(found).isTrue();
        }
    }

    @Test
    void anUploadOfFourHundredMegabytesGetsAPageThatSaysSo() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.DRAFT_PAPERS);
        var counsel = new Visitor(port, Cast.COUNSEL.person().value(), PASSWORD);
        for (boolean sized : new boolean[] {true, false}) {
            Visitor.Answer answer = counsel.submitLarge(
                    "/deals/" + id + "/tasks/draftPapers", "file:partTwo", "part-two.pdf", 400_000_000, sized);
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.body()).contains("60 MB", "<html").doesNotContain("Exception");
        }
        assertThat(process.openTask(id, HumanTask.DRAFT_PAPERS)).isPresent();
        assertThat(facts.of(id).one(PartTwo.FACT)).isEmpty();
    }

    @Test
    void aLockedPdfIsRefusedWithWhatToDo() throws Exception {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.DRAFT_PAPERS);
        byte[] locked;
        try (var document = new org.apache.pdfbox.pdmodel.PDDocument()) {
            document.addPage(new org.apache.pdfbox.pdmodel.PDPage());
            document.protect(new org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy(
                    "owner", "user", new org.apache.pdfbox.pdmodel.encryption.AccessPermission()));
            var out = new ByteArrayOutputStream();
            document.save(out);
            locked = out.toByteArray();
        }
        String page = "/deals/" + id + "/tasks/draftPapers";
        var counsel = new Visitor(port, Cast.COUNSEL.person().value(), PASSWORD);
        Visitor.Answer answer =
                counsel.submit(page + "?lang=en", page, Map.of(), "file:partTwo", "part-two.pdf", locked);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("part-two.pdf", "without encryption");
    }
}
