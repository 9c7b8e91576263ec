package io.github.samuraidesk.registration.acts;

import static io.github.samuraidesk.form.FieldType.FILE;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.As;
import io.github.samuraidesk.form.OnlyIf;
import io.github.samuraidesk.registration.ShelfChecked;
import java.time.LocalDate;
import java.util.Optional;

/** H04: counsel looks for a new report since the shelf statement, which would suspend it until it is amended. */
public record CheckShelfAmendment(
        ShelfChecked.ReportKind newReport,

        @OnlyIf(
                field = "newReport",
                is = {"ANNUAL", "SEMIANNUAL", "EXTRAORDINARY"},
                needed = false)
        Optional<LocalDate> amendmentFiled,

        boolean materialEventPending,
        @As(FILE) String evidence) {

    public static final Act<CheckShelfAmendment> ACT = Act.of("checkShelfAmendment", CheckShelfAmendment.class)
            .doing("H04")
            .by(Role.ISSUERS_COUNSEL)
            .deed(CheckShelfAmendment::check)
            .played(stage -> new CheckShelfAmendment(
                    ShelfChecked.ReportKind.NONE, Optional.empty(), false, stage.evidence("evidence")));

    private Answer check(Standing deal, Asked by) {
        return new Answer.Writing()
                .record(
                        ShelfChecked.FACT,
                        new ShelfChecked(newReport, amendmentFiled.orElse(null), materialEventPending))
                .answer();
    }
}
