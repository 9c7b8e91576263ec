package io.github.samuraidesk.underwriting;

import io.github.samuraidesk.deal.FactKind;
import java.math.BigDecimal;

/**
 * Conflict findings on one manager (利益相反). The thresholds of parent and subsidiary corporations (親法人等・子法人等) are
 * over 50 %, or 40 % with control [OYAHOJIN]; the ban on lead managing for them is not verified in its article text, so
 * the outcome asks for a person's sign-off.
 */
public record ConflictCheck(
        String manager,
        boolean lead,
        BigDecimal votingPercent,
        boolean controls,
        boolean groupLoanRepaid,
        boolean independentLead,
        boolean antiSocialForcesClear,
        boolean kycDone) {

    public static final FactKind.Per<ConflictCheck> FACT = FactKind.per("ConflictCheck", ConflictCheck.class);

    public enum Outcome {
        PASS,
        NEEDS_INDEPENDENT,
        BLOCK
    }

    public Outcome outcome() {
        if (!antiSocialForcesClear || !kycDone) {
            return Outcome.BLOCK;
        }
        boolean related = votingPercent.compareTo(new BigDecimal("50")) > 0
                || (controls && votingPercent.compareTo(new BigDecimal("40")) >= 0);
        if (related && lead) {
            return independentLead ? Outcome.PASS : Outcome.NEEDS_INDEPENDENT;
        }
        return Outcome.PASS;
    }
}
