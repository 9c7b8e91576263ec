package io.github.samuraidesk.registration.acts;

import static io.github.samuraidesk.form.FieldType.FILE;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.As;
import io.github.samuraidesk.registration.Effectiveness;
import io.github.samuraidesk.registration.EffectivenessNotice;
import io.github.samuraidesk.registration.Filing.Stage;
import java.time.LocalDate;

/** S12: counsel saw the notice that the registration has taken effect with its final terms. */
public record ConfirmEffectiveness(
        LocalDate effectiveOn, @As(FILE) String evidence) {

    public static final Act<ConfirmEffectiveness> ACT = Act.of("confirmEffectiveness", ConfirmEffectiveness.class)
            .doing("S12")
            .by(Role.ISSUERS_COUNSEL)
            .deed(ConfirmEffectiveness::confirm)
            .played(stage -> new ConfirmEffectiveness(
                    Effectiveness.of(stage.deal()).computed(false).orElseGet(stage.deal()::today),
                    stage.evidence("evidence")));

    private Answer confirm(Standing deal, Asked by) {
        var writing = new Answer.Writing();
        new EffectivenessNotice("evidence", evidence, effectiveOn)
                .confirm(writing, deal, Effectiveness.of(deal), Stage.FINAL_TERMS, false);
        return writing.answer();
    }
}
