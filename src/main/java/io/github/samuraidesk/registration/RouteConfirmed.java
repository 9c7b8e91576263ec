package io.github.samuraidesk.registration;

import io.github.samuraidesk.deal.FactKind;
import io.github.samuraidesk.law.Route;
import io.github.samuraidesk.law.RouteDecider.Reason;
import java.util.List;

/** The route that counsel signed, with what the decision table had suggested. */
public record RouteConfirmed(Route route, Route suggested, List<Reason> reasons, String opinion) {
    public static final FactKind.Per<RouteConfirmed> FACT = FactKind.per("RouteConfirmed", RouteConfirmed.class);
    /** The route as counsel signed it. */
    public static final FactKind.One<RouteConfirmed> SIGNED = FACT.at("route");
    /** The route as the program suggested it. */
    public static final FactKind.One<RouteConfirmed> SUGGESTED = FACT.at("suggested");
}
