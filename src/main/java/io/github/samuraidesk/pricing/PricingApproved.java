package io.github.samuraidesk.pricing;

import java.util.Map;

/** The issuer's pricing committee signed these runs. @param seals seal by tranche */
public record PricingApproved(Map<String, String> seals, String decision, String evidence) {}
