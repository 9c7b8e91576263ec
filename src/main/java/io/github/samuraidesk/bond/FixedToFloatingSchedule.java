package io.github.samuraidesk.bond;

import io.github.samuraidesk.calendar.BusinessCalendar;
import java.time.LocalDate;

/**
 * A fixed-to-floating bond written out; priced to its call date, {@code toCall} redeems 100 there.
 *
 * @param toCall fixed interest to the call date
 * @param afterCall floating interest when the bond is not called
 */
public record FixedToFloatingSchedule(ResolvedBond toCall, FloatingSchedule afterCall) {

    /** Writes out both parts on one calendar. */
    public static FixedToFloatingSchedule resolve(FixedToFloatingTerms terms, BusinessCalendar calendar) {
        return new FixedToFloatingSchedule(
                ResolvedBond.resolve(terms.fixed(), calendar), FloatingSchedule.resolve(terms.floating(), calendar));
    }

    /** Unadjusted call date (繰上償還可能日). */
    public LocalDate callDate() {
        return toCall.terms().maturity();
    }
}
