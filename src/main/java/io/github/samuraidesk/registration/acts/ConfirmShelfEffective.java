package io.github.samuraidesk.registration.acts;

import static io.github.samuraidesk.form.FieldType.FILE;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Practice;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.deal.TermSheet;
import io.github.samuraidesk.form.As;
import io.github.samuraidesk.registration.Effectiveness;
import io.github.samuraidesk.registration.EffectivenessNotice;
import io.github.samuraidesk.registration.Filing.Stage;
import java.time.LocalDate;

/** H02: counsel saw the notice that the shelf has taken effect, on its own clock or on one shortened by grant. */
public record ConfirmShelfEffective(
        LocalDate effectiveOn,
        boolean shortClockGranted,
        @As(FILE) String evidence) {

    /** A planned shelf whose effect lies closer to its filing than this was meant to be shortened. */
    private static final int PLAIN_CLOCK_DAYS = 16;

    public static final Act<ConfirmShelfEffective> ACT = Act.of("confirmShelfEffective", ConfirmShelfEffective.class)
            .doing("H02")
            .by(Role.ISSUERS_COUNSEL)
            .deed(ConfirmShelfEffective::confirm)
            .played(ConfirmShelfEffective::asComputed);

    private Answer confirm(Standing deal, Asked by) {
        var writing = new Answer.Writing();
        new EffectivenessNotice("evidence", evidence, effectiveOn)
                .confirm(writing, deal, Effectiveness.of(deal), Stage.STATEMENT, shortClockGranted);
        return writing.answer();
    }

    private static ConfirmShelfEffective asComputed(Practice.Stage stage) {
        TermSheet.Shelf shelf = stage.deal().terms().shelf();
        boolean granted = shelf != null
                && shelf.filed() != null
                && shelf.effective() != null
                && shelf.effective().isBefore(shelf.filed().plusDays(PLAIN_CLOCK_DAYS));
        return new ConfirmShelfEffective(
                Effectiveness.of(stage.deal()).computed(granted).orElseGet(stage.deal()::today),
                granted,
                stage.evidence("evidence"));
    }
}
