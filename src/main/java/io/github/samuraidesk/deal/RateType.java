package io.github.samuraidesk.deal;

/** How a tranche pays interest. */
public enum RateType {
    FIXED,
    FLOATING,
    FIXED_TO_FLOATING
}
