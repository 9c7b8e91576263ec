package io.github.samuraidesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.deal.Blobs;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Said;
import io.github.samuraidesk.disclosure.FilingPackage;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.disclosure.Papers;
import io.github.samuraidesk.disclosure.RenderedPaper;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.law.RulePacks;
import io.github.samuraidesk.registration.Filing;
import io.github.samuraidesk.registration.Filings;
import io.github.samuraidesk.rehearsal.Cast;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the authority accepted stays filed and approved, whatever changes later and however often the deal is postponed. */
class FiledPapersTest extends DeskTest {

    @Autowired
    private Papers papers;

    @Autowired
    private Approvals approvals;

    @Autowired
    private FilingPackage filingPackage;

    @Autowired
    private Blobs blobs;

    @Autowired
    private RulePacks packs;

    @Autowired
    private MaterialChanges changes;

    private void postponeLater(DealId id) {
        // a moment after the filing, so that it is told from a change before it
        desk.movePracticeTime(id, clock.now(id).plusSeconds(60), Cast.LEAD.person());
        postpone(id);
    }

    @Test
    void aFiledStatementStaysFiledAndApprovedWhenTheFactsChange() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.CONDUCT_SOUNDING);
        RenderedPaper statement =
                papers.find(facts.of(id), Paper.SECURITIES_REGISTRATION).orElseThrow();
        postponeLater(id);

        assertThat(papers.isCurrent(facts.of(id), statement))
                .as("the dates have moved")
                .isFalse();
        assertThat(filingPackage.wasFiled(facts.of(id), statement)).isTrue();
        assertThat(approvals.of(facts.of(id), Paper.SECURITIES_REGISTRATION))
                .isNotEmpty()
                .allMatch(say -> say.state() == Approvals.State.APPROVED);
        assertThat(approvals.of(facts.of(id), Paper.CONDITIONS_OF_BONDS))
                .as("what is not in the package falls as before")
                .anyMatch(say -> say.state() == Approvals.State.WITHDRAWN);
        assertThat(changes.since(facts.of(id)))
                .isNotEmpty()
                .as("nobody approves again what is with the authority")
                .noneMatch(c -> c.toApproveAgain().contains(Paper.SECURITIES_REGISTRATION));

        var reviewer = new Visitor(port, Cast.REVIEWER.person().value(), PASSWORD);
        assertThat(reviewer.get("/deals/" + id + "/papers/securities-registration?lang=en")
                        .body())
                .contains("Filed")
                .doesNotContain("Facts have changed");
        byte[] pdf = blobs.find(id, statement.pdfSha256()).orElseThrow().bytes();
        assertThat(reviewer.submit("/whose-paper?lang=en", "/whose-paper", Map.of(), "paper", "x.pdf", pdf)
                        .body())
                .contains("is genuine", ">Filed<");
    }

    /** Part 2 is bound into the PDF only; the rendition of Part 1 is the same in both versions. */
    @Test
    void aVersionBoundWithAnotherPartTwoWasNotFiled() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.CLEAR_PRE_FILING_REVIEW);
        desk.complete(
                id,
                HumanTask.CLEAR_PRE_FILING_REVIEW,
                null,
                FormValues.of("outcome", "BACK_TO_DRAFTING", "reason", "第二部の数字を改める"),
                Cast.COUNSEL.person());
        String html = """
                <html lang="ja"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
                <title>第二部</title></head>
                <body><h2>第二部【発行者情報】</h2><h3>第1【募集債券の状況】</h3><p>改めた第二部</p></body></html>
                """;
        String partTwo = desk.upload(
                id, "text/html", "0201010_2bu.htm", html.getBytes(StandardCharsets.UTF_8), Cast.COUNSEL.person());
        desk.complete(id, HumanTask.DRAFT_PAPERS, null, FormValues.of("partTwo", partTwo), Cast.COUNSEL.person());
        rehearsal.run(id, t -> t == HumanTask.CONDUCT_SOUNDING);

        List<RenderedPaper> versions =
                facts.of(id).history(RenderedPaper.FACT.at(Paper.SECURITIES_REGISTRATION.code())).stream()
                        .map(Said::value)
                        .toList();
        assertThat(versions).hasSize(2);
        assertThat(versions.get(0).edinetSha256()).isEqualTo(versions.get(1).edinetSha256());
        assertThat(filingPackage.wasFiled(facts.of(id), versions.get(0))).isFalse();
        assertThat(filingPackage.wasFiled(facts.of(id), versions.get(1))).isTrue();
    }

    @Test
    void whatWasAcceptedStaysInTheListOfFilingsAfterAPostponement() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.ALLOCATE);
        Filing amendment = facts.of(id).one(Filing.FACT.at("FINAL_TERMS")).orElseThrow();
        RenderedPaper filed =
                papers.find(facts.of(id), Paper.AMENDED_REGISTRATION).orElseThrow();
        postponeLater(id);

        assertThat(facts.of(id).one(Filing.FACT.at("FINAL_TERMS")))
                .as("the offering of the new dates does not rest on it")
                .isEmpty();
        assertThat(Filings.all(facts.of(id)))
                .extracting(a -> a.filing().stage() + " " + a.inUse())
                .containsExactly("STATEMENT true", "FINAL_TERMS false");
        assertThat(filingPackage.wasFiled(facts.of(id), filed)).isTrue();
        assertThat(approvals.of(facts.of(id), filed, papers.isCurrent(facts.of(id), filed)))
                .allMatch(say -> say.state() == Approvals.State.APPROVED);
        var counsel = new Visitor(port, Cast.COUNSEL.person().value(), PASSWORD);
        assertThat(counsel.get("/deals/" + id + "?lang=en").body())
                .contains(
                        amendment.documentId(),
                        "Not for the offering as postponed",
                        "To be amended for the new dates, as it was accepted: Amended Securities Registration Statement")
                .doesNotContain("amend 020/");
        assertThat(counsel.get("/deals/" + id + "?lang=ja").body()).contains("訂正有価証券届出書");
        String registration =
                counsel.get("/deals/" + id + "/registration?lang=en").body();
        assertThat(registration).contains("Payment date").doesNotContain("dates.payment");
        assertThat(counsel.get("/deals/" + id + "/registration?lang=ja").body()).contains("払込期日");
    }
}
