package io.github.samuraidesk.settlement.acts;

import static io.github.samuraidesk.form.FieldType.FILE;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.As;
import io.github.samuraidesk.settlement.WeeklyCutOff;
import java.time.LocalDate;

/** J05: the day from which the issuer takes part in the book-entry system (制度参加日). */
public record ConfirmParticipation(
        LocalDate participationDate, @As(FILE) String evidence) {

    public static final Act<ConfirmParticipation> ACT = Act.of("confirmParticipation", ConfirmParticipation.class)
            .doing("J05")
            .by(Role.AGENT)
            .deed(ConfirmParticipation::confirm)
            .played(stage -> new ConfirmParticipation(stage.deal().today(), stage.evidence("evidence")));

    private Answer confirm(Standing deal, Asked by) {
        var writing = new Answer.Writing();
        FileConsentForms.ACT
                .done(deal.file())
                .map(forms -> WeeklyCutOff.participation(deal.pack(), forms.receivedAt()))
                .filter(participationDate::isBefore)
                .ifPresent(earliest -> writing.refuse(Finding.rule(
                        "J05",
                        "S:JASDEC-FLOW",
                        "participationDate",
                        "AGENT",
                        "participationTooEarly",
                        earliest.toString())));
        return writing.answer();
    }
}
