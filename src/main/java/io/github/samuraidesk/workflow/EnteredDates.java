package io.github.samuraidesk.workflow;

import io.github.samuraidesk.calendar.BusinessCalendar;
import io.github.samuraidesk.calendar.CalendarHorizonException;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.law.RulePack;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The days of a deal as a person enters them, at opening and by a postponement: banks settle and markets price on their
 * business days, and the authority takes filings on its own. Only what is entered is asked; a deal that holds such a day
 * already is read as it is.
 */
final class EnteredDates {

    private EnteredDates() {}

    /** @param prefix of the fields in the form: {@code dates.} in a term sheet, empty in a postponement */
    static List<Finding> mustBeOpenDays(RulePack pack, FormValues v, String prefix) {
        var findings = new ArrayList<Finding>();
        BusinessCalendar bank = pack.calendars().bank();
        BusinessCalendar government = pack.calendars().government();
        mustBeOpen(government, v, prefix + "filing", "GK-med", "filingOnClosedDay", findings);
        mustBeOpen(bank, v, prefix + "pricing", "GK-high", "pricingOnClosedDay", findings);
        mustBeOpen(bank, v, prefix + "payment", "S:BOJ-DVP", "paymentOnClosedDay", findings);
        return findings;
    }

    private static void mustBeOpen(
            BusinessCalendar calendar, FormValues v, String field, String basis, String code, List<Finding> findings) {
        if (!v.has(field)) {
            return;
        }
        try {
            LocalDate day = v.date(field);
            LocalDate open = calendar.following(day);
            if (!open.equals(day)) {
                findings.add(Finding.rule(calendar.name(), basis, field, "", code, day.toString(), open.toString()));
            }
        } catch (CalendarHorizonException beyond) {
            findings.add(Finding.rule(calendar.name(), basis, field, "", "dayBeyondCalendar", v.text(field)));
        } catch (DateTimeException noDay) {
            return; // already a fault of form
        }
    }
}
