package io.github.samuraidesk.settlement.acts;

import static io.github.samuraidesk.form.FieldType.FILE;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.As;
import java.time.LocalDate;
import java.util.Optional;

/** J03: the participation forms go to JASDEC in draft. */
public record PrecheckForms(LocalDate sentOn, @As(FILE) Optional<String> evidence) {

    public static final Act<PrecheckForms> ACT = Act.of("precheckForms", PrecheckForms.class)
            .doing("J03")
            .by(Role.AGENT)
            .played(stage -> new PrecheckForms(stage.deal().today(), Optional.empty()));
}
