package io.github.samuraidesk.book.acts;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.book.Sounding;
import io.github.samuraidesk.deal.Role;
import java.time.LocalDate;

/** S10, H05: soft soundings (ソフトサウンディング) are over; each of them was recorded. */
public record ConductSounding(LocalDate startedOn, LocalDate endedOn) {

    public static final Act<ConductSounding> ACT = Act.of("conductSounding", ConductSounding.class)
            .doing("S10", "H05")
            .by(Role.LEAD_MANAGER)
            .passing(Gate.G5)
            .deed(ConductSounding::conduct)
            .played(stage ->
                    new ConductSounding(stage.deal().today(), stage.deal().today()));

    private Answer conduct(Standing deal, Asked by) {
        var writing = new Answer.Writing();
        if (endedOn.isBefore(startedOn)) {
            writing.refuse("endedOn", "dateBefore", endedOn.toString(), "startedOn", startedOn.toString());
        }
        if (deal.current(Sounding.FACT).isEmpty()) {
            writing.refuse("sounding", "noSounding");
        }
        return writing.answer();
    }
}
