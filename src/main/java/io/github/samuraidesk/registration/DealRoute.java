package io.github.samuraidesk.registration;

import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.law.Route;
import java.util.Optional;

/** The route of a deal. Before counsel has signed one there is only the suggestion of the decision table. */
public final class DealRoute {

    private DealRoute() {}

    /** What counsel signed. */
    public static Optional<Route> signed(DealFile deal) {
        return deal.one(RouteConfirmed.SIGNED).map(RouteConfirmed::route);
    }

    /** Signed or suggested; no Samurai bond where neither is there. */
    public static Route likely(DealFile deal) {
        return signed(deal)
                .or(() -> deal.one(RouteConfirmed.SUGGESTED).map(RouteConfirmed::route))
                .orElse(Route.NOT_A_SAMURAI);
    }
}
