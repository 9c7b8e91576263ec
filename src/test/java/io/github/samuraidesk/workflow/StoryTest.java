package io.github.samuraidesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.audit.EvidencePack;
import io.github.samuraidesk.audit.Verifier;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.disclosure.Papers;
import io.github.samuraidesk.disclosure.RenderedPaper;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.lifecycle.Obligation;
import io.github.samuraidesk.pricing.PricingRun;
import io.github.samuraidesk.registration.EffectivenessConfirmed;
import io.github.samuraidesk.registration.Filing;
import io.github.samuraidesk.rehearsal.Cast;
import io.github.samuraidesk.settlement.Closed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Slovenia's inaugural Samurai of August 2024, told from term sheet to evidence pack, with a wrong turn in the review. */
class StoryTest extends DeskTest {

    @Autowired
    private Approvals approvals;

    @Autowired
    private Papers papers;

    @Autowired
    private EvidencePack packs;

    @Test
    void sloveniaIssuesItsFirstSamurai() {
        DealId svn = openAndStopBefore("SVN-2024", HumanTask.REVIEW_PAPERS);

        // The managers' counsel does not like the statement and sends it back with findings.
        RenderedPaper first =
                papers.find(facts.of(svn), Paper.SECURITIES_REGISTRATION).orElseThrow();
        desk.record(
                svn,
                Entry.REJECT,
                FormValues.of("paper", first.paper().code(), "pdfSha256", first.pdfSha256(), "remark", "担保提供制限の範囲が不明"),
                Cast.REVIEWER.person());
        desk.complete(
                svn,
                HumanTask.REVIEW_PAPERS,
                null,
                FormValues.of("verdict", "REJECT", "findings", "担保提供制限を明確にすること"),
                Cast.REVIEWER.person());
        assertThat(process.openTask(svn, HumanTask.DRAFT_PAPERS)).isPresent();

        // The issuer's counsel mends the clause; the paper is made anew and has another hash.
        desk.record(
                svn,
                Entry.SLOT,
                FormValues.of(
                        "slot",
                        "negativePledge",
                        "text",
                        "【仮定】リハーサル：差戻し後の文言",
                        "textEn",
                        "[Assumed] Rehearsal: wording after the rejection"),
                Cast.COUNSEL.person());
        complete(svn, HumanTask.DRAFT_PAPERS);
        RenderedPaper second =
                papers.find(facts.of(svn), Paper.SECURITIES_REGISTRATION).orElseThrow();
        assertThat(second.pdfSha256()).isNotEqualTo(first.pdfSha256());

        // Whoever wrote a clause cannot approve it, and the old version cannot be approved any more.
        assertThatThrownBy(() -> desk.record(
                        svn,
                        Entry.APPROVE,
                        FormValues.of("paper", first.paper().code(), "pdfSha256", first.pdfSha256()),
                        Cast.REVIEWER.person()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        r -> assertThat(r.findings()).extracting(f -> f.code()).contains("paperWasReplaced"));

        // The rest goes by the book: filed on 13 August, marketed, two tranches dropped, priced on the 29th.
        rehearsal.run(svn, task -> false);

        assertThat(process.isRunning(svn)).isFalse();
        Filing statement = facts.of(svn).one(Filing.FACT.at("STATEMENT")).orElseThrow();
        assertThat(statement.acceptedOn()).isEqualTo(LocalDate.of(2024, 8, 13)); // gov.si, 29 August 2024
        assertThat(statement.termsUndecided()).isTrue();
        assertThat(statement.formCode()).isEqualTo("020000"); // EDINET form code list, ordinance 020 form 2
        EffectivenessConfirmed effective =
                facts.of(svn).one(EffectivenessConfirmed.FACT.at("FINAL_TERMS")).orElseThrow();
        assertThat(effective.effectiveOn()).isEqualTo(LocalDate.of(2024, 8, 29)); // priced and sold that day, gov.si
        assertThat(deals.liveTranches(svn)).extracting(t -> t.id()).containsExactly("3Y", "5Y");
        PricingRun threeYears = facts.of(svn).one(PricingRun.FACT.at("3Y")).orElseThrow();
        assertThat(threeYears.couponPercent()).isEqualByComparingTo("0.750"); // gov.si
        assertThat(threeYears.amountYen()).isEqualByComparingTo("45100000000"); // gov.si
        assertThat(facts.of(svn).current(PricingRun.FACT).stream()
                        .map(PricingRun::amountYen)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("50000000000"); // gov.si: JPY 50.0bn
        assertThat(facts.of(svn).one(Closed.FACT)).isPresent();
        assertThat(facts.of(svn).current(Obligation.FACT))
                .extracting(Obligation::row)
                .contains("S17", "J16", "J20", "J21", "C01");

        // Every filed and final paper carries an approval of exactly its bytes.
        for (Paper paper : Paper.Set.FINAL_TERMS.papers(false)) {
            RenderedPaper rendered = papers.find(facts.of(svn), paper).orElseThrow();
            assertThat(approvals.of(facts.of(svn), paper))
                    .as(paper.code())
                    .isNotEmpty()
                    .allMatch(say -> say.state() == Approvals.State.APPROVED)
                    .allMatch(say -> say.verdict().pdfSha256().equals(rendered.pdfSha256()));
        }

        // The auditor replays it: the rejection is in the trail, and the pack is sound.
        assertThat(desk.history(svn).stream().filter(e -> e.body().contains("REJECTED")))
                .isNotEmpty();
        EvidencePack.Pack pack = packs.make(svn, Cast.AUDITOR.person());
        Verifier.Result verified = Verifier.verify(pack.zip(), Optional.of(pack.head()));
        assertThat(verified.faults()).isEmpty();
        assertThat(verified.rehearsal()).isTrue();
    }

    @Test
    void textIsExtractedInReadingOrder() throws java.io.IOException {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.FILE_FINAL_TERMS);
        byte[] pdf = papers.draft(facts.of(id), Paper.AMENDED_REGISTRATION).pdf();
        try (var document = org.apache.pdfbox.Loader.loadPDF(pdf)) {
            String text = new org.apache.pdfbox.text.PDFTextStripper()
                    .getText(document)
                    .replaceAll("\\s", "");
            assertThat(text)
                    .contains("1【募集債券（3Y）】")
                    .contains("利率年0.750％")
                    .contains("3【募集債券（5Y）】")
                    .contains("利率年0.890％");
        }
    }

    @Test
    void sameFactsGiveTheSameBytes() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.REVIEW_PAPERS);
        for (Paper paper : Paper.Set.STATEMENT.papers(false)) {
            assertThat(papers.draft(facts.of(id), paper).pdf())
                    .as(paper.code())
                    .isEqualTo(papers.draft(facts.of(id), paper).pdf());
        }
    }

    @Test
    void aPullIsPossibleUntilClosingAndNamesTheWithdrawal() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.CONDUCT_SOUNDING);
        desk.record(
                id,
                Entry.PULL,
                FormValues.of("reason", "市況")
                        .withTable(
                                "notices",
                                java.util.List.of(
                                        java.util.Map.of("party", "関東財務局", "at", "2024-08-20T10:00", "means", "電話"))),
                Cast.ISSUER.person());
        assertThat(process.isRunning(id)).isFalse();
        Halt halt = facts.of(id).one(Halt.FACT.at("pulled")).orElseThrow();
        assertThat(halt.filing()).contains("020/990004"); // EDINET form code list: 届出の取下げ願い
        assertThatThrownBy(() -> desk.record(
                        id,
                        Entry.PULL,
                        FormValues.of("reason", "again").withTable("notices", halt.notices()),
                        Cast.ISSUER.person()))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aPostponementAfterPricingGoesBackToMarketingAndMakesPricesStale() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.REGISTER_ISSUE);
        assertThat(facts.of(id).current(PricingRun.FACT)).isNotEmpty();
        desk.record(
                id,
                Entry.POSTPONE,
                FormValues.of("reason", "市況", "pricing", "2024-09-12", "payment", "2024-09-19")
                        .withTable(
                                "notices",
                                java.util.List.of(
                                        java.util.Map.of("party", "引受団", "at", "2024-08-29T11:00", "means", "電話"))),
                Cast.LEAD.person());
        assertThat(facts.of(id).current(PricingRun.FACT)).isEmpty();
        assertThat(facts.of(id).one(Halt.FACT.at("postponed-1")).orElseThrow().stale())
                .anyMatch(s -> s.startsWith("PricingRun"));
        assertThat(process.openTask(id, HumanTask.CONDUCT_SOUNDING)).isPresent();
        rehearsal.run(id, task -> false);
        assertThat(facts.of(id).one(Closed.FACT)).isPresent();
    }

    @Test
    void failedFundingLeavesNoBondsAndCanBeRetried() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.CONFIRM_NEW_RECORD);
        FormValues failed = FormValues.of(
                "fundsNotice",
                "FAILED",
                "newRecordNotice",
                "NOT_RECORDED",
                "evidence",
                script.values(id, HumanTask.CONFIRM_NEW_RECORD).text("evidence"));
        desk.complete(id, HumanTask.CONFIRM_NEW_RECORD, null, failed, Cast.AGENT.person());
        assertThat(process.openTask(id, HumanTask.RESOLVE_FAILED_FUNDING)).isPresent();
        assertThat(facts.of(id).one(io.github.samuraidesk.settlement.FundingFailed.FACT))
                .isPresent();
        rehearsal.run(id, task -> false);
        assertThat(facts.of(id).one(Closed.FACT)).isPresent();
    }

    @Test
    void anRfpIsScoredByWeightsFixedBeforeTheOpening() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.CHOOSE_SELECTION);
        desk.complete(id, HumanTask.CHOOSE_SELECTION, null, FormValues.of("selection", "RFP"), Cast.ISSUER.person());
        complete(id, HumanTask.ISSUE_RFP);
        script.entriesBefore(id, HumanTask.OPEN_BIDS)
                .forEach(l -> desk.record(id, l.entry(), l.values(), l.by().person()));
        // before the deadline the bids stay shut
        assertThatThrownBy(() -> desk.complete(
                        id, HumanTask.OPEN_BIDS, null, FormValues.of("biddingClosed", "yes"), Cast.ISSUER.person()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        r -> assertThat(r.findings()).extracting(f -> f.code()).contains("beforeDeadline"));
        desk.movePracticeTime(id, clock.now(id).plus(java.time.Duration.ofDays(4)), Cast.LEAD.person());
        desk.complete(id, HumanTask.OPEN_BIDS, null, FormValues.of("biddingClosed", "yes"), Cast.ISSUER.person());
        complete(id, HumanTask.SCORE_BIDS);
        // 25×8 + 20×7 + 20×8 + 10×9 + 15×8 + 10×9 = 800, over ten: worked by hand
        assertThat(facts.of(id).current(io.github.samuraidesk.underwriting.Score.FACT))
                .allSatisfy(s -> assertThat(s.total()).isEqualByComparingTo("80"));
        complete(id, HumanTask.AWARD_MANDATE);
        assertThat(papers.find(facts.of(id), Paper.MANDATE_LETTER)).isPresent();
    }
}
