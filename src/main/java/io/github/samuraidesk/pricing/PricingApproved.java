package io.github.samuraidesk.pricing;

import io.github.samuraidesk.deal.FactKind;
import java.util.Map;

/** The issuer's pricing committee signed these runs. @param seals seal by tranche */
public record PricingApproved(Map<String, String> seals, String decision, String evidence) {
    public static final FactKind.One<PricingApproved> FACT =
            FactKind.one("PricingApproved", PricingApproved.class, "pricing");
}
