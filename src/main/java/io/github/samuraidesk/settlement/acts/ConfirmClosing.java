package io.github.samuraidesk.settlement.acts;

import static io.github.samuraidesk.form.FieldType.LINES;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.As;
import java.time.LocalDate;
import java.util.Optional;

/** S16, H10: the closing, on the payment date or after it. */
public record ConfirmClosing(LocalDate closedOn, @As(LINES) Optional<String> note) {

    public static final Act<ConfirmClosing> ACT = Act.of("confirmClosing", ConfirmClosing.class)
            .doing("S16", "H10")
            .by(Role.LEAD_MANAGER)
            .passing(Gate.G12)
            .deed(ConfirmClosing::confirm)
            .played(stage -> new ConfirmClosing(stage.deal().today(), Optional.empty()));

    private Answer confirm(Standing deal, Asked by) {
        var writing = new Answer.Writing();
        LocalDate payment = deal.terms().dates().payment();
        if (payment != null && closedOn.isBefore(payment)) {
            writing.refuse("closedOn", "dateBefore", closedOn.toString(), "payment", payment.toString());
        }
        return writing.answer();
    }
}
