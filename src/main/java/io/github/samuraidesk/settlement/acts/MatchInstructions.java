package io.github.samuraidesk.settlement.acts;

import static io.github.samuraidesk.form.FieldType.FILE;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.As;
import java.time.LocalDateTime;

/** J10: the contents of the new record are matched (新規記録内容の照合). */
public record MatchInstructions(
        boolean allMatched,
        LocalDateTime matchedAt,
        @As(FILE) String evidence) {

    public static final Act<MatchInstructions> ACT = Act.of("matchInstructions", MatchInstructions.class)
            .doing("J10")
            .by(Role.AGENT)
            .deed((said, deal, by) -> new Answer.Writing()
                    .mustBeYes("allMatched", said.allMatched())
                    .answer())
            .played(stage -> new MatchInstructions(true, stage.minute(), stage.evidence("evidence")));
}
