package io.github.samuraidesk.registration.acts;

import static io.github.samuraidesk.form.FieldType.FILE;
import static io.github.samuraidesk.form.FieldType.LINES;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.As;
import io.github.samuraidesk.form.Matching;
import io.github.samuraidesk.law.Route;
import io.github.samuraidesk.registration.Acceptance;
import io.github.samuraidesk.registration.DealRoute;
import io.github.samuraidesk.registration.EffectivenessConfirmed;
import io.github.samuraidesk.registration.Filing;
import io.github.samuraidesk.registration.Offering;
import io.github.samuraidesk.registration.RegistrationWithdrawn;
import java.time.LocalDateTime;

/** The whole registration was withdrawn (届出の取下げ願い・発行登録取下届出書). */
public record WithdrawRegistration(
        LocalDateTime acceptedAt,
        @Matching("S[0-9A-Z]{7}") String documentId,
        boolean wholeRegistration,
        @As(LINES) String reason,
        @As(FILE) String evidence) {

    public static final Act<WithdrawRegistration> ACT = Act.of("withdrawRegistration", WithdrawRegistration.class)
            .by(Role.ISSUERS_COUNSEL)
            .passing(Gate.G5)
            .deed(WithdrawRegistration::withdraw)
            .entered();

    private Answer withdraw(Standing deal, Asked by) {
        var writing = new Answer.Writing();
        Route route = DealRoute.signedOrNone(deal.file());
        if (Filing.statement(deal.file()).isEmpty()) {
            return writing.refuse("documentId", "nothingToWithdraw").answer();
        }
        if (!wholeRegistration) {
            writing.refuse(
                    Finding.rule("K04", "GK-med", "wholeRegistration", "ISSUERS_COUNSEL", "withdrawalIsOfTheWhole"));
        }
        if (deal.ask(Offering.class).isClosed(deal.file())) {
            writing.refuse("documentId", "alreadyClosed");
        }
        writing.refuse(Acceptance.mustHaveHappened(deal, "acceptedAt", acceptedAt))
                .refuse(Acceptance.mustBeOnOpenDay(deal.pack(), "acceptedAt", acceptedAt.toLocalDate()))
                .refuse(new Acceptance(acceptedAt, documentId).documentIdMustBeNew(deal.file()));
        boolean effective = deal.one(EffectivenessConfirmed.FACT.at(Filing.Stage.FINAL_TERMS.name()))
                .isPresent();
        if (effective && !route.isShelf()) {
            writing.refuse("documentId", "alreadyEffective");
        }
        return writing.record(
                        RegistrationWithdrawn.FACT,
                        new RegistrationWithdrawn(
                                DealRoute.form(deal, route.withdrawal()).formCode(),
                                acceptedAt,
                                documentId,
                                reason,
                                evidence))
                .answer();
    }
}
