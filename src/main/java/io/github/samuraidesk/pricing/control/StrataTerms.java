package io.github.samuraidesk.pricing.control;

import com.opengamma.strata.basics.ImmutableReferenceData;
import com.opengamma.strata.basics.ReferenceData;
import com.opengamma.strata.basics.date.BusinessDayAdjustment;
import com.opengamma.strata.basics.date.BusinessDayConvention;
import com.opengamma.strata.basics.date.BusinessDayConventions;
import com.opengamma.strata.basics.date.DayCounts;
import com.opengamma.strata.basics.date.HolidayCalendar;
import com.opengamma.strata.basics.date.HolidayCalendarId;
import com.opengamma.strata.basics.schedule.Frequency;
import com.opengamma.strata.basics.schedule.PeriodicSchedule;
import com.opengamma.strata.basics.schedule.RollConvention;
import com.opengamma.strata.basics.schedule.RollConventions;
import com.opengamma.strata.basics.schedule.StubConvention;
import io.github.samuraidesk.bond.AccrualBasis;
import io.github.samuraidesk.bond.BondTerms;
import io.github.samuraidesk.bond.CouponPeriod;
import io.github.samuraidesk.bond.DayCount;
import io.github.samuraidesk.bond.DayRule;
import io.github.samuraidesk.calendar.BusinessCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Our conventions in Strata's words. */
final class StrataTerms {

    /**
     * Name under which our calendar is known to Strata. Strata's own Tokyo calendar is never asked: it has wrong
     * equinoxes from 2032.
     */
    static final HolidayCalendarId CALENDAR = HolidayCalendarId.of("SAMURAI-DESK");

    private StrataTerms() {}

    /** Reference data that hold one calendar of ours and nothing of Strata's beyond weekends. */
    static ReferenceData referenceData(BusinessCalendar calendar) {
        HolidayCalendar ours = new HolidayCalendar() {
            @Override
            public boolean isHoliday(LocalDate date) {
                return !calendar.isBusinessDay(date);
            }

            @Override
            public HolidayCalendarId getId() {
                return CALENDAR;
            }
        };
        return ImmutableReferenceData.of(CALENDAR, ours).combinedWith(ReferenceData.minimal());
    }

    static com.opengamma.strata.basics.date.DayCount dayCount(DayCount dayCount) {
        return switch (dayCount) {
            case ACT_365F -> DayCounts.ACT_365F;
            case ACT_360 -> DayCounts.ACT_360;
            case ACT_365_NO_LEAP -> DayCounts.NL_365;
            case THIRTY_360 -> DayCounts.THIRTY_360_ISDA;
            case THIRTY_E_360 -> DayCounts.THIRTY_E_360;
        };
    }

    /** Day count of accrued interest. */
    static com.opengamma.strata.basics.date.DayCount dayCount(AccrualBasis basis) {
        return switch (basis) {
            case ACT_365F -> DayCounts.ACT_365F;
            case ICMA -> DayCounts.ACT_ACT_ICMA;
            case THIRTY_360 -> DayCounts.THIRTY_360_ISDA;
            case THIRTY_E_360 -> DayCounts.THIRTY_E_360;
        };
    }

    /** Day count of the time of compound yields and of simple interest in the last period, where it is not days/365. */
    static com.opengamma.strata.basics.date.DayCount compoundDayCount(AccrualBasis basis) {
        return oddCouponDayCount(basis);
    }

    /** Whether interest and yields count months of 30 days. */
    static boolean countsThirtyDayMonths(AccrualBasis basis) {
        return oddCouponDayCount(basis) != DayCounts.ACT_ACT_ICMA;
    }

    /** Day count of an odd coupon's amount: half-year pro rata unless the terms count months of 30 days. */
    static com.opengamma.strata.basics.date.DayCount oddCouponDayCount(AccrualBasis basis) {
        return switch (basis) {
            case ACT_365F, ICMA -> DayCounts.ACT_ACT_ICMA;
            case THIRTY_360 -> DayCounts.THIRTY_360_ISDA;
            case THIRTY_E_360 -> DayCounts.THIRTY_E_360;
        };
    }

    static Frequency frequency(int couponsAYear) {
        return Frequency.ofMonths(12 / couponsAYear);
    }

    /** Coupon dates of the whole life from Strata's own schedule, without the issue date. */
    static List<LocalDate> couponDates(BondTerms terms) {
        LocalDate anchor = terms.lastRegularCoupon().orElse(terms.maturity());
        PeriodicSchedule schedule = PeriodicSchedule.builder()
                .startDate(terms.issueDate())
                .endDate(anchor)
                .frequency(frequency(terms.frequency()))
                .businessDayAdjustment(BusinessDayAdjustment.NONE)
                .firstRegularStartDate(terms.firstCoupon().orElse(terms.issueDate()))
                .stubConvention(StubConvention.SHORT_INITIAL)
                .rollConvention(roll(anchor, terms.endOfMonth()))
                .build();
        List<LocalDate> dates = new ArrayList<>(schedule.createUnadjustedDates());
        dates.remove(0);
        if (terms.lastRegularCoupon().isPresent()) {
            dates.add(terms.maturity());
        }
        return dates;
    }

    /** Strata rolls on the 29th or 30th with February clamped, and on the 31st as at the month's end, as we do. */
    static RollConvention roll(LocalDate anchor, boolean endOfMonth) {
        return endOfMonth ? RollConventions.EOM : RollConvention.ofDayOfMonth(anchor.getDayOfMonth());
    }

    /** The day on which Strata pays what is due on {@code date}. */
    static LocalDate paymentDate(LocalDate date, DayRule rule, ReferenceData calendar) {
        return BusinessDayAdjustment.of(convention(rule), CALENDAR).adjust(date, calendar);
    }

    /** The rule of one payment: a redemption that the terms name is a maturity moved back to an open day. */
    static DayRule dayRule(CouponPeriod period, BondTerms terms) {
        return terms.redemption().isPresent() && period.end().equals(terms.maturity())
                ? DayRule.PRECEDING
                : terms.payRule();
    }

    private static BusinessDayConvention convention(DayRule rule) {
        return switch (rule) {
            case FOLLOWING -> BusinessDayConventions.FOLLOWING;
            case PRECEDING -> BusinessDayConventions.PRECEDING;
            case MODIFIED_FOLLOWING -> BusinessDayConventions.MODIFIED_FOLLOWING;
            case UNADJUSTED -> BusinessDayConventions.NO_ADJUST;
        };
    }
}
