package io.github.samuraidesk.settlement.acts;

import static io.github.samuraidesk.form.FieldType.FILE;
import static io.github.samuraidesk.form.FieldType.YEN;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.As;
import io.github.samuraidesk.pricing.NetProceeds;
import io.github.samuraidesk.pricing.PricingRun;
import java.math.BigDecimal;

/** J14: the agent pays the proceeds (発行代り金) to the issuer. */
public record PayProceeds(
        @As(YEN) BigDecimal amountYen, @As(FILE) String evidence) {

    public static final Act<PayProceeds> ACT = Act.of("payProceeds", PayProceeds.class)
            .doing("J14")
            .by(Role.AGENT)
            .deed(PayProceeds::pay)
            .played(stage -> new PayProceeds(
                    NetProceeds.of(stage.deal().file(), stage.deal().current(PricingRun.FACT))
                            .net()
                            .setScale(0),
                    stage.evidence("evidence")));

    private Answer pay(Standing deal, Asked by) {
        return new Answer.Writing()
                .mustEqual("amountYen", amountYen, NetProceeds.of(deal.file()).net())
                .answer();
    }
}
