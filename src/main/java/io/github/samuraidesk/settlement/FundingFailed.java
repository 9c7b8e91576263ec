package io.github.samuraidesk.settlement;

import io.github.samuraidesk.deal.FactKind;

/** No funds, no new record: the bonds do not exist (FAILED_FUNDING). */
public record FundingFailed(String reason) {
    public static final FactKind.One<FundingFailed> FACT = FactKind.one("FundingFailed", FundingFailed.class, "failed");
}
