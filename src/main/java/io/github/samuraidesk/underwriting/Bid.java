package io.github.samuraidesk.underwriting;

import io.github.samuraidesk.deal.FactKind;
import java.math.BigDecimal;

/** A manager's answer. @param feePer100 yen per 100 yen of face; @param expensesCapYen yen */
public record Bid(
        String manager,
        BigDecimal feePer100,
        BigDecimal expensesCapYen,
        String ideas,
        String conflictStatement,
        String team,
        String document) {
    public static final FactKind.Per<Bid> FACT = FactKind.per("Bid", Bid.class);
}
