package io.github.samuraidesk.underwriting;

/** Groups of the criteria sheet (rule pack, underwriters). */
public enum Criterion {
    RECORD,
    IDEAS,
    COST,
    CONFLICT,
    CAPACITY,
    COMPLIANCE
}
