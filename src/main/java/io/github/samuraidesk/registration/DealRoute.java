package io.github.samuraidesk.registration;

import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.law.Document;
import io.github.samuraidesk.law.Route;
import io.github.samuraidesk.law.RulePack;
import java.util.List;
import java.util.Optional;

/** The route of a deal. Before counsel has signed one there is only the suggestion of the decision table. */
public final class DealRoute {

    /** Code of the finding that counsel has signed no route yet. */
    public static final String NOT_CONFIRMED = "routeNotConfirmed";

    private DealRoute() {}

    /** What counsel signed. */
    public static Optional<Route> signed(DealFile deal) {
        return deal.one(RouteConfirmed.SIGNED).map(RouteConfirmed::route);
    }

    /** What counsel signed; no Samurai bond before. */
    public static Route signedOrNone(DealFile deal) {
        return signed(deal).orElse(Route.NOT_A_SAMURAI);
    }

    /** Signed or suggested; no Samurai bond where neither is there. */
    public static Route likely(DealFile deal) {
        return signed(deal)
                .or(() -> deal.one(RouteConfirmed.SUGGESTED).map(RouteConfirmed::route))
                .orElse(Route.NOT_A_SAMURAI);
    }

    /** The form by which the deal files a document: that of its route under its issuer's ordinance. */
    public static RulePack.FormRow form(Standing deal, Document document) {
        return deal.pack()
                .form(signedOrNone(deal.file()), deal.terms().issuer().kind().ordinanceCode(), document);
    }

    /** @return nothing, or that a gate waits for counsel's signature */
    public static List<Finding> mustBeConfirmed(Standing deal, Gate gate) {
        return signed(deal.file()).isPresent()
                ? List.of()
                : List.of(deal.shut(gate, "confirmRoute", Role.ISSUERS_COUNSEL, NOT_CONFIRMED));
    }
}
