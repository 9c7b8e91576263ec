package io.github.samuraidesk.pricing.control;

import io.github.samuraidesk.bond.OisCurve;
import io.github.samuraidesk.bond.ResolvedBond;
import io.github.samuraidesk.calendar.BusinessCalendar;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The inputs of one priced bond, as both engines read them.
 *
 * @param bond yen bond with our dates; Strata is given these dates and checks them against its own schedule
 * @param settle settlement day
 * @param clean price per 100 without accrued interest
 * @param curve overnight swap curve in yen; of it Strata takes the quotes and the convention only. Empty: no figures on
 *     a curve
 * @param paymentCalendar the calendar that moved the bond's payment dates
 */
public record ControlCase(
        ResolvedBond bond,
        LocalDate settle,
        double clean,
        Optional<OisCurve> curve,
        BusinessCalendar paymentCalendar) {}
