package io.github.samuraidesk.workflow.acts;

import static io.github.samuraidesk.form.FieldType.LINES;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.As;
import io.github.samuraidesk.registration.HaltedRegistration;
import io.github.samuraidesk.workflow.Halt;
import io.github.samuraidesk.workflow.Halting;
import java.util.List;

/** The offering is given up. */
public record Pull(@As(LINES) String reason, List<Notice> notices) {

    public static final Act<Pull> ACT = Act.of("pull", Pull.class)
            .by(Role.ISSUER, Role.LEAD_MANAGER)
            .deed(Pull::pull)
            .entered();

    private Answer pull(Standing deal, Asked by) {
        var writing = new Answer.Writing().refuse(Halting.mustBeBeforeClosing(deal));
        if (writing.isRefused()) {
            return writing.answer();
        }
        List<String> fallen = Halting.withdrawWhatFalls(deal, writing, "pulled");
        return writing.record(
                        Halt.FACT.at("pulled"),
                        new Halt(
                                Halt.Kind.PULLED,
                                reason,
                                HaltedRegistration.toFileWhenPulled(deal),
                                Notice.texts(notices),
                                fallen))
                .pull(reason)
                .answer();
    }
}
