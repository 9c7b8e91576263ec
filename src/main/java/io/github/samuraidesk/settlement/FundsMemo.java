package io.github.samuraidesk.settlement;

import io.github.samuraidesk.deal.FactKind;
import java.math.BigDecimal;

/** Gross amount, fee, expenses and net proceeds in yen, as approved before the payment date. */
public record FundsMemo(BigDecimal grossYen, BigDecimal feeYen, BigDecimal expensesYen, BigDecimal netYen) {
    public static final FactKind.Per<FundsMemo> FACT = FactKind.per("FundsMemo", FundsMemo.class);
}
