package io.github.samuraidesk.settlement;

import static io.github.samuraidesk.Answers.refusals;
import static io.github.samuraidesk.PricedDeal.FIVE_YEARS;
import static io.github.samuraidesk.PricedDeal.PAYMENT;
import static io.github.samuraidesk.PricedDeal.SOMEBODY;
import static io.github.samuraidesk.PricedDeal.THREE_YEARS;
import static io.github.samuraidesk.PricedDeal.facts;
import static io.github.samuraidesk.PricedDeal.standing;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.PricedDeal;
import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.GatewayFact;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.act.TaskDone;
import io.github.samuraidesk.book.Allocation;
import io.github.samuraidesk.deal.FileOf;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.law.Route;
import io.github.samuraidesk.registration.Filing;
import io.github.samuraidesk.registration.RouteConfirmed;
import io.github.samuraidesk.settlement.acts.ApproveNewRecord;
import io.github.samuraidesk.settlement.acts.CheckIssue;
import io.github.samuraidesk.settlement.acts.ConfirmClosing;
import io.github.samuraidesk.settlement.acts.ConfirmConditions;
import io.github.samuraidesk.settlement.acts.ConfirmNewRecord;
import io.github.samuraidesk.settlement.acts.ConfirmNewRecord.FundsNotice;
import io.github.samuraidesk.settlement.acts.ConfirmNewRecord.RecordNotice;
import io.github.samuraidesk.settlement.acts.ConfirmParticipation;
import io.github.samuraidesk.settlement.acts.ConfirmSplit;
import io.github.samuraidesk.settlement.acts.DeliverBonds;
import io.github.samuraidesk.settlement.acts.FileConsentForms;
import io.github.samuraidesk.settlement.acts.MatchInstructions;
import io.github.samuraidesk.settlement.acts.PayProceeds;
import io.github.samuraidesk.settlement.acts.ReconcileCodes;
import io.github.samuraidesk.settlement.acts.RegisterIssue;
import io.github.samuraidesk.settlement.acts.RequestFunds;
import io.github.samuraidesk.settlement.acts.ResolveFailedFunding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each act of the settlement accepted once and refused once for each finding that it can return, by values alone. */
class SettlementActsTest {

    private static final BigDecimal GROSS = new BigDecimal("50000000000");
    private static final BigDecimal FEE = new BigDecimal("100000000");
    private static final BigDecimal EXPENSES = new BigDecimal("45000000");
    private static final BigDecimal NET = new BigDecimal("49855000000");
    /** ISO 6166 check digits, by the Luhn sum. */
    private static final String ISIN_3 = Isin.withCheckDigit("JP900000001");

    private static final String ISIN_5 = Isin.withCheckDigit("JP900000002");

    private static <I extends Record> Answer perform(Act<I> act, I said, Standing deal) {
        return act.deed().perform(said, deal, SOMEBODY);
    }

    private static <I extends Record> Answer perform(Act<I> act, I said) {
        return perform(act, said, standing(facts().file()));
    }

    private static void accepted(Answer answer) {
        assertThat(answer.refused()).isEmpty();
    }

    @Test
    void everyFormOfConsentMustHaveBeenFiled() {
        LocalDateTime at = LocalDateTime.of(2024, 8, 22, 10, 0);
        accepted(perform(FileConsentForms.ACT, new FileConsentForms(at, true, true, true, true, "")));
        assertThat(refusals(perform(FileConsentForms.ACT, new FileConsentForms(at, false, false, false, false, ""))))
                .containsExactly("formS01 mustBeYes", "formS11 mustBeYes", "formSx12 mustBeYes", "formS02 mustBeYes");
    }

    /** Thursday 17:00 sharp is in time [S:JASDEC-FLOW]; the days are those of the published flow's example week. */
    @ParameterizedTest
    @CsvSource({"2024-08-22T17:00, false", "2024-08-22T17:01, true", "2024-08-22T23:59, true", "2024-08-23T17:01, false"
    })
    void theWeeklyCutOffIsThursdayAtFive(LocalDateTime received, boolean missed) {
        assertThat(WeeklyCutOff.isMissed(received)).isEqualTo(missed);
    }

    @Test
    void participationDoesNotBeginBeforeItsWeek() {
        FileOf inTime = facts().said(TaskDone.FACT.at("fileConsentForms"), consent("2024-08-22T17:00"), "agent");
        LocalDate earliest =
                WeeklyCutOff.participation(standing(inTime.file()).pack(), LocalDateTime.parse("2024-08-22T17:00"));
        Standing deal = standing(inTime.file());
        accepted(perform(ConfirmParticipation.ACT, new ConfirmParticipation(earliest, ""), deal));
        assertThat(refusals(
                        perform(ConfirmParticipation.ACT, new ConfirmParticipation(earliest.minusDays(1), ""), deal)))
                .containsExactly("participationDate participationTooEarly");
        FileOf late = facts().said(TaskDone.FACT.at("fileConsentForms"), consent("2024-08-22T17:01"), "agent");
        assertThat(refusals(perform(
                        ConfirmParticipation.ACT, new ConfirmParticipation(earliest, ""), standing(late.file()))))
                .containsExactly("participationDate participationTooEarly");
    }

    private static TaskDone consent(String receivedAt) {
        FormValues values = FileConsentForms.ACT
                .form()
                .write(new FileConsentForms(LocalDateTime.parse(receivedAt), true, true, true, true, "0".repeat(64)));
        return new TaskDone("fileConsentForms", values.values(), values.tables());
    }

    private static RegisterIssue.Issue issue(String tranche, String isin, BigDecimal amount, String coupon) {
        return new RegisterIssue.Issue(
                tranche,
                isin,
                "900000001",
                amount,
                Optional.of(coupon).filter(c -> !c.isEmpty()).map(BigDecimal::new),
                Optional.of(BigDecimal.ZERO));
    }

    private static Answer register(RegisterIssue.Issue... issues) {
        return perform(RegisterIssue.ACT, new RegisterIssue(List.of(issues), ""));
    }

    @Test
    void issuesAreRegisteredAsTheyWerePriced() {
        var three = issue("3Y", ISIN_3, THREE_YEARS, "0.75");
        var five = issue("5Y", ISIN_5, FIVE_YEARS, "0.890");
        Answer answer = register(three, five);
        accepted(answer);
        assertThat(answer.facts()).extracting(f -> f.kind().key()).containsExactly("3Y", "5Y");

        assertThat(refusals(register(three))).containsExactly("issues trancheMissing");
        assertThat(refusals(register(three, three, five)))
                .containsExactly("issues[1].tranche duplicate", "issues[1].isin duplicate");
        assertThat(refusals(register(three, five, issue("7Y", ISIN_5, FIVE_YEARS, "0.89"))))
                .containsExactly("issues[2].tranche unknownTranche");
        assertThat(refusals(register(issue("3Y", "JP9000000018", THREE_YEARS, "0.75"), five)))
                .as("a wrong check digit")
                .containsExactly("issues[0].isin isinCheckDigit");
        assertThat(refusals(register(issue("3Y", ISIN_3, FIVE_YEARS, ""), five)))
                .containsExactly("issues[0].amountBillionYen valueDiffers", "issues[0].couponPercent valueDiffers");
    }

    @Test
    void aSecondPersonTypesTheRegisteredTermsAnew() {
        FileOf registered = facts();
        PricedDeal.amounts()
                .forEach((tranche, amount) -> registered.said(
                        IssueInformation.FACT.at(tranche),
                        new IssueInformation(
                                tranche,
                                tranche.equals("3Y") ? ISIN_3 : ISIN_5,
                                "900000001",
                                amount,
                                new BigDecimal("0.75"),
                                null),
                        "agent"));
        Standing deal = standing(registered.file());
        var three = new CheckIssue.Issue("3Y", ISIN_3, THREE_YEARS, Optional.of(new BigDecimal("0.75")));
        var five = new CheckIssue.Issue("5Y", ISIN_5, FIVE_YEARS, Optional.of(new BigDecimal("0.75")));
        accepted(perform(CheckIssue.ACT, new CheckIssue(List.of(three, five)), deal));

        assertThat(refusals(CheckIssue.ACT
                        .deed()
                        .perform(new CheckIssue(List.of(three, five)), deal, new Asked(new PersonId("agent")))))
                .containsExactly("issues[0].isin secondPersonNeeded", "issues[1].isin secondPersonNeeded");
        assertThat(refusals(perform(
                        CheckIssue.ACT,
                        new CheckIssue(List.of(
                                new CheckIssue.Issue("3Y", ISIN_5, FIVE_YEARS, Optional.empty()),
                                new CheckIssue.Issue("7Y", ISIN_5, FIVE_YEARS, Optional.empty()))),
                        deal)))
                .containsExactly(
                        "issues[0].isin valueDiffers",
                        "issues[0].amountBillionYen valueDiffers",
                        "issues[0].couponPercent valueDiffers",
                        "issues[1].tranche unknownTranche",
                        "issues trancheMissing");
    }

    @Test
    void codesInstructionsAndDeliveryAreConfirmedOrNotDone() {
        LocalDateTime at = LocalDateTime.of(2024, 9, 4, 10, 0);
        accepted(perform(ReconcileCodes.ACT, new ReconcileCodes(true, "")));
        assertThat(refusals(perform(ReconcileCodes.ACT, new ReconcileCodes(false, ""))))
                .containsExactly("allPapersAgree mustBeYes");
        accepted(perform(MatchInstructions.ACT, new MatchInstructions(true, at, "")));
        assertThat(refusals(perform(MatchInstructions.ACT, new MatchInstructions(false, at, ""))))
                .containsExactly("allMatched mustBeYes");
        accepted(perform(DeliverBonds.ACT, new DeliverBonds(true, Optional.empty())));
        assertThat(refusals(perform(DeliverBonds.ACT, new DeliverBonds(false, Optional.empty()))))
                .containsExactly("delivered mustBeYes");
    }

    private static ConfirmSplit.Split split(String tranche, String manager, BigDecimal amount) {
        return new ConfirmSplit.Split(tranche, manager, "account", "company", amount);
    }

    @Test
    void splitsAddUpToTheIssueAndToWhatEachManagerCommitted() {
        accepted(perform(
                ConfirmSplit.ACT,
                new ConfirmSplit(
                        List.of(split("3Y", "Nomura", THREE_YEARS), split("5Y", "SMBC Nikko", FIVE_YEARS)), "")));
        Answer other = perform(
                ConfirmSplit.ACT,
                new ConfirmSplit(
                        List.of(
                                split("3Y", "SMBC Nikko", THREE_YEARS),
                                split("5Y", "SMBC Nikko", BigDecimal.ONE),
                                split("7Y", "Nomura", BigDecimal.ONE)),
                        ""));
        assertThat(refusals(other))
                .containsExactly(
                        "splits sumDiffers", "splits unknownTranche", "splits sumDiffers", "splits sumDiffers");
        assertThat(other.refused().get(0).args()).containsExactly("5Y", "1", "4900000000");
        assertThat(other.refused().get(2).args()).containsExactly("3Y/Nomura", "0", "45100000000");
    }

    private static ConfirmConditions.Condition condition(
            String id, ConditionPrecedent.Status status, String evidence, String waivedBy) {
        return new ConfirmConditions.Condition(
                id,
                "Legal opinion",
                "counsel",
                status,
                Optional.of(evidence).filter(e -> !e.isEmpty()),
                Optional.of(waivedBy).filter(w -> !w.isEmpty()));
    }

    @Test
    void everyConditionIsMetWithEvidenceOrWaivedBySomebody() {
        var met = condition("CP1", ConditionPrecedent.Status.MET, "opinion", "");
        var waived = condition("CP2", ConditionPrecedent.Status.WAIVED, "", "Nomura");
        Answer answer = perform(ConfirmConditions.ACT, new ConfirmConditions(List.of(met, waived)));
        accepted(answer);
        assertThat(answer.facts()).extracting(f -> f.kind().key()).containsExactly("CP1", "CP2");

        assertThat(refusals(perform(
                        ConfirmConditions.ACT,
                        new ConfirmConditions(List.of(
                                met,
                                condition("CP1", ConditionPrecedent.Status.OPEN, "", ""),
                                condition("CP3", ConditionPrecedent.Status.MET, "", ""),
                                condition("CP4", ConditionPrecedent.Status.WAIVED, "x", ""))))))
                .containsExactly(
                        "conditions[1].id duplicate",
                        "conditions[1].status conditionOpen",
                        "conditions[2].status conditionOpen",
                        "conditions[3].status conditionOpen");
    }

    /** 50 billion at par, 0.20 per 100 and 45 million of expenses, as in the sample's assumptions. */
    @Test
    void theNewRecordIsApprovedOnTheAmountsThatWillFlow() {
        Answer answer = perform(ApproveNewRecord.ACT, new ApproveNewRecord(GROSS, FEE, EXPENSES, NET, true));
        accepted(answer);
        assertThat(answer.facts()).extracting(f -> f.kind().key()).containsExactly("memo");
        assertThat(refusals(perform(ApproveNewRecord.ACT, new ApproveNewRecord(NET, GROSS, FEE, EXPENSES, false))))
                .containsExactly(
                        "approved mustBeYes",
                        "grossYen valueDiffers",
                        "feeYen valueDiffers",
                        "expensesYen valueDiffers",
                        "netYen valueDiffers");
    }

    @Test
    void fundsAreAskedForInFullAndNotBeforeThePaymentDate() {
        var all = new RequestFunds(List.of(
                new RequestFunds.Payment("Nomura", THREE_YEARS, "1"),
                new RequestFunds.Payment("SMBC Nikko", FIVE_YEARS, "2")));
        accepted(perform(RequestFunds.ACT, all));
        assertThat(refusals(perform(RequestFunds.ACT, all, standing(facts().file(), PAYMENT.minusDays(1)))))
                .containsExactly("funds beforePaymentDate");
        assertThat(refusals(perform(
                        RequestFunds.ACT,
                        new RequestFunds(List.of(new RequestFunds.Payment("Nomura", THREE_YEARS, "1"))))))
                .containsExactly("funds sumDiffers");
    }

    private static Answer record(FundsNotice funds, RecordNotice record, ConfirmNewRecord.Balance... balances) {
        return perform(
                ConfirmNewRecord.ACT,
                new ConfirmNewRecord(funds, Optional.of("notice"), record, List.of(balances), ""));
    }

    @Test
    void theRecordedBalancesAreTheIssuesAndAFailureIsToldToTheProcess() {
        var three = new ConfirmNewRecord.Balance("3Y", THREE_YEARS);
        var five = new ConfirmNewRecord.Balance("5Y", FIVE_YEARS);
        Answer recorded = record(FundsNotice.RECEIVED, RecordNotice.RECORDED, three, five);
        accepted(recorded);
        assertThat(recorded.gateway()).isEqualTo(Map.of(GatewayFact.FUNDS_CONFIRMED, true));
        Answer failed = record(FundsNotice.FAILED, RecordNotice.NOT_RECORDED);
        accepted(failed);
        assertThat(failed.gateway()).isEqualTo(Map.of(GatewayFact.FUNDS_CONFIRMED, false));

        assertThat(refusals(record(FundsNotice.FAILED, RecordNotice.RECORDED, three, five)))
                .containsExactly("newRecordNotice noRecordWithoutFunds");
        assertThat(refusals(record(FundsNotice.RECEIVED, RecordNotice.RECORDED, three, three)))
                .containsExactly("balances[1].tranche duplicate", "balances trancheMissing", "balances sumDiffers");
        assertThat(refusals(record(
                        FundsNotice.RECEIVED,
                        RecordNotice.RECORDED,
                        three,
                        five,
                        new ConfirmNewRecord.Balance("7Y", BigDecimal.ONE))))
                .containsExactly("balances unknownTranche");
    }

    @Test
    void failedFundingIsTriedAgainOrEndsTheDeal() {
        for (var decision : ResolveFailedFunding.Decision.values()) {
            Answer answer = perform(ResolveFailedFunding.ACT, new ResolveFailedFunding(decision, "", List.of()));
            accepted(answer);
            assertThat(answer.gateway())
                    .isEqualTo(Map.of(
                            GatewayFact.FUNDING_RETRIED,
                            decision == ResolveFailedFunding.Decision.RETRY,
                            GatewayFact.CLOSED,
                            false));
        }
    }

    @Test
    void theIssuerGetsTheNetAmountAndTheClosingIsNotBeforeThePayment() {
        accepted(perform(PayProceeds.ACT, new PayProceeds(NET, "")));
        assertThat(refusals(perform(PayProceeds.ACT, new PayProceeds(GROSS, ""))))
                .containsExactly("amountYen valueDiffers");
        accepted(perform(ConfirmClosing.ACT, new ConfirmClosing(PAYMENT, Optional.empty())));
        assertThat(refusals(perform(ConfirmClosing.ACT, new ConfirmClosing(PAYMENT.minusDays(1), Optional.empty()))))
                .containsExactly("closedOn dateBefore");
    }

    private static List<String> codes(List<Finding> findings) {
        assertThat(findings).allMatch(f -> !f.source().isBlank(), "names its source");
        return findings.stream().map(Finding::code).toList();
    }

    /** G9. */
    @Test
    void issuesAreRegisteredOnASignedContractAndFiledTerms() {
        FileOf unsigned = PricedDeal.marketed();
        assertThat(codes(SettlementRules.contractMustBeSignedAndTermsFiled(standing(unsigned.file()))))
                .containsExactly("routeNotConfirmed", "notSigned");
        FileOf facts = facts().said(RouteConfirmed.SIGNED, route(Route.SRS_FULL), "counsel");
        assertThat(codes(SettlementRules.contractMustBeSignedAndTermsFiled(standing(facts.file()))))
                .containsExactly("finalTermsNotFiled");
        facts.said(
                Filing.FACT.at("FINAL_TERMS"),
                new Filing(
                        Filing.Stage.FINAL_TERMS,
                        "02",
                        "030000",
                        LocalDateTime.of(2024, 8, 29, 15, 0),
                        "S1000002",
                        "",
                        "",
                        false,
                        Map.of()),
                "counsel");
        assertThat(SettlementRules.contractMustBeSignedAndTermsFiled(standing(facts.file())))
                .isEmpty();
        FileOf unregistered = facts().said(RouteConfirmed.SIGNED, route(Route.PRO_BOND), "counsel");
        assertThat(SettlementRules.contractMustBeSignedAndTermsFiled(standing(unregistered.file())))
                .as("nothing is filed where nothing is registered")
                .isEmpty();
    }

    private static RouteConfirmed route(Route route) {
        return new RouteConfirmed(route, route, List.of(), "");
    }

    /** G11. */
    @Test
    void moneyMovesOnceEveryConditionIsSettled() {
        FileOf facts = facts();
        assertThat(codes(SettlementRules.conditionsPrecedentMustBeMet(standing(facts.file()))))
                .containsExactly("noConditions");
        facts.said(
                ConditionPrecedent.FACT.at("CP1"),
                new ConditionPrecedent("CP1", "", "", ConditionPrecedent.Status.OPEN, "", ""),
                "lead");
        assertThat(codes(SettlementRules.conditionsPrecedentMustBeMet(standing(facts.file()))))
                .containsExactly("conditionOpen");
        facts.said(
                ConditionPrecedent.FACT.at("CP1"),
                new ConditionPrecedent("CP1", "", "", ConditionPrecedent.Status.MET, "opinion", ""),
                "lead");
        assertThat(SettlementRules.conditionsPrecedentMustBeMet(standing(facts.file())))
                .isEmpty();
    }

    /** G12. */
    @Test
    void aDealClosesOnceIssuedRecordedAndAllocatedAreTheSame() {
        FileOf facts = facts();
        assertThat(codes(SettlementRules.newRecordMustReconcile(standing(facts.file()))))
                .containsExactly(
                        "noFundsNotice",
                        "noNewRecordNotice",
                        "balanceDiffers",
                        "allocationDiffers",
                        "balanceDiffers",
                        "allocationDiffers");
        facts.said(NewRecord.FACT, new NewRecord(true, "", true, PricedDeal.amounts(), ""), "agent");
        facts.said(Allocation.FACT, PricedDeal.allocation(), "lead");
        assertThat(SettlementRules.newRecordMustReconcile(standing(facts.file())))
                .isEmpty();
    }
}
