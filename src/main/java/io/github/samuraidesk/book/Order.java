package io.github.samuraidesk.book;

import io.github.samuraidesk.deal.FactKind;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Demand of one investor for one tranche through one manager. Amount in yen; the limit in basis points, if any. */
public record Order(
        String investor,
        InvestorClass investorClass,
        String tranche,
        String manager,
        BigDecimal amountYen,
        @Nullable BigDecimal limitBp) {

    public static final FactKind.Per<Order> FACT = FactKind.per("Order", Order.class);

    public String key() {
        return investor + "/" + tranche + "/" + manager;
    }
}
