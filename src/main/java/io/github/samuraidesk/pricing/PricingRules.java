package io.github.samuraidesk.pricing;

import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.deal.Tranche;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What must hold while a price is made, and before the subscription agreement is signed. */
public final class PricingRules {

    private PricingRules() {}

    /** A tranche whose price the issuer has approved changes no more. */
    public static List<Finding> mustBeBeforePricing(Standing deal, String field) {
        return deal.one(PricingApproved.FACT).isPresent()
                ? List.of(Finding.rule(Gate.G8.name(), "GK-med", field, Role.ISSUER.name(), "alreadyPriced"))
                : List.of();
    }

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
