package io.github.samuraidesk.book.acts;

import static io.github.samuraidesk.form.FieldType.FILE;
import static io.github.samuraidesk.form.FieldType.LINES;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.As;
import io.github.samuraidesk.form.OnlyIf;
import java.util.Optional;

/** S08: a roadshow without the deal (ノンディール・ロードショー), before anything is filed: of the issuer, never of the bond. */
public record HoldRoadshow(
        Outcome outcome,
        @OnlyIf(field = "outcome", is = "HELD") Optional<Boolean> noReferenceToTheBond,

        @As(LINES) @OnlyIf(field = "outcome", is = "NOT_HELD")
        Optional<String> reason,

        @As(FILE) @OnlyIf(field = "outcome", is = "HELD") Optional<String> evidence) {

    public enum Outcome {
        HELD,
        NOT_HELD
    }

    public static final Act<HoldRoadshow> ACT = Act.of("holdRoadshow", HoldRoadshow.class)
            .doing("S08")
            .by(Role.LEAD_MANAGER)
            .deed(HoldRoadshow::hold)
            .played(stage -> new HoldRoadshow(
                    Outcome.HELD, Optional.of(true), Optional.empty(), Optional.of(stage.evidence("evidence"))));

    private Answer hold(Standing deal, Asked by) {
        return new Answer.Writing()
                .mustBeYes("noReferenceToTheBond", outcome == Outcome.NOT_HELD || noReferenceToTheBond.orElse(false))
                .answer();
    }
}
