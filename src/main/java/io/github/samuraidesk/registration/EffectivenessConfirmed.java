package io.github.samuraidesk.registration;

import java.time.LocalDate;

/** A person saw the registration effective. @param evidence SHA-256 of the evidence file */
public record EffectivenessConfirmed(
        Filing.Stage upTo, LocalDate effectiveOn, LocalDate computed, boolean shortClockGranted, String evidence) {}
