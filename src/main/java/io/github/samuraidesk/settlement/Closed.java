package io.github.samuraidesk.settlement;

import io.github.samuraidesk.deal.FactKind;
import java.time.LocalDate;

/** The deal was closed on this day. */
public record Closed(LocalDate on) {
    public static final FactKind.One<Closed> FACT = FactKind.one("Closed", Closed.class, "closed");
}
