package io.github.samuraidesk.lifecycle.acts;

import static io.github.samuraidesk.form.FieldType.LINES;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.act.TaskDone;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.As;
import java.util.Map;
import java.util.Optional;

/** The deal's file is complete; what is owed until maturity goes on. */
public record FinishFile(@As(LINES) Optional<String> note) {

    public static final Act<FinishFile> ACT = Act.of("finishFile", FinishFile.class)
            .by(Role.LEAD_MANAGER)
            .passing(Gate.G13)
            .deed(FinishFile::finish)
            .entered();

    private Answer finish(Standing deal, Asked by) {
        return new Answer.Writing()
                .record(
                        TaskDone.FACT.at("finished"),
                        new TaskDone(
                                "finishFile", note.map(n -> Map.of("note", n)).orElse(Map.of()), Map.of()))
                .answer();
    }
}
