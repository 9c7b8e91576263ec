package io.github.samuraidesk.registration.acts;

import static io.github.samuraidesk.form.FieldType.LINES;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.As;
import io.github.samuraidesk.registration.Acceptance;
import io.github.samuraidesk.registration.Filing;
import io.github.samuraidesk.registration.FilingDay;
import java.time.LocalDate;

/** Another day of filing than planned, before the filing; the papers whose cover names the day are made anew. */
public record SetFilingDay(
        Filing.Stage stage, LocalDate filingDay, @As(LINES) String reason) {

    public static final Act<SetFilingDay> ACT = Act.of("setFilingDay", SetFilingDay.class)
            .by(Role.ISSUERS_COUNSEL, Role.LEAD_MANAGER)
            .deed(SetFilingDay::set)
            .entered();

    private Answer set(Standing deal, Asked by) {
        var writing = new Answer.Writing().refuse(Acceptance.mustBeAwaited(deal, stage));
        if (writing.isRefused()) {
            return writing.answer();
        }
        String day = filingDay.toString();
        writing.refuse(Acceptance.mustBeOnOpenDay(deal.pack(), "filingDay", filingDay));
        if (filingDay.isBefore(deal.today())) {
            writing.refuse("filingDay", "dateBefore", day, "today", deal.today().toString());
        }
        LocalDate pricing = deal.terms().dates().pricing();
        if (pricing != null && stage == Filing.Stage.STATEMENT && filingDay.isAfter(pricing)) {
            writing.refuse("pricing", "dateBefore", pricing.toString(), "filing", day);
        }
        if (pricing != null && stage == Filing.Stage.FINAL_TERMS && filingDay.isBefore(pricing)) {
            writing.refuse("filingDay", "dateBefore", day, "pricing", pricing.toString());
        }
        return writing.record(FilingDay.FACT.at(stage.name()), new FilingDay(stage, filingDay, reason))
                .answer();
    }
}
