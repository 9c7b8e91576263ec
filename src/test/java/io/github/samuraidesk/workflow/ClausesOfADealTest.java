package io.github.samuraidesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.clause.ClausesSigned.Capacity;
import io.github.samuraidesk.clause.DealClauses;
import io.github.samuraidesk.clause.HouseClauses;
import io.github.samuraidesk.clause.SlotText;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.disclosure.Papers;
import io.github.samuraidesk.disclosure.RenderedPaper;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.rehearsal.Cast;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Clauses of a deal: versions, twins, signatures, proposals; and approvals by every role of the matrix. */
class ClausesOfADealTest extends DeskTest {

    private static final String PRESCRIPTION_JA = "消滅時効は、元本については10年、利息については5年で完成する。ただし法令に別の定めがあるときはこれによる。";
    private static final String PRESCRIPTION_EN =
            "Claims are extinguished by prescription after 10 years for principal and 5 years for interest, unless"
                    + " law provides otherwise.";

    @Autowired
    private DealClauses clauses;

    @Autowired
    private HouseClauses house;

    @Autowired
    private Papers papers;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Gates gates;

    @Autowired
    private Approvals approvals;

    private void sign(DealId id, Capacity capacity, Cast by) {
        desk.record(
                id,
                Entry.SIGN_CLAUSES,
                FormValues.of("signAs", capacity.name(), "textsSha256", clauses.textsSha256(facts.of(id))),
                by.person());
    }

    private void prescription(DealId id, String ja, String en, Cast by) {
        desk.record(
                id,
                Entry.EDIT_CLAUSE,
                FormValues.of("clause", "prescription", "textJa", ja, "textEn", en, "reason", "counsel's wish"),
                by.person());
    }

    private List<String> codes(Refused refused) {
        return refused.findings().stream().map(f -> f.code()).toList();
    }

    @Test
    void filingWaitsUntilTranslatorAndReviewerHaveSigned() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.REVIEW_PAPERS);
        assertThat(gates.check(facts.of(id), Gate.G4))
                .filteredOn(f -> f.code().equals("clausesNotSigned"))
                .extracting(f -> f.args().get(0))
                .containsExactly("TRANSLATOR", "REVIEWER");
        sign(id, Capacity.TRANSLATOR, Cast.COUNSEL);
        assertThatThrownBy(() -> sign(id, Capacity.REVIEWER, Cast.COUNSEL))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(codes(r)).contains("signedByAnother"));
        sign(id, Capacity.REVIEWER, Cast.REVIEWER);
        assertThat(gates.clausesMustBeSigned(facts.of(id))).isEmpty();
    }

    @Test
    void changingOneTwinMakesTheOtherStaleAndTakesThatSignatureAlone() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.REVIEW_PAPERS);
        sign(id, Capacity.TRANSLATOR, Cast.COUNSEL);
        sign(id, Capacity.REVIEWER, Cast.REVIEWER);
        String english =
                clauses.find(facts.of(id), "prescription").orElseThrow().en();
        prescription(id, PRESCRIPTION_JA, english, Cast.COUNSEL);
        assertThat(clauses.states(facts.of(id)))
                .filteredOn(s -> !s.isSigned())
                .singleElement()
                .satisfies(s -> {
                    assertThat(s.worded().clause().id()).isEqualTo("prescription");
                    assertThat(s.staleTwin()).isEqualTo("en");
                    assertThat(s.missing()).containsExactly(Capacity.TRANSLATOR, Capacity.REVIEWER);
                });
        // a preview prints the change, and says that it is none to be approved
        assertThat(papers.preview(facts.of(id), Paper.CONDITIONS_OF_BONDS).xhtml())
                .contains("法令に別の定め", "NOT APPROVED");
        assertThat(papers.draft(facts.of(id), Paper.CONDITIONS_OF_BONDS).xhtml())
                .doesNotContain("NOT APPROVED");
        // the papers that print it are no longer what the facts say
        assertThat(papers.isCurrent(
                        facts.of(id),
                        papers.find(facts.of(id), Paper.CONDITIONS_OF_BONDS).orElseThrow()))
                .isFalse();
    }

    @Test
    void aProposalIsAcceptedByAnotherAndThenPrinted() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.DRAFT_PAPERS);
        desk.record(
                id,
                Entry.PROPOSE_CHANGE,
                FormValues.of(
                        "clause",
                        "prescription",
                        "textJa",
                        PRESCRIPTION_JA,
                        "textEn",
                        PRESCRIPTION_EN,
                        "reason",
                        "the Civil Code was changed"),
                Cast.REVIEWER.person());
        assertThat(gates.clausesMustBeSigned(facts.of(id)))
                .extracting(f -> f.code())
                .contains("proposalOpen");
        assertThatThrownBy(() -> desk.record(
                        id,
                        Entry.DECIDE_PROPOSAL,
                        FormValues.of("proposal", "1", "accepted", "yes"),
                        Cast.REVIEWER.person()))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(codes(r)).contains("proposalNeedsAnother"));
        desk.record(
                id, Entry.DECIDE_PROPOSAL, FormValues.of("proposal", "1", "accepted", "yes"), Cast.COUNSEL.person());
        assertThat(clauses.find(facts.of(id), "prescription").orElseThrow().en())
                .isEqualTo(PRESCRIPTION_EN);
        complete(id, HumanTask.DRAFT_PAPERS);
        RenderedPaper english =
                papers.find(facts.of(id), Paper.CONDITIONS_OF_BONDS_EN).orElseThrow();
        assertThat(papers.xhtml(id, english)).contains("unless law provides otherwise");
    }

    @Test
    void aProposalThatWasOvertakenIsNotAccepted() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.DRAFT_PAPERS);
        FormValues proposal = FormValues.of(
                "clause",
                "prescription",
                "textJa",
                PRESCRIPTION_JA,
                "textEn",
                PRESCRIPTION_EN,
                "reason",
                "the Civil Code was changed");
        desk.record(id, Entry.PROPOSE_CHANGE, proposal, Cast.REVIEWER.person());
        prescription(id, "別の文言", "Other wording", Cast.COUNSEL);
        assertThatThrownBy(() -> desk.record(
                        id,
                        Entry.DECIDE_PROPOSAL,
                        FormValues.of("proposal", "1", "accepted", "yes"),
                        Cast.COUNSEL.person()))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(codes(r)).containsExactly("clauseChangedSinceProposal"));
    }

    @Test
    void aRunningDealKeepsItsVersionsUntilLegalMovesIt() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.DRAFT_PAPERS);
        int before =
                clauses.find(facts.of(id), "purchase").orElseThrow().clause().version();
        String ja = house.find("purchase").orElseThrow().ja() + "抹消した債券は再発行しない。";
        var written = house.edit(
                "purchase",
                ja,
                house.find("purchase").orElseThrow().en(),
                LocalDate.of(2026, 11, 21),
                "reissue",
                Cast.COUNSEL.person());
        HouseClauses.Kept kept =
                house.versions("purchase").get(house.versions("purchase").size() - 1);
        assertThat(kept.clause()).isEqualTo(written);
        assertThat(kept.staleTwin()).isEqualTo("en");
        assertThat(kept.isSigned()).isFalse();
        assertThat(clauses.find(facts.of(id), "purchase").orElseThrow().clause().version())
                .isEqualTo(before);
        assertThat(clauses.upgrades(facts.of(id)))
                .filteredOn(u -> u.from().id().equals("purchase"))
                .singleElement()
                .satisfies(u -> assertThat(u.to().ja()).isEqualTo(ja));
        desk.record(
                id,
                Entry.ADOPT_CLAUSES,
                FormValues.of("upgradeSha256", clauses.upgradeSha256(facts.of(id)), "reason", "newer wording"),
                Cast.COUNSEL.person());
        assertThat(clauses.find(facts.of(id), "purchase").orElseThrow().ja()).isEqualTo(ja);
        assertThat(clauses.upgrades(facts.of(id))).isEmpty();
        // whoever wrote it cannot be its reviewer; signed by two others, deals need not sign it again
        assertThatThrownBy(() -> house.sign("purchase", written.version(), Capacity.REVIEWER, Cast.COUNSEL.person()))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(codes(r)).contains("signedByAnother"));
        house.sign("purchase", written.version(), Capacity.TRANSLATOR, Cast.COUNSEL.person());
        house.sign("purchase", written.version(), Capacity.REVIEWER, Cast.REVIEWER.person());
        assertThat(clauses.states(facts.of(id)))
                .filteredOn(s -> s.worded().clause().id().equals("purchase"))
                .singleElement()
                .satisfies(s -> assertThat(s.isSigned()).isTrue());
    }

    @Test
    void wordingWithAFigureThatDoesNotExistIsRefusedAndTheOldStays() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.DRAFT_PAPERS);
        assertThatThrownBy(() -> prescription(id, "{maturty}に完成する。", "On {maturityy}.", Cast.COUNSEL))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(codes(r)).containsExactly("unknownFigure", "unknownFigure"));
        assertThat(clauses.find(facts.of(id), "prescription").orElseThrow().own())
                .isFalse();
    }

    @Test
    void legalTakesInAnOptionalClauseAndItsSlotIsThenOpen() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.DRAFT_PAPERS);
        assertThat(clauses.openSlots(facts.of(id))).doesNotContain("taxCall");
        desk.record(
                id,
                Entry.CHOOSE_CLAUSE,
                FormValues.of("clause", "taxCall", "taken", "yes", "reason", "as in the issuer's other bonds"),
                Cast.COUNSEL.person());
        assertThat(clauses.openSlots(facts.of(id))).contains("taxCall");
        assertThatThrownBy(() -> desk.record(
                        id,
                        Entry.CHOOSE_CLAUSE,
                        FormValues.of("clause", "governingLaw", "taken", "no", "reason", "?"),
                        Cast.COUNSEL.person()))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(codes(r)).containsExactly("clauseIsNoChoice"));
    }

    @Test
    void everyRoleOfTheMatrixMustApproveAndNobodyElseCan() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.REVIEW_PAPERS);
        RenderedPaper statement =
                papers.find(facts.of(id), Paper.SECURITIES_REGISTRATION).orElseThrow();
        FormValues approval =
                FormValues.of("paper", statement.paper().code(), "pdfSha256", statement.pdfSha256(), "remark", "read");
        desk.record(id, Entry.APPROVE, approval, Cast.TREASURER.person());
        assertThat(approvals.of(facts.of(id), Paper.SECURITIES_REGISTRATION))
                .extracting(Approvals.Say::role, Approvals.Say::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Role.ISSUER, Approvals.State.APPROVED),
                        org.assertj.core.groups.Tuple.tuple(Role.ISSUERS_COUNSEL, Approvals.State.AWAITED),
                        org.assertj.core.groups.Tuple.tuple(Role.MANAGERS_COUNSEL, Approvals.State.AWAITED),
                        org.assertj.core.groups.Tuple.tuple(Role.LEAD_MANAGER, Approvals.State.AWAITED));
        // the issuer opened the deal, counsel filled the slots: both prepared what the paper prints
        for (Cast preparer : List.of(Cast.ISSUER, Cast.COUNSEL)) {
            assertThatThrownBy(() -> desk.record(id, Entry.APPROVE, approval, preparer.person()))
                    .isInstanceOfSatisfying(
                            Refused.class, r -> assertThat(codes(r)).contains("preparerCannotApprove"));
        }
        assertThatThrownBy(() -> desk.record(
                        id,
                        Entry.APPROVE,
                        FormValues.of(
                                "paper",
                                "conditions-of-bonds-en",
                                "pdfSha256",
                                papers.find(facts.of(id), Paper.CONDITIONS_OF_BONDS_EN)
                                        .orElseThrow()
                                        .pdfSha256(),
                                "remark",
                                "read"),
                        Cast.HEAD.person()))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(codes(r)).containsExactly("approvalNotAsked"));
    }

    @Test
    void aChangeTakesTheApprovalAwayAndIsNamed() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.REVIEW_PAPERS);
        RenderedPaper statement =
                papers.find(facts.of(id), Paper.SECURITIES_REGISTRATION).orElseThrow();
        desk.record(
                id,
                Entry.APPROVE,
                FormValues.of("paper", statement.paper().code(), "pdfSha256", statement.pdfSha256(), "remark", "read"),
                Cast.TREASURER.person());
        desk.complete(
                id,
                HumanTask.REVIEW_PAPERS,
                null,
                FormValues.of("verdict", "REJECT", "findings", "the size"),
                Cast.REVIEWER.person());
        desk.record(
                id,
                Entry.CHANGE_TRANCHE,
                FormValues.of("tranche", "3Y", "sizeBillionYen", "46.0", "reason", "demand"),
                Cast.LEAD.person());
        complete(id, HumanTask.DRAFT_PAPERS);
        Approvals.Say issuer =
                approvals.of(facts.of(id), Paper.SECURITIES_REGISTRATION).get(0);
        assertThat(issuer.state()).isEqualTo(Approvals.State.WITHDRAWN);
        assertThat(issuer.changes()).anySatisfy(c -> {
            assertThat(c.field()).isEqualTo("3Y.amount");
            assertThat(c.after()).isEqualTo("46,000,000,000円");
        });
        assertThat(gates.paperMustBeApproved(facts.of(id), Paper.SECURITIES_REGISTRATION))
                .filteredOn(f -> f.code().equals("approvalWithdrawn"))
                .singleElement()
                .satisfies(f -> assertThat(f.args().get(2)).contains("46,000,000,000円"));
        assertThat(desk.history(id).stream()
                        .filter(e ->
                                e.body().contains("fallenBecause") && e.body().contains("46,000,000,000円")))
                .isNotEmpty();
    }

    @Test
    void aSlotThatAnEarlierProgramFilledWaitsForItsEnglishTwin() {
        DealId id = open("SVN-2024");
        transaction.executeWithoutResult(status -> {
            deals.lock(id);
            facts.record(id, "notices", new SlotText("notices", "官報に公告する。"), Cast.COUNSEL.person());
        });
        DealClauses.Worded notices = clauses.find(facts.of(id), "notices").orElseThrow();
        assertThat(notices.ja()).isEqualTo("官報に公告する。");
        assertThat(notices.isOpen()).isTrue();
        assertThat(clauses.openSlots(facts.of(id))).contains("notices");
    }

    @Test
    void wordingThatSomebodyElseChangedMeanwhileIsNotOverwritten() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.DRAFT_PAPERS);
        String seen = clauses.find(facts.of(id), "prescription").orElseThrow().seenSha256();
        prescription(id, PRESCRIPTION_JA, PRESCRIPTION_EN, Cast.COUNSEL);
        FormValues late = FormValues.of(
                "clause",
                "prescription",
                "textJa",
                "別の文言",
                "textEn",
                "Other wording",
                "reason",
                "late",
                "seenSha256",
                seen);
        assertThatThrownBy(() -> desk.record(id, Entry.EDIT_CLAUSE, late, Cast.PARTNER.person()))
                .isInstanceOfSatisfying(Refused.class, r -> {
                    assertThat(codes(r)).containsExactly("clauseChangedMeanwhile");
                    assertThat(r.findings().get(0).args()).contains(PRESCRIPTION_EN);
                });
        assertThat(clauses.find(facts.of(id), "prescription").orElseThrow().en())
                .isEqualTo(PRESCRIPTION_EN);
    }

    /** After the review has passed, a late change must find its way back into the papers. */
    @Test
    void stalePapersAreMadeAnewAndTheirApprovalsFallWithTheReason() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.FILE_STATEMENT);
        assertThat(gates.check(facts.of(id), Gate.G4)).isEmpty();
        prescription(id, PRESCRIPTION_JA, PRESCRIPTION_EN, Cast.PARTNER);
        // before anything is made anew, the approvals say that they no longer stand, and why
        Approvals.Say fallen =
                approvals.of(facts.of(id), Paper.CONDITIONS_OF_BONDS).get(0);
        assertThat(fallen.state()).isEqualTo(Approvals.State.WITHDRAWN);
        // one change, however many tranches print the clause
        assertThat(fallen.changes()).extracting(c -> c.clause()).containsExactly("prescription", "prescription");
        desk.record(id, Entry.REMAKE_PAPERS, FormValues.of("reason", "prescription"), Cast.COUNSEL.person());
        RenderedPaper anew =
                papers.find(facts.of(id), Paper.CONDITIONS_OF_BONDS).orElseThrow();
        assertThat(papers.isCurrent(facts.of(id), anew)).isTrue();
        assertThat(papers.xhtml(id, anew)).contains("法令に別の定め");
        assertThat(gates.check(facts.of(id), Gate.G4))
                .extracting(f -> f.code())
                .contains("approvalWithdrawn", "clausesNotSigned")
                .doesNotContain("paperStale");
        // papers that do not print the clause keep their approvals
        assertThat(gates.paperMustBeApproved(facts.of(id), Paper.TERM_SHEET_EN)).isEmpty();
        assertThatThrownBy(() ->
                        desk.record(id, Entry.REMAKE_PAPERS, FormValues.of("reason", "again"), Cast.COUNSEL.person()))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(codes(r)).containsExactly("nothingStale"));
    }

    @Test
    void whoeverWroteAClauseMaySendPapersBackAndApproveThoseThatDoNotPrintIt() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.REVIEW_PAPERS);
        prescription(id, PRESCRIPTION_JA, PRESCRIPTION_EN, Cast.REVIEWER);
        RenderedPaper sheet = papers.find(facts.of(id), Paper.TERM_SHEET_EN).orElseThrow();
        desk.record(
                id,
                Entry.APPROVE,
                FormValues.of("paper", sheet.paper().code(), "pdfSha256", sheet.pdfSha256(), "remark", "read"),
                Cast.REVIEWER.person());
        RenderedPaper conditions =
                papers.find(facts.of(id), Paper.CONDITIONS_OF_BONDS).orElseThrow();
        FormValues verdict = FormValues.of(
                "paper", conditions.paper().code(), "pdfSha256", conditions.pdfSha256(), "remark", "read");
        assertThatThrownBy(() -> desk.record(id, Entry.APPROVE, verdict, Cast.REVIEWER.person()))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(codes(r)).contains("preparerCannotApprove"));
        desk.record(id, Entry.REJECT, verdict, Cast.REVIEWER.person());
        desk.complete(
                id,
                HumanTask.REVIEW_PAPERS,
                null,
                FormValues.of("verdict", "REJECT", "findings", "prescription"),
                Cast.REVIEWER.person());
        assertThat(process.openTask(id, HumanTask.DRAFT_PAPERS)).isPresent();
    }

    @Test
    void aNumberInOneTwinAloneMustBeLookedAtBeforeSigning() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.REVIEW_PAPERS);
        prescription(id, "消滅時効は、元本については10年、利息については5年で完成する。", "After 10 years and 6 years.", Cast.COUNSEL);
        assertThatThrownBy(() -> sign(id, Capacity.TRANSLATOR, Cast.COUNSEL))
                .isInstanceOfSatisfying(Refused.class, r -> assertThat(codes(r)).containsExactly("twinNumbersDiffer"));
        desk.record(
                id,
                Entry.SIGN_CLAUSES,
                FormValues.of(
                        "signAs",
                        "TRANSLATOR",
                        "textsSha256",
                        clauses.textsSha256(facts.of(id)),
                        "numbersConfirmed",
                        "yes"),
                Cast.COUNSEL.person());
    }

    @Test
    void tagsInAClauseAreRefused() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.DRAFT_PAPERS);
        assertThatThrownBy(() -> prescription(id, "<b>十年</b>", "<script>alert(1)</script>", Cast.COUNSEL))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(codes(r)).containsExactly("clauseMarkup", "clauseMarkup"));
        assertThatThrownBy(() -> house.edit(
                        "purchase", "<i>買入れ</i>", "p", LocalDate.of(1999, 1, 1), "why", Cast.COUNSEL.person()))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(codes(r)).contains("clauseMarkup", "effectiveBeforeLast"));
    }
}
