package io.github.samuraidesk.underwriting;

import io.github.samuraidesk.deal.FactKind;
import java.math.BigDecimal;
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

    private static final double BEST_MARK = 10;

    /**
     * Sum of weight times mark over ten, 100 at most. It is summed in binary and by the order of the criteria, as the
     * decision table of earlier programs did, so that the same marks never make two totals.
     *
     * @param marks 0 to 10 per criterion
     */
    public BigDecimal total(Map<Criterion, Integer> marks) {
        double total = 0;
        for (Criterion c : Criterion.values()) {
            total += weights.get(c) * marks.get(c) / BEST_MARK;
        }
        return BigDecimal.valueOf(total);
    }
}
