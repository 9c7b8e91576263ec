package io.github.samuraidesk.registration;

import io.github.samuraidesk.deal.TermSheet;
import java.util.List;

/** Decides the route from the term sheet; answered by the decision table of the rule pack. */
public interface RouteDecider {

    Decision decide(TermSheet termSheet);

    /**
     * @param route suggested route; counsel signs it
     * @param reasons wording keys {@code route.reason.<key>}, each with its source
     */
    record Decision(Route route, List<Reason> reasons) {}

    record Reason(String key, String source) {}
}
