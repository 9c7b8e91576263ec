package io.github.samuraidesk.workflow.acts;

import static io.github.samuraidesk.form.FieldType.LINES;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.deal.TermSheet;
import io.github.samuraidesk.form.As;
import io.github.samuraidesk.registration.Filing;
import io.github.samuraidesk.registration.HaltedRegistration;
import io.github.samuraidesk.workflow.EnteredDates;
import io.github.samuraidesk.workflow.Halt;
import io.github.samuraidesk.workflow.Halting;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The offering is put off to other days; what was filed stands, and marketing begins again. */
public record Postpone(
        LocalDate pricing,
        LocalDate payment,
        Optional<LocalDate> filing,
        @As(LINES) String reason,
        List<Notice> notices) {

    public static final Act<Postpone> ACT = Act.of("postpone", Postpone.class)
            .by(Role.ISSUER, Role.LEAD_MANAGER)
            .deed(Postpone::postpone)
            .entered();

    private Answer postpone(Standing deal, Asked by) {
        var writing = new Answer.Writing()
                .refuse(Halting.mustBeBeforeClosing(deal))
                .refuse(HaltedRegistration.registrationMustStand(deal));
        if (pricing.isBefore(deal.today())) {
            writing.refuse(
                    "pricing",
                    "dateBefore",
                    pricing.toString(),
                    "today",
                    deal.today().toString());
        }
        writing.refuse(EnteredDates.mustBeOpenDays(deal.pack(), filing, pricing, payment));
        boolean filed = Filing.statement(deal.file()).isPresent();
        if (filed && filing.isPresent()) {
            writing.refuse("filing", "alreadyAccepted", "STATEMENT");
        }
        filing.filter(f -> f.isAfter(pricing))
                .ifPresent(f -> writing.refuse("pricing", "dateBefore", pricing.toString(), "filing", f.toString()));
        if (payment.isBefore(pricing)) {
            writing.refuse("payment", "dateBefore", payment.toString(), "pricing", pricing.toString());
        }
        if (writing.isRefused()) {
            return writing.answer();
        }
        String toFile = HaltedRegistration.toFileWhenPostponed(deal);
        TermSheet terms = deal.terms();
        LocalDate day = filing.orElse(filed ? terms.dates().filing() : null);
        writing.record(TermSheet.FACT, terms.withDates(new TermSheet.Dates(day, null, null, pricing, payment)));
        List<String> fallen = Halting.withdrawWhatFalls(deal, writing, "postponed");
        HaltedRegistration.postpone(deal, writing, filing, reason);
        int before = deal.current(Halt.FACT).size();
        return writing.record(
                        Halt.FACT.at("postponed-" + (before + 1)),
                        new Halt(Halt.Kind.POSTPONED, reason, toFile, Notice.texts(notices), fallen))
                .postpone()
                .answer();
    }
}
