package io.github.samuraidesk.book;

import io.github.samuraidesk.deal.FactKind;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A sounding (ソフトサウンディング): unconfirmed demand. Amount in yen, spread in basis points. */
public record Sounding(
        String investor,
        InvestorClass investorClass,
        LocalDateTime at,
        boolean wallCrossed,
        String script,
        String tranche,
        @Nullable BigDecimal amountYen,
        @Nullable BigDecimal spreadBp) {
    public static final FactKind.Per<Sounding> FACT = FactKind.per("Sounding", Sounding.class);
}
