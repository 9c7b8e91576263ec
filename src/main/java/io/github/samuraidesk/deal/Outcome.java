package io.github.samuraidesk.deal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the market published (or a rehearsal assumes) of a deal's result, tranche by tranche. */
public record Outcome(List<Row> rows) {

    public static final FactKind.One<Outcome> FACT = FactKind.one("Outcome", Outcome.class, "published");

    /** Amount in yen, coupon in percent, spread in basis points; null where nobody published it. */
    public record Row(
            String tranche,
            boolean dropped,
            @Nullable BigDecimal amountYen,
            @Nullable BigDecimal couponPercent,
            @Nullable BigDecimal spreadBp,
            @Nullable BigDecimal issuePrice,
            @Nullable LocalDate maturity) {}

    public Row row(String tranche) {
        return rows.stream()
                .filter(r -> r.tranche().equals(tranche))
                .findFirst()
                .orElse(new Row(tranche, false, null, null, null, null, null));
    }
}
