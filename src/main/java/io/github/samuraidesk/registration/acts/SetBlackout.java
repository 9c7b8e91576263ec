package io.github.samuraidesk.registration.acts;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.law.Blackout;
import java.time.LocalDate;

/** Days on which this deal must not price, for example before the issuer's results. */
public record SetBlackout(LocalDate from, LocalDate to, String blackoutReason) {

    public static final Act<SetBlackout> ACT = Act.of("blackout", SetBlackout.class)
            .by(Role.ISSUER, Role.LEAD_MANAGER)
            .deed(SetBlackout::set)
            .entered();

    private Answer set(Standing deal, Asked by) {
        var writing = new Answer.Writing();
        if (to.isBefore(from)) {
            writing.refuse("to", "rangeReversed");
        }
        return writing.record(Blackout.FACT.at(from + "/" + to), new Blackout(from, to, blackoutReason))
                .answer();
    }
}
