package io.github.samuraidesk.workflow;

import io.github.samuraidesk.calendar.BusinessCalendar;
import io.github.samuraidesk.calendar.CalendarHorizonException;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.law.RulePack;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The days of a deal as a person enters them, at opening and by a postponement: banks settle and markets price on their
 * business days, and the authority takes filings on its own. Only what is entered is asked; a deal that holds such a day
 * already is read as it is.
 */
public final class EnteredDates {

    private EnteredDates() {}

    /** The days of a term sheet as it was typed; what is no day is a fault of form already. */
    static List<Finding> mustBeOpenDays(RulePack pack, FormValues termSheet) {
        return mustBeOpenDays(
                pack,
                "dates.",
                day(termSheet, "dates.filing"),
                day(termSheet, "dates.pricing"),
                day(termSheet, "dates.payment"));
    }

    public static List<Finding> mustBeOpenDays(
            RulePack pack, Optional<LocalDate> filing, LocalDate pricing, LocalDate payment) {
        return mustBeOpenDays(pack, "", filing, Optional.of(pricing), Optional.of(payment));
    }

    private static Optional<LocalDate> day(FormValues v, String field) {
        try {
            return v.findDate(field);
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private static List<Finding> mustBeOpenDays(
            RulePack pack,
            String prefix,
            Optional<LocalDate> filing,
            Optional<LocalDate> pricing,
            Optional<LocalDate> payment) {
        BusinessCalendar bank = pack.calendars().bank();
        BusinessCalendar government = pack.calendars().government();
        return Stream.of(
                        mustBeOpen(government, filing, prefix + "filing", "GK-med", "filingOnClosedDay"),
                        mustBeOpen(bank, pricing, prefix + "pricing", "GK-high", "pricingOnClosedDay"),
                        mustBeOpen(bank, payment, prefix + "payment", "S:BOJ-DVP", "paymentOnClosedDay"))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Finding> mustBeOpen(
            BusinessCalendar calendar, Optional<LocalDate> entered, String field, String basis, String code) {
        if (entered.isEmpty()) {
            return Optional.empty();
        }
        LocalDate day = entered.get();
        try {
            LocalDate open = calendar.following(day);
            return open.equals(day)
                    ? Optional.empty()
                    : Optional.of(
                            Finding.rule(calendar.name(), basis, field, "", code, day.toString(), open.toString()));
        } catch (CalendarHorizonException beyond) {
            return Optional.of(Finding.rule(calendar.name(), basis, field, "", "dayBeyondCalendar", day.toString()));
        }
    }
}
