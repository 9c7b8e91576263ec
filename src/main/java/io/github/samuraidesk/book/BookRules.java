package io.github.samuraidesk.book;

import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What must hold before the issuer approves the pricing, and before bonds that need a prospectus are paid for. */
final class BookRules {

    private BookRules() {}

    /** G7: the issuer was told the demand before it decides on the pricing. */
    static List<Finding> demandMustHaveBeenReported(Standing deal) {
        return deal.one(DemandReport.Given.FACT).isPresent()
                ? List.of()
                : List.of(deal.shut(Gate.G7, "reportDemand", Role.LEAD_MANAGER, "demandNotReported"));
    }

    /** G10: every investor that was allocated bonds has the prospectus, at the latest with the sale. */
    static List<Finding> prospectusMustBeDelivered(Standing deal) {
        var findings = new ArrayList<Finding>();
        Set<String> allocated =
                deal.one(Allocation.FACT).map(Allocation::investors).orElse(Set.of());
        if (allocated.isEmpty()) {
            findings.add(deal.shut(Gate.G10, "allocate", Role.LEAD_MANAGER, "notAllocated"));
        }
        for (String investor : new TreeSet<>(allocated)) {
            Optional<Delivery> delivery = deal.one(Delivery.FACT.at(investor));
            if (delivery.isEmpty()) {
                findings.add(deal.shut(
                        Gate.G10, "deliverProspectus", Role.LEAD_MANAGER, "prospectusNotDelivered", investor));
            } else if (!delivery.get().isInTime()) {
                findings.add(deal.shut(Gate.G10, "deliverProspectus", Role.LEAD_MANAGER, "prospectusLate", investor));
            }
        }
        return findings;
    }
}
