package io.github.samuraidesk.registration;

import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.law.Route;
import io.github.samuraidesk.law.RulePack;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a postponement, and the pulling of a deal, mean for what was filed. */
public final class HaltedRegistration {

    private HaltedRegistration() {}

    /** Marketing begins again only while the registration that it rests on stands. */
    public static List<Finding> registrationMustStand(Standing deal) {
        return deal
                .one(RegistrationWithdrawn.FACT)
                .map(w -> Finding.rule(
                        Gate.G5.name(),
                        deal.source(Gate.G5),
                        "reason",
                        "",
                        "registrationWithdrawn",
                        w.acceptedAt().toLocalDate().toString(),
                        w.documentId()))
                .stream()
                .toList();
    }

    /** What has to be filed because the deal is postponed: {@code amend} with ordinance and form, or nothing. */
    public static String toFileWhenPostponed(Standing deal) {
        return Filing.finalTerms(deal.file())
                .map(f -> "amend " + f.ordinanceCode() + "/" + f.formCode())
                .orElse(Filing.statement(deal.file()).isPresent() ? "amend the dates" : "");
    }

    /** A statement that was accepted is withdrawn as a whole; a shelf stays for other issues. */
    public static String toFileWhenPulled(Standing deal) {
        Route route = DealRoute.signedOrNone(deal.file());
        if (Filing.statement(deal.file()).isEmpty() || route.track() != Route.Track.SRS) {
            return "";
        }
        RulePack.FormRow form = DealRoute.form(deal, route.withdrawal());
        return "withdraw " + form.ordinanceCode() + "/" + form.formCode();
    }

    /**
     * What was filed stays filed (see {@link Filings}); what ends is its use for this offering, and its steps on EDINET begin
     * anew.
     *
     * @param filing another day of filing, where the statement is not accepted yet
     */
    public static void postpone(Standing deal, Answer.Writing writing, Optional<LocalDate> filing, String why) {
        String finalTerms = Filing.Stage.FINAL_TERMS.name();
        String statement = Filing.Stage.STATEMENT.name();
        boolean supplemented = Filing.finalTerms(deal.file()).isPresent();
        writing.withdraw(Filing.FACT.at(finalTerms), "postponed");
        if (supplemented) {
            writing.withdraw(FilingProgress.FACT.at(finalTerms), "postponed");
        }
        writing.withdraw(FilingDay.FACT.at(finalTerms), "postponed");
        if (Filing.statement(deal.file()).isEmpty()) {
            writing.withdraw(FilingDay.FACT.at(statement), "postponed");
            filing.ifPresent(day ->
                    writing.record(FilingDay.FACT.at(statement), new FilingDay(Filing.Stage.STATEMENT, day, why)));
        }
        writing.withdraw(EffectivenessConfirmed.FACT.at(finalTerms), "postponed");
    }
}
