package io.github.samuraidesk.settlement;

import io.github.samuraidesk.deal.FactKind;
import java.math.BigDecimal;
import java.util.List;

/** 当座勘定の振替による払込依頼, one line per underwriter. Amounts in yen. */
public record FundsRequested(List<Line> lines) {

    public static final FactKind.One<FundsRequested> FACT =
            FactKind.one("FundsRequested", FundsRequested.class, "funds");

    public record Line(String manager, BigDecimal amountYen, String bojNetReference) {}
}
