package io.github.samuraidesk.settlement;

/** No funds, no new record: the bonds do not exist (FAILED_FUNDING). */
public record FundingFailed(String reason) {}
