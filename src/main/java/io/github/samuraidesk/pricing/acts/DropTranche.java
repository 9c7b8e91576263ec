package io.github.samuraidesk.pricing.acts;

import static io.github.samuraidesk.form.DealList.TRANCHE;
import static io.github.samuraidesk.form.FieldType.LINES;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.deal.TrancheDropped;
import io.github.samuraidesk.form.As;
import io.github.samuraidesk.form.From;
import io.github.samuraidesk.pricing.PricingRules;
import io.github.samuraidesk.pricing.PricingRun;

/** A tranche is not issued; the others go on. */
public record DropTranche(
        @From(TRANCHE) String tranche, @As(LINES) String reason) {

    public static final Act<DropTranche> ACT = Act.of("dropTranche", DropTranche.class)
            .by(Role.LEAD_MANAGER, Role.ISSUER)
            .deed(DropTranche::drop)
            .entered();

    private Answer drop(Standing deal, Asked by) {
        var writing = new Answer.Writing()
                .refuse(deal.trancheMustBeLive("tranche", tranche))
                .refuse(PricingRules.mustBeBeforePricing(deal, "tranche"));
        if (deal.liveTranches().size() == 1) {
            writing.refuse("tranche", "lastTranche");
        }
        return writing.record(TrancheDropped.FACT.at(tranche), new TrancheDropped(tranche, reason))
                .withdraw(PricingRun.FACT.at(tranche), "tranche dropped")
                .answer();
    }
}
