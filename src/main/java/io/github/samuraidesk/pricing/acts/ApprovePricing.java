package io.github.samuraidesk.pricing.acts;

import static io.github.samuraidesk.form.FieldType.FILE;
import static io.github.samuraidesk.form.FieldType.LINES;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.act.GatewayFact;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.deal.Tranche;
import io.github.samuraidesk.form.As;
import io.github.samuraidesk.pricing.PricingApproved;
import io.github.samuraidesk.pricing.PricingRun;
import io.github.samuraidesk.pricing.Seal;
import java.util.LinkedHashMap;
import java.util.Optional;

/** The issuer approves the pricing runs by their seals, or sends pricing back; whoever priced cannot approve. */
public record ApprovePricing(
        boolean approved,
        @As(LINES) String decision,
        @As(FILE) String evidence) {

    public static final Act<ApprovePricing> ACT = Act.of("approvePricing", ApprovePricing.class)
            .by(Role.ISSUER)
            .passing(Gate.G7)
            .deed(ApprovePricing::decide)
            .played(stage -> new ApprovePricing(true, stage.mark(), stage.evidence("evidence")));

    private Answer decide(Standing deal, Asked by) {
        var writing = new Answer.Writing().tell(GatewayFact.PRICING_APPROVED, approved);
        if (!approved) {
            return writing.answer();
        }
        var seals = new LinkedHashMap<String, String>();
        for (Tranche t : deal.liveTranches()) {
            Optional<PricingRun> run = deal.one(PricingRun.FACT.at(t.id()));
            if (run.isEmpty()) {
                writing.refuse("approved", "notPriced", t.id());
            } else {
                mustBeSoundAndOfAnother(writing, deal, by, t.id(), run.get());
                seals.put(t.id(), run.get().seal());
            }
        }
        return writing.record(PricingApproved.FACT, new PricingApproved(seals, decision, evidence))
                .answer();
    }

    private static void mustBeSoundAndOfAnother(
            Answer.Writing writing, Standing deal, Asked by, String tranche, PricingRun run) {
        var kind = PricingRun.FACT.at(tranche);
        if (deal.file().authors(kind).contains(by.person().value())) {
            writing.refuse(Finding.rule(
                    "FOUR-EYES",
                    "house rule: segregation of duties",
                    "approved",
                    "ISSUER",
                    "preparerCannotApprove",
                    by.person().value()));
        }
        if (deal.file().text(kind).filter(text -> Seal.holds(text, run.seal())).isEmpty()) {
            writing.refuse("approved", "sealBroken", tranche);
        }
        PricingRun.Control control = run.control();
        if (control != null && !control.breaches().isEmpty()) {
            writing.refuse("approved", "controlDiffers", tranche, String.join(", ", control.breaches()));
        }
    }
}
