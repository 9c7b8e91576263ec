package io.github.samuraidesk.settlement;

import io.github.samuraidesk.deal.FactKind;
import java.math.BigDecimal;
import java.util.List;

/** Underwriting split with JASDEC accounts and funds settlement companies. Amounts in yen. */
public record AccountSplit(List<Line> lines) {

    public static final FactKind.Per<AccountSplit> FACT = FactKind.per("AccountSplit", AccountSplit.class);

    public record Line(
            String tranche, String manager, String jasdecAccount, String fundsCompany, BigDecimal amountYen) {}
}
