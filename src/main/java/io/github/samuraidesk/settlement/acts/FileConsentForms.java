package io.github.samuraidesk.settlement.acts;

import static io.github.samuraidesk.form.FieldType.FILE;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.As;
import java.time.LocalDateTime;

/** J04: JASDEC has received the consent (同意書) and the other forms of participation, all of them. */
public record FileConsentForms(
        LocalDateTime receivedAt,
        boolean formS01,
        boolean formS11,
        boolean formSx12,
        boolean formS02,
        @As(FILE) String evidence) {

    public static final Act<FileConsentForms> ACT = Act.of("fileConsentForms", FileConsentForms.class)
            .doing("J04")
            .by(Role.ISSUER, Role.AGENT)
            .deed(FileConsentForms::file)
            .played(stage -> new FileConsentForms(stage.minute(), true, true, true, true, stage.evidence("evidence")));

    private Answer file(Standing deal, Asked by) {
        return new Answer.Writing()
                .mustBeYes("formS01", formS01)
                .mustBeYes("formS11", formS11)
                .mustBeYes("formSx12", formSx12)
                .mustBeYes("formS02", formS02)
                .answer();
    }
}
