package io.github.samuraidesk.underwriting;

import io.github.samuraidesk.deal.FactKind;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;

/** Request for proposals (提案依頼). @param weights percent per criterion, fixed before any bid is opened, sum 100 */
public record Rfp(
        String scope,
        String questions,
        LocalDateTime deadline,
        LocalDate decisionDate,
        Map<Criterion, Integer> weights) {
    public static final FactKind.One<Rfp> FACT = FactKind.one("Rfp", Rfp.class, "rfp");
}
