package io.github.samuraidesk.bond;

import io.github.samuraidesk.calendar.BusinessCalendar;

/**
 * How an overnight index swap is quoted: annual fixed against the compounded overnight rate, one payment up to a year,
 * period ends modified following without an end-of-month rule, one curve for projection and discounting.
 *
 * @param name name of the index, as TONA
 * @param calendar days on which the swap starts, ends and pays
 * @param spotLag business days from trade to start
 * @param paymentLag business days from the end of a period to its payment
 * @param dayCount of both legs
 */
public record OisConvention(String name, BusinessCalendar calendar, int spotLag, int paymentLag, DayCount dayCount) {

    /** @throws IllegalArgumentException when a lag is negative */
    public OisConvention {
        if (spotLag < 0 || paymentLag < 0) {
            throw new IllegalArgumentException("lags of " + name + " must not be negative");
        }
    }

    /** Yen: spot T+2, payment two days after, Act/365F; Tokyo days (TONA OIS, 無担保コールO/N物). */
    public static OisConvention tona(BusinessCalendar tokyo) {
        return new OisConvention("TONA", tokyo, 2, 2, DayCount.ACT_365F);
    }

    /** Dollar: spot T+2, payment two days after, Act/360; New York days (CME, LCH cleared SOFR OIS). */
    public static OisConvention sofr(BusinessCalendar newYork) {
        return new OisConvention("SOFR", newYork, 2, 2, DayCount.ACT_360);
    }

    /** Euro: spot T+2, payment one day after, Act/360; TARGET days (LCH cleared €STR OIS). */
    public static OisConvention estr(BusinessCalendar target) {
        return new OisConvention("ESTR", target, 2, 1, DayCount.ACT_360);
    }

    /** The same quote read with another payment lag. */
    public OisConvention withPaymentLag(int businessDays) {
        return new OisConvention(name, calendar, spotLag, businessDays, dayCount);
    }
}
