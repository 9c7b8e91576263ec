package io.github.samuraidesk.law;

import io.github.samuraidesk.deal.FactKind;
import java.time.LocalDate;

/** Days, both included, on which a deal must not price. */
public record Blackout(LocalDate from, LocalDate to, String reason) {
    public static final FactKind.Per<Blackout> FACT = FactKind.per("Blackout", Blackout.class);
}
