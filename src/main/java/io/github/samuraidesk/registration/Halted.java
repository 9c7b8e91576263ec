package io.github.samuraidesk.registration;

import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.law.Route;
import io.github.samuraidesk.law.RulePack;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a postponement, and the pulling of a deal, mean for what was filed. */
public final class Halted {

    private Halted() {}

    /** Marketing begins again only while the registration that it rests on stands. */
    public static List<Finding> registrationMustStand(Standing deal) {
        return deal
                .one(RegistrationWithdrawn.FACT)
                .map(w -> Finding.rule(
                        "G5",
                        deal.pack().findGate("G5").map(RulePack.GateRow::source).orElse(""),
                        "reason",
                        "",
                        "registrationWithdrawn",
                        w.acceptedAt().toLocalDate().toString(),
                        w.documentId()))
                .stream()
                .toList();
    }

    public static boolean isStatementAccepted(Standing deal) {
        return Filing.statement(deal.file()).isPresent();
    }

    /** What has to be filed because the deal is postponed: {@code amend} with ordinance and form, or nothing. */
    public static String toFileWhenPostponed(Standing deal) {
        return Filing.finalTerms(deal.file())
                .map(f -> "amend " + f.ordinanceCode() + "/" + f.formCode())
                .orElse(isStatementAccepted(deal) ? "amend the dates" : "");
    }

    /** A statement that was accepted is withdrawn as a whole; a shelf stays for other issues. */
    public static String toFileWhenPulled(Standing deal) {
        Route route = DealRoute.signed(deal.file()).orElse(Route.NOT_A_SAMURAI);
        String ordinance = deal.terms().issuer().kind().ordinanceCode();
        return isStatementAccepted(deal) && route.track() == Route.Track.SRS
                ? "withdraw " + ordinance + "/"
                        + deal.pack().form(route, ordinance, route.withdrawal()).formCode()
                : "";
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
        if (!isStatementAccepted(deal)) {
            writing.withdraw(FilingDay.FACT.at(statement), "postponed");
            filing.ifPresent(day ->
                    writing.record(FilingDay.FACT.at(statement), new FilingDay(Filing.Stage.STATEMENT, day, why)));
        }
        writing.withdraw(EffectivenessConfirmed.FACT.at(finalTerms), "postponed");
    }
}
