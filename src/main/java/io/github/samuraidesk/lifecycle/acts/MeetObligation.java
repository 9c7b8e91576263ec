package io.github.samuraidesk.lifecycle.acts;

import static io.github.samuraidesk.form.DealList.OBLIGATION;
import static io.github.samuraidesk.form.FieldType.FILE;
import static io.github.samuraidesk.form.FieldType.LINES;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.As;
import io.github.samuraidesk.form.From;
import io.github.samuraidesk.lifecycle.Obligation;
import java.util.Optional;

/** Something owed after closing was done, with its evidence. */
public record MeetObligation(
        @From(OBLIGATION) String obligation,
        @As(FILE) String evidence,
        @As(LINES) Optional<String> note) {

    public static final Act<MeetObligation> ACT = Act.of("obligation", MeetObligation.class)
            .by(Role.ISSUER, Role.LEAD_MANAGER, Role.ISSUERS_COUNSEL, Role.AGENT)
            .deed(MeetObligation::meet)
            .entered();

    private Answer meet(Standing deal, Asked by) {
        var writing = new Answer.Writing();
        Optional<Obligation> owed = deal.one(Obligation.FACT.at(obligation));
        if (owed.isEmpty()) {
            writing.refuse("obligation", "unknownObligation", obligation);
        } else if (owed.get().isDone()) {
            writing.refuse("obligation", "alreadyDone");
        }
        owed.ifPresent(o -> writing.record(Obligation.FACT.at(obligation), o.done(evidence, note.orElse(""))));
        return writing.answer();
    }
}
