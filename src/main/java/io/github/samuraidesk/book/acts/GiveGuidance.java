package io.github.samuraidesk.book.acts;

import static io.github.samuraidesk.form.DealList.TRANCHE;
import static io.github.samuraidesk.form.FieldType.BASIS_POINTS;
import static io.github.samuraidesk.form.FieldType.LINES;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.book.Guidance;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.As;
import io.github.samuraidesk.form.From;
import java.math.BigDecimal;

/** Price guidance (仮条件) of a tranche, or its change with the reason. */
public record GiveGuidance(
        @From(TRANCHE) String tranche,
        @As(BASIS_POINTS) BigDecimal lowBp,
        @As(BASIS_POINTS) BigDecimal highBp,
        @As(LINES) String reason) {

    public static final Act<GiveGuidance> ACT = Act.of("guidance", GiveGuidance.class)
            .by(Role.LEAD_MANAGER)
            .passing(Gate.G5)
            .deed(GiveGuidance::give)
            .entered();

    private Answer give(Standing deal, Asked by) {
        var writing = new Answer.Writing().refuse(deal.trancheMustBeLive("tranche", tranche));
        if (lowBp.compareTo(highBp) > 0) {
            writing.refuse("lowBp", "rangeReversed");
        }
        return writing.record(Guidance.FACT.at(tranche), new Guidance(tranche, lowBp, highBp, reason))
                .answer();
    }
}
