package io.github.samuraidesk.settlement;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.act.Rule;
import io.github.samuraidesk.deal.DeclaresFacts;
import io.github.samuraidesk.deal.FactKind;
import io.github.samuraidesk.settlement.acts.AppointAgents;
import io.github.samuraidesk.settlement.acts.ApproveNewRecord;
import io.github.samuraidesk.settlement.acts.CheckIssue;
import io.github.samuraidesk.settlement.acts.CheckIssuerCode;
import io.github.samuraidesk.settlement.acts.ConfirmClosing;
import io.github.samuraidesk.settlement.acts.ConfirmConditions;
import io.github.samuraidesk.settlement.acts.ConfirmNewRecord;
import io.github.samuraidesk.settlement.acts.ConfirmParticipation;
import io.github.samuraidesk.settlement.acts.ConfirmSplit;
import io.github.samuraidesk.settlement.acts.DeliverBonds;
import io.github.samuraidesk.settlement.acts.FileConsentForms;
import io.github.samuraidesk.settlement.acts.MatchInstructions;
import io.github.samuraidesk.settlement.acts.PayProceeds;
import io.github.samuraidesk.settlement.acts.PrecheckForms;
import io.github.samuraidesk.settlement.acts.ReconcileCodes;
import io.github.samuraidesk.settlement.acts.RegisterIssue;
import io.github.samuraidesk.settlement.acts.RegisterProvisionalIssue;
import io.github.samuraidesk.settlement.acts.RequestFunds;
import io.github.samuraidesk.settlement.acts.ResolveFailedFunding;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** JASDEC participation and registration, conditions precedent, funds, new record and closing. */
@Component
public class Settlement implements DeclaresFacts {

    public static final List<Act<?>> ACTS = List.of(
            AppointAgents.ACT,
            CheckIssuerCode.ACT,
            PrecheckForms.ACT,
            FileConsentForms.ACT,
            ConfirmParticipation.ACT,
            RegisterProvisionalIssue.ACT,
            RegisterIssue.ACT,
            CheckIssue.ACT,
            ReconcileCodes.ACT,
            ConfirmSplit.ACT,
            MatchInstructions.ACT,
            ConfirmConditions.ACT,
            ApproveNewRecord.ACT,
            RequestFunds.ACT,
            ConfirmNewRecord.ACT,
            ResolveFailedFunding.ACT,
            PayProceeds.ACT,
            DeliverBonds.ACT,
            ConfirmClosing.ACT);

    /** What rests on the dates and prices of one offering, and falls with them. */
    public static final List<FactKind<?>> FALL_WITH_THE_DATES = List.of(
            IssueInformation.FACT,
            AccountSplit.FACT,
            FundsMemo.FACT,
            FundsRequested.FACT,
            NewRecord.FACT,
            FundingFailed.FACT,
            ConditionPrecedent.FACT);

    public static final Map<Gate, Rule> GATES = Map.of(
            Gate.G9, SettlementRules::contractMustBeSignedAndTermsFiled,
            Gate.G11, SettlementRules::conditionsPrecedentMustBeMet,
            Gate.G12, SettlementRules::newRecordMustReconcile);

    @Override
    public List<FactKind<?>> kinds() {
        return List.of(
                AccountSplit.FACT,
                Closed.FACT,
                ConditionPrecedent.FACT,
                FundingFailed.FACT,
                FundsMemo.FACT,
                FundsRequested.FACT,
                IssueInformation.FACT,
                NewRecord.FACT);
    }
}
