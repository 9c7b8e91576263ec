package io.github.samuraidesk.pricing.acts;

import static io.github.samuraidesk.form.DealList.TRANCHE;
import static io.github.samuraidesk.form.FieldType.BASIS_POINTS;
import static io.github.samuraidesk.form.FieldType.BILLION_YEN;
import static io.github.samuraidesk.form.FieldType.LINES;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.deal.TermSheet;
import io.github.samuraidesk.deal.Tranche;
import io.github.samuraidesk.form.As;
import io.github.samuraidesk.form.From;
import io.github.samuraidesk.pricing.PricingRules;
import io.github.samuraidesk.pricing.PricingRun;
import io.github.samuraidesk.pricing.SizeSlip;
import java.math.BigDecimal;
import java.util.Optional;

/** Another size or another guidance of a tranche, before its price is approved. What is left out stays. */
public record ChangeTranche(
        @From(TRANCHE) String tranche,

        @As(value = BILLION_YEN, name = "sizeBillionYen") Optional<BigDecimal> sizeYen,

        Optional<String> sizeInWords,
        @As(BASIS_POINTS) Optional<BigDecimal> guidanceLowBp,
        @As(BASIS_POINTS) Optional<BigDecimal> guidanceHighBp,
        @As(LINES) String reason) {

    public static final Act<ChangeTranche> ACT = Act.of("changeTranche", ChangeTranche.class)
            .by(Role.LEAD_MANAGER, Role.ISSUER)
            .deed(ChangeTranche::change)
            .entered();

    private Answer change(Standing deal, Asked by) {
        var writing = new Answer.Writing()
                .refuse(deal.trancheMustBeLive("tranche", tranche))
                .refuse(PricingRules.mustBeBeforePricing(deal, "tranche"));
        if (writing.isRefused()) {
            return writing.answer();
        }
        TermSheet terms = deal.terms();
        TermSheet changed = terms.withTranches(terms.tranches().stream()
                .map(t -> t.id().equals(tranche) ? changed(writing, t) : t)
                .toList());
        return writing.record(TermSheet.FACT, changed)
                .withdraw(PricingRun.FACT.at(tranche), "tranche changed: " + reason)
                .answer();
    }

    private Tranche changed(Answer.Writing writing, Tranche before) {
        Optional<BigDecimal> low = guidanceLowBp.or(() -> Optional.ofNullable(before.guidanceLowBp()));
        Optional<BigDecimal> high = guidanceHighBp.or(() -> Optional.ofNullable(before.guidanceHighBp()));
        if (low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) > 0) {
            writing.refuse("guidanceLowBp", "rangeReversed");
        }
        Optional<BigDecimal> known = Optional.ofNullable(before.sizeYen());
        Optional<BigDecimal> size = sizeYen.or(() -> known);
        size.filter(s -> s.remainder(before.denominationYen()).signum() != 0)
                .ifPresent(s -> writing.refuse(
                        "sizeBillionYen",
                        "denominationDoesNotDivide",
                        before.denominationYen().toPlainString(),
                        s.toPlainString()));
        if (size.isPresent() && known.isPresent()) {
            SizeSlip.asked(size.get(), known.get(), sizeInWords, "sizeInWords").ifPresent(writing::refuse);
        }
        return before.marketedAs(size.orElse(null), low.orElse(null), high.orElse(null));
    }
}
