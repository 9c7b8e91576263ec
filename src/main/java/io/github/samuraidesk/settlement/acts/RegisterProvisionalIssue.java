package io.github.samuraidesk.settlement.acts;

import static io.github.samuraidesk.form.FieldType.LINES;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.As;
import java.util.Optional;

/** J06: issue information (銘柄情報) before pricing, where the managers want it. */
public record RegisterProvisionalIssue(
        Outcome outcome, @As(LINES) Optional<String> note) {

    public enum Outcome {
        REGISTERED,
        NOT_WANTED
    }

    public static final Act<RegisterProvisionalIssue> ACT = Act.of(
                    "registerProvisionalIssue", RegisterProvisionalIssue.class)
            .doing("J06")
            .by(Role.AGENT)
            .played(stage -> new RegisterProvisionalIssue(Outcome.NOT_WANTED, Optional.empty()));
}
