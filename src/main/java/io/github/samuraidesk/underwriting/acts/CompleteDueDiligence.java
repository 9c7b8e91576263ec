package io.github.samuraidesk.underwriting.acts;

import static io.github.samuraidesk.form.FieldType.FILE;
import static io.github.samuraidesk.form.FieldType.LINES;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.As;
import java.time.LocalDate;

/** S05, H03: the lead manager's examination of the issuer (引受審査) is over and passed. */
public record CompleteDueDiligence(
        LocalDate completedOn,
        boolean jsdaExaminationPassed,
        @As(LINES) String memo,
        @As(FILE) String evidence) {

    public static final Act<CompleteDueDiligence> ACT = Act.of("completeDueDiligence", CompleteDueDiligence.class)
            .doing("S05", "H03")
            .by(Role.LEAD_MANAGER)
            .passing(Gate.G2)
            .deed(CompleteDueDiligence::complete)
            .played(stage ->
                    new CompleteDueDiligence(stage.deal().today(), true, stage.mark(), stage.evidence("evidence")));

    private Answer complete(Standing deal, Asked by) {
        return new Answer.Writing()
                .mustBeYes("jsdaExaminationPassed", jsdaExaminationPassed)
                .answer();
    }
}
