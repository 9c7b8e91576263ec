package io.github.samuraidesk.registration.acts;

import static io.github.samuraidesk.form.FieldType.FILE;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.As;
import io.github.samuraidesk.law.Route;
import io.github.samuraidesk.registration.Acceptance;
import io.github.samuraidesk.registration.DealRoute;
import io.github.samuraidesk.registration.ShortClockGranted;
import java.time.LocalDate;

/** Counsel saw that the authority shortened the clock of a statement that incorporates or refers to reports. */
public record RecordShortClock(
        LocalDate grantedOn, @As(FILE) String evidence) {

    public static final Act<RecordShortClock> ACT = Act.of("shortClock", RecordShortClock.class)
            .by(Role.ISSUERS_COUNSEL)
            .passing(Gate.G5)
            .deed(RecordShortClock::record)
            .entered();

    private Answer record(Standing deal, Asked by) {
        var writing = new Answer.Writing();
        Route route = DealRoute.signedOrNone(deal.file());
        if (route != Route.SRS_INCORPORATION && route != Route.SRS_REFERENCE) {
            writing.refuse(
                    Finding.rule("K01", "S:GL8-2", "grantedOn", "ISSUERS_COUNSEL", "shortClockNotOpen", route.name()));
        }
        return writing.refuse(Acceptance.mustHaveHappened(deal, "grantedOn", grantedOn))
                .record(ShortClockGranted.FACT, new ShortClockGranted(grantedOn, evidence))
                .answer();
    }
}
