package io.github.samuraidesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.access.Member;
import io.github.samuraidesk.clause.DealClauses;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.disclosure.Papers;
import io.github.samuraidesk.disclosure.RenderedPaper;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.rehearsal.Cast;
import io.github.samuraidesk.review.ApprovalMatrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who prepared a paper cannot approve it, somebody else can, and where nobody can the program says whom to add. */
class FreeApproversTest extends DeskTest {

    @Autowired
    private Papers papers;

    @Autowired
    private Approvals approvals;

    @Autowired
    private DealClauses clauses;

    private List<String> refusal(Runnable act) {
        try {
            act.run();
        } catch (Refused refused) {
            return refused.findings().stream().map(Finding::code).toList();
        }
        return List.of();
    }

    private void approve(DealId id, Paper paper, PersonId person) {
        RenderedPaper rendered = papers.find(facts.of(id), paper).orElseThrow();
        desk.record(id, Entry.APPROVE, FormValues.of("paper", paper.code(), "pdfSha256", rendered.pdfSha256()), person);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyPaperOfEverySampleHasAFreeApproverForEachRole(String sample) {
        DealId id = open(sample);
        rehearsal.run(id, task -> false);
        for (RenderedPaper p : papers.all(facts.of(id))) {
            for (Role role : ApprovalMatrix.roles(p.paper())) {
                assertThat(approvals.free(facts.of(id), p.paper(), role))
                        .as(sample + " " + p.paper() + " " + role)
                        .isNotEmpty();
            }
        }
    }

    @Test
    void whoEnteredTheCommitmentsCannotApproveThePapersThatPrintThem() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.SIGN_SUBSCRIPTION);
        desk.complete(
                id,
                HumanTask.SIGN_SUBSCRIPTION,
                null,
                script.values(id, HumanTask.SIGN_SUBSCRIPTION),
                Cast.TREASURER.person());
        for (Paper paper : List.of(
                Paper.SECURITIES_REGISTRATION,
                Paper.AMENDED_REGISTRATION,
                Paper.SHELF_SUPPLEMENT,
                Paper.PROSPECTUS,
                Paper.SUBSCRIPTION_SCHEDULE)) {
            assertThat(papers.preparers(facts.of(id), paper)).as(paper.code()).contains("treasurer");
        }
        assertThat(papers.preparers(facts.of(id), Paper.AGENCY_SCHEDULE)).doesNotContain("treasurer");
        assertThat(approvals.free(facts.of(id), Paper.PROSPECTUS, Role.ISSUER))
                .as("issuer opened the deal, treasurer signed: a real deal is told to add somebody")
                .isEmpty();
    }

    @Test
    void thePapersThatPrintCommitmentsAreThoseWhoseTemplatesDo() throws IOException {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.FILE_FINAL_TERMS);
        for (Paper paper : Paper.values()) {
            String template = Files.readString(Path.of("templates", paper.template() + ".html"));
            boolean prints = template.contains("parts :: underwriters") || template.contains(".commitments");
            assertThat(prints).as(paper.code()).isEqualTo(isPreparedBySigner(id, paper));
        }
    }

    /** The subscription re-recorded by somebody who does nothing else on the deal. */
    private boolean isPreparedBySigner(DealId id, Paper paper) {
        if (!people.roles(id, new PersonId("auditor")).isEmpty()) {
            new org.springframework.transaction.support.TransactionTemplate(transactions)
                    .executeWithoutResult(s -> facts.record(
                            id,
                            "subscription",
                            facts.of(id)
                                    .one(io.github.samuraidesk.pricing.SubscriptionSigned.FACT)
                                    .orElseThrow(),
                            Cast.AUDITOR.person()));
        }
        return papers.preparers(facts.of(id), paper).contains("auditor");
    }

    @Autowired
    private org.springframework.transaction.PlatformTransactionManager transactions;

    @Test
    void theProposerOfAWordingAndWhoGeneratedAPaperCannotApproveIt() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.REVIEW_PAPERS);
        var clause = clauses.find(facts.of(id), "prescription").orElseThrow();
        desk.record(
                id,
                Entry.PROPOSE_CHANGE,
                FormValues.of(
                        "clause",
                        "prescription",
                        "textJa",
                        clause.ja() + "。",
                        "textEn",
                        clause.en() + ".",
                        "reason",
                        "x"),
                Cast.REVIEWER.person());
        desk.record(
                id, Entry.DECIDE_PROPOSAL, FormValues.of("proposal", "1", "accepted", "yes"), Cast.COUNSEL.person());
        desk.record(id, Entry.REMAKE_PAPERS, FormValues.of("reason", "x"), Cast.HEAD.person());
        assertThat(refusal(() -> approve(id, Paper.CONDITIONS_OF_BONDS, Cast.REVIEWER.person())))
                .containsExactly("preparerCannotApprove");
        approve(id, Paper.CONDITIONS_OF_BONDS, Cast.SENIOR.person());
        assertThat(refusal(() -> approve(id, Paper.SECURITIES_REGISTRATION, Cast.HEAD.person())))
                .as("head had it made anew")
                .containsExactly("preparerCannotApprove");
        approve(id, Paper.SECURITIES_REGISTRATION, Cast.LEAD.person());
    }

    @Test
    void whereNobodyIsFreeTheRefusalAndThePageSayWhomToAdd() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.REVIEW_PAPERS);
        desk.leave(new Member(id, Cast.TREASURER.person(), Role.ISSUER, ""), Cast.ISSUER.person());
        assertThat(refusal(() -> approve(id, Paper.TERM_SHEET_JA, Cast.ISSUER.person())))
                .containsExactly("preparerCannotApprove", "nobodyMayApprove");
        var issuer = new Visitor(port, Cast.ISSUER.person().value(), PASSWORD);
        assertThat(issuer.get("/deals/" + id + "/papers/term-sheet-ja?lang=en").body())
                .contains("Nobody is free to approve as");
        assertThat(issuer.get("/deals/" + id + "/papers?lang=en").body()).contains("Nobody is free to approve as");
        desk.join(new Member(id, Cast.TREASURER.person(), Role.ISSUER, ""), Cast.ISSUER.person());
        approve(id, Paper.TERM_SHEET_JA, Cast.TREASURER.person());
    }
}
