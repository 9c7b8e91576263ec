package io.github.samuraidesk.pricing;

import io.github.samuraidesk.deal.FactKind;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;

/** 引受契約 signed. Amounts in yen. @param agreement SHA-256 of the signed paper */
public record SubscriptionSigned(LocalDateTime at, Kind kind, List<Commitment> commitments, String agreement) {

    public static final FactKind.One<SubscriptionSigned> FACT =
            FactKind.one("SubscriptionSigned", SubscriptionSigned.class, "subscription");

    /** 引受けの条件. */
    public enum Kind {
        /** 買取引受（連帯） */
        FIRM_JOINT,
        /** 買取引受（個別） */
        FIRM_SEVERAL,
        /** 残額引受 */
        STANDBY
    }

    public record Commitment(String tranche, String manager, BigDecimal amountYen) {}
}
