package io.github.samuraidesk.edinet;

/** How much a fault weighs: EDINET refuses an error, shows a warning, and says nothing of an info. */
public enum Severity {
    ERROR,
    WARNING,
    INFO
}
