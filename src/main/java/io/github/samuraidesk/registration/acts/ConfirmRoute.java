package io.github.samuraidesk.registration.acts;

import static io.github.samuraidesk.form.FieldType.LINES;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.GatewayFact;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.As;
import io.github.samuraidesk.form.OnlyIf;
import io.github.samuraidesk.law.Route;
import io.github.samuraidesk.registration.DealRoute;
import io.github.samuraidesk.registration.RouteConfirmed;
import java.util.Optional;

/** Counsel signs the route that the deal takes, whatever the decision table suggested. */
public record ConfirmRoute(
        Route route,

        @OnlyIf(field = "route", is = "SHELF_TAKEDOWN", needed = false)
        Optional<ShelfState> shelfState,

        @As(LINES) String opinion) {

    /** Whether the shelf that is taken down from stood before the deal. */
    public enum ShelfState {
        EXISTING_SHELF,
        NEW_SHELF
    }

    public static final Act<ConfirmRoute> ACT = Act.of("confirmRoute", ConfirmRoute.class)
            .by(Role.ISSUERS_COUNSEL)
            .deed(ConfirmRoute::confirm)
            .played(stage -> new ConfirmRoute(DealRoute.likely(stage.deal().file()), Optional.empty(), stage.mark()));

    private Answer confirm(Standing deal, Asked by) {
        RouteConfirmed suggestion = deal.one(RouteConfirmed.SUGGESTED)
                .orElseThrow(() -> new IllegalStateException("no route was suggested"));
        // A shelf that the term sheet names with a past day of filing is there; counsel may say otherwise.
        boolean there = shelfState
                .map(s -> s == ShelfState.EXISTING_SHELF)
                .orElseGet(() -> Optional.ofNullable(deal.terms().shelf())
                        .filter(s -> s.isFiledBy(deal.today()))
                        .isPresent());
        return new Answer.Writing()
                .tell(GatewayFact.SHELF_EXISTS, route.isShelf() && there)
                .record(
                        RouteConfirmed.SIGNED,
                        new RouteConfirmed(route, suggestion.suggested(), suggestion.reasons(), opinion))
                .tell(GatewayFact.TRACK, route.track().name())
                .answer();
    }
}
