package io.github.samuraidesk.underwriting;

import io.github.samuraidesk.deal.FactKind;
import java.math.BigDecimal;
import java.util.Map;

/** One manager's marks (0 to 10 per criterion), the total by the weights of the RFP, and the reason. */
public record Score(String manager, Map<Criterion, Integer> marks, BigDecimal total, String reason) {
    public static final FactKind.Per<Score> FACT = FactKind.per("Score", Score.class);
}
