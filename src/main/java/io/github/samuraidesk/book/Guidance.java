package io.github.samuraidesk.book;

import io.github.samuraidesk.deal.FactKind;
import java.math.BigDecimal;

/** Price guidance (仮条件) of a tranche over its benchmark, in basis points, with the reason for the change. */
public record Guidance(String tranche, BigDecimal lowBp, BigDecimal highBp, String reason) {
    public static final FactKind.Per<Guidance> FACT = FactKind.per("Guidance", Guidance.class);
}
