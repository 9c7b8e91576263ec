package io.github.samuraidesk.lifecycle;

import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.registration.DealRoute;
import io.github.samuraidesk.settlement.Closed;
import java.util.List;

/** What must hold before a deal's file is finished. */
final class LifecycleRules {

    private LifecycleRules() {}

    /** G13: the deal is closed, and the reports and checks that its file waits for are done. */
    static List<Finding> postClosingReportsMustBeDone(Standing deal) {
        if (deal.one(Closed.FACT).isEmpty()) {
            return List.of(deal.shut(Gate.G13, "confirmClosing", Role.LEAD_MANAGER, "notClosedYet"));
        }
        List<String> awaited = DealRoute.signed(deal.file())
                .map(route ->
                        deal.pack().rowsBeforeTheFileIsFinished(route.track().name()))
                .orElse(List.of());
        return deal.current(Obligation.FACT).stream()
                .filter(o -> awaited.contains(o.row()) && !o.isDone())
                .map(o -> deal.shut(
                        Gate.G13,
                        "obligation:" + o.id(),
                        Role.LEAD_MANAGER,
                        "obligationOpen",
                        o.row(),
                        o.due().toString()))
                .toList();
    }
}
