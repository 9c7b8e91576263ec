package io.github.samuraidesk.underwriting;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.act.Rule;
import io.github.samuraidesk.deal.DeclaresFacts;
import io.github.samuraidesk.deal.FactKind;
import io.github.samuraidesk.underwriting.acts.AwardMandate;
import io.github.samuraidesk.underwriting.acts.CheckConflicts;
import io.github.samuraidesk.underwriting.acts.ChooseSelection;
import io.github.samuraidesk.underwriting.acts.CompleteDueDiligence;
import io.github.samuraidesk.underwriting.acts.HoldKickOff;
import io.github.samuraidesk.underwriting.acts.IssueRfp;
import io.github.samuraidesk.underwriting.acts.OpenBids;
import io.github.samuraidesk.underwriting.acts.PlaceBid;
import io.github.samuraidesk.underwriting.acts.RecordExistingMandate;
import io.github.samuraidesk.underwriting.acts.ScoreBids;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Underwriter selection: request for proposals, bids, conflicts, scores and the mandate. */
@Component
public class Underwriting implements DeclaresFacts {

    public static final List<Act<?>> ACTS = List.of(
            ChooseSelection.ACT,
            RecordExistingMandate.ACT,
            IssueRfp.ACT,
            PlaceBid.ACT,
            OpenBids.ACT,
            ScoreBids.ACT,
            AwardMandate.ACT,
            HoldKickOff.ACT,
            CheckConflicts.ACT,
            CompleteDueDiligence.ACT);

    public static final Map<Gate, Rule> GATES = Map.of(
            Gate.G1, UnderwritingRules::mandateMustBeSigned,
            Gate.G2, UnderwritingRules::conflictsMustBeClear,
            Gate.G3, UnderwritingRules::dueDiligenceMustBeSignedOff);

    @Override
    public List<FactKind<?>> kinds() {
        return List.of(Bid.FACT, BidsOpened.FACT, ConflictCheck.FACT, Mandate.FACT, Rfp.FACT, Score.FACT);
    }
}
