package io.github.samuraidesk.bond;

/** Reference rates of floating interest that this package has a schedule for. */
public enum FloatingIndex {
    /** TONA compounded in arrears over the observation period (無担保コールO/N物レートの後決め複利). */
    TONA_COMPOUNDED_IN_ARREARS
}
