package io.github.samuraidesk.registration;

import io.github.samuraidesk.deal.FactKind;
import java.time.LocalDate;

/** A person saw the registration effective. @param evidence SHA-256 of the evidence file */
public record EffectivenessConfirmed(
        Filing.Stage upTo, LocalDate effectiveOn, LocalDate computed, boolean shortClockGranted, String evidence) {
    public static final FactKind.Per<EffectivenessConfirmed> FACT =
            FactKind.per("EffectivenessConfirmed", EffectivenessConfirmed.class);
}
