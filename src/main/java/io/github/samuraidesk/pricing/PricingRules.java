package io.github.samuraidesk.pricing;

import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.deal.Tranche;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What must hold before the subscription agreement is signed. */
final class PricingRules {

    private PricingRules() {}

    /** G8: each tranche is priced, and the issuer has approved that very run. */
    static List<Finding> pricingMustBeApproved(Standing deal) {
        var findings = new ArrayList<Finding>();
        Optional<PricingApproved> approved = deal.one(PricingApproved.FACT);
        for (Tranche t : deal.liveTranches()) {
            Optional<PricingRun> run = deal.one(PricingRun.FACT.at(t.id()));
            if (run.isEmpty()) {
                findings.add(deal.shut(Gate.G8, "priceTranches", Role.LEAD_MANAGER, "notPriced", t.id()));
            } else if (approved.filter(a -> run.get().seal().equals(a.seals().get(t.id())))
                    .isEmpty()) {
                findings.add(deal.shut(Gate.G8, "approvePricing", Role.ISSUER, "pricingNotApproved", t.id()));
            }
        }
        return findings;
    }
}
