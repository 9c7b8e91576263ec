package io.github.samuraidesk.book.acts;

import static io.github.samuraidesk.form.DealList.TRANCHE;
import static io.github.samuraidesk.form.FieldType.BASIS_POINTS;
import static io.github.samuraidesk.form.FieldType.BILLION_YEN;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.book.InvestorClass;
import io.github.samuraidesk.book.Sounding;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.As;
import io.github.samuraidesk.form.From;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Optional;

/** One sounding of one investor that was brought over the wall (ウォール・クロス). */
public record RecordSounding(
        String investor,
        InvestorClass investorClass,
        LocalDateTime at,
        boolean wallCrossed,
        String script,
        @From(TRANCHE) String tranche,

        @As(value = BILLION_YEN, name = "amountBillionYen") Optional<BigDecimal> amountYen,

        @As(BASIS_POINTS) Optional<BigDecimal> spreadBp) {

    public static final Act<RecordSounding> ACT = Act.of("sounding", RecordSounding.class)
            .by(Role.LEAD_MANAGER)
            .passing(Gate.G5)
            .deed(RecordSounding::record)
            .entered();

    private Answer record(Standing deal, Asked by) {
        var writing = new Answer.Writing().refuse(deal.trancheMustBeLive("tranche", tranche));
        if (!wallCrossed) {
            writing.refuse("wallCrossed", "wallCrossingNeeded");
        }
        if (at.isAfter(deal.nowInJapan())) {
            writing.refuse("at", "inTheFuture", at.toString(), deal.today().toString());
        }
        return writing.record(
                        Sounding.FACT.at(investor + "/" + tranche + "/" + at),
                        new Sounding(
                                investor,
                                investorClass,
                                at,
                                wallCrossed,
                                script,
                                tranche,
                                amountYen.orElse(null),
                                spreadBp.orElse(null)))
                .answer();
    }
}
