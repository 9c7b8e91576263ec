package io.github.samuraidesk.settlement;

import io.github.samuraidesk.deal.FactKind;
import java.math.BigDecimal;
import java.util.Map;

/** Funds-transfer-completed notice (資金振替済通知) and new-record notice (新規記録), with the balance per tranche in yen. */
public record NewRecord(
        boolean fundsReceived,
        String fundsReference,
        boolean recorded,
        Map<String, BigDecimal> balances,
        String evidence) {
    public static final FactKind.One<NewRecord> FACT = FactKind.one("NewRecord", NewRecord.class, "newRecord");
}
