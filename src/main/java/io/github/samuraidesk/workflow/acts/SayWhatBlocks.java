package io.github.samuraidesk.workflow.acts;

import static io.github.samuraidesk.form.DealList.ROLE_OR_PERSON;
import static io.github.samuraidesk.form.DealList.TASK;
import static io.github.samuraidesk.form.FieldType.LINES;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.As;
import io.github.samuraidesk.form.From;
import io.github.samuraidesk.workflow.Blocked;
import io.github.samuraidesk.workflow.HumanTask;

/** Why a task cannot be completed now, and who must act. */
public record SayWhatBlocks(
        @From(TASK) String task,
        @As(LINES) String reason,
        @From(ROLE_OR_PERSON) String whoCanAct) {

    public static final Act<SayWhatBlocks> ACT = Act.of("blocked", SayWhatBlocks.class)
            .by(Role.ISSUER, Role.LEAD_MANAGER, Role.MANAGER, Role.ISSUERS_COUNSEL, Role.MANAGERS_COUNSEL, Role.AGENT)
            .deed(SayWhatBlocks::say)
            .entered();

    private Answer say(Standing deal, Asked by) {
        var writing = new Answer.Writing();
        if (HumanTask.byId(task).isEmpty()) {
            writing.refuse("task", "unknownTask", task);
        }
        return writing.record(Blocked.FACT.at(task), new Blocked(task, reason, whoCanAct))
                .answer();
    }
}
