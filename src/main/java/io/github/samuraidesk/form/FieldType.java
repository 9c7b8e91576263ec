package io.github.samuraidesk.form;

/** The kind of value a field holds; the unit of an amount is part of the kind. */
public enum FieldType {
    TEXT,
    LINES,
    CHOICE,
    /** A choice from a list that the deal knows. */
    PICK,
    YES_NO,
    WHOLE,
    DECIMAL,
    PERCENT,
    BASIS_POINTS,
    YEN,
    BILLION_YEN,
    DATE,
    DATE_TIME,
    SHA256,
    /** SHA-256 of what a page showed when it was opened. */
    SEEN,
    FILE,
    TABLE
}
