package io.github.samuraidesk.registration;

import io.github.samuraidesk.deal.FactKind;
import java.time.LocalDate;

/**
 * A person saw that the authority granted the short clock of a registration statement (効力発生期間の短縮). The program
 * never assumes it.
 */
public record ShortClockGranted(LocalDate grantedOn, String evidence) {
    public static final FactKind.One<ShortClockGranted> FACT =
            FactKind.one("ShortClockGranted", ShortClockGranted.class, "short");
}
