package io.github.samuraidesk.underwriting;

import java.math.BigDecimal;
import java.util.Map;

/** Adds up a manager's marks by the weights of the RFP; answered by the decision table. */
public interface Scorecard {

    BigDecimal total(Map<Criterion, Integer> weights, Map<Criterion, Integer> marks);
}
