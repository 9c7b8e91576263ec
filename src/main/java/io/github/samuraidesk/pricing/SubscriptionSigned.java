package io.github.samuraidesk.pricing;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;

/** 引受契約 signed. Amounts in yen. @param agreement SHA-256 of the signed paper */
public record SubscriptionSigned(LocalDateTime at, List<Commitment> commitments, String agreement) {

    public record Commitment(String tranche, String manager, BigDecimal amountYen) {}
}
