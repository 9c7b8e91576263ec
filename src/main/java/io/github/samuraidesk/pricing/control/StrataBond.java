package io.github.samuraidesk.pricing.control;

import com.opengamma.strata.basics.ReferenceData;
import com.opengamma.strata.basics.StandardId;
import com.opengamma.strata.basics.currency.Currency;
import com.opengamma.strata.basics.currency.Payment;
import com.opengamma.strata.basics.date.DayCount;
import com.opengamma.strata.basics.date.DayCounts;
import com.opengamma.strata.basics.date.DaysAdjustment;
import com.opengamma.strata.basics.schedule.RollConventions;
import com.opengamma.strata.product.LegalEntityId;
import com.opengamma.strata.product.SecurityId;
import com.opengamma.strata.product.bond.FixedCouponBondPaymentPeriod;
import com.opengamma.strata.product.bond.FixedCouponBondYieldConvention;
import com.opengamma.strata.product.bond.ResolvedFixedCouponBond;
import io.github.samuraidesk.bond.BondTerms;
import io.github.samuraidesk.bond.CouponPeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a buyer settling on one day receives, as Strata's bond: our dates, amounts out of the terms by Strata's day
 * counts. Notional 100; only coupons left, so that one due before settlement and paid after it stays the seller's.
 */
final class StrataBond {

    static final SecurityId SECURITY = SecurityId.of("samurai-desk", "bond");
    static final LegalEntityId ISSUER = LegalEntityId.of(StandardId.of("samurai-desk", "issuer"));

    private static final double FACE = 100;

    private final BondTerms terms;
    private final LocalDate settle;
    /** The period of settlement: the first whose coupon is due after it. */
    private final CouponPeriod current;
    /** Whether the coupon of {@link #current} is paid by settlement, on the day that Strata moves it to. */
    private final boolean exInterest;

    private final List<CouponPeriod> left;
    private final LocalDate anchor;
    /** Whether coupons fall on every month's last day; a grid counted from a 31st does so too. */
    private final boolean monthEnds;

    StrataBond(ControlCase c) {
        this.terms = c.bond().terms();
        this.settle = c.settle();
        List<CouponPeriod> dueAfter = c.bond().periods().stream()
                .filter(period -> period.end().isAfter(settle))
                .toList();
        if (settle.isBefore(terms.issueDate()) || dueAfter.isEmpty()) {
            throw new IllegalArgumentException("settlement " + settle + " must be from issue " + terms.issueDate()
                    + " to before maturity " + terms.maturity());
        }
        this.current = dueAfter.get(0);
        ReferenceData calendar = StrataTerms.referenceData(c.paymentCalendar());
        this.exInterest = !StrataTerms.paymentDate(current.end(), StrataTerms.dayRule(current, terms), calendar)
                .isAfter(settle);
        this.left = exInterest ? dueAfter.subList(1, dueAfter.size()) : dueAfter;
        if (left.isEmpty()) {
            throw new IllegalArgumentException("settlement " + settle + " must be before the last payment");
        }
        this.anchor = terms.lastRegularCoupon().orElse(terms.maturity());
        this.monthEnds = terms.endOfMonth() || anchor.getDayOfMonth() == 31;
    }

    /** Whether the coupon of the period belongs to the seller because it was brought forward for a closed day. */
    boolean isExInterest() {
        return exInterest;
    }

    /** The period that settlement lies in. */
    CouponPeriod current() {
        return current;
    }

    /** Why Strata cannot compute compound yields of this bond; empty when it can. */
    Optional<String> whyNoCompoundYield() {
        if (StrataTerms.countsThirtyDayMonths(terms.accrual())) {
            return Optional.empty();
        }
        int last = left.size() - 1;
        if ((last > 0 || exInterest) && left.get(last).odd()) {
            return Optional.of(
                    "the last coupon period is odd; Strata counts every period after the first as a whole one");
        }
        return whyNoPartOfPeriod();
    }

    /** Why Strata cannot count the ICMA part of the current period; empty when it can. */
    Optional<String> whyNoPartOfPeriod() {
        boolean whole = !current.odd() && settle.equals(current.start());
        return whole || countsOnGrid(current, current == left.get(left.size() - 1))
                ? Optional.empty()
                : Optional.of(offGrid(current));
    }

    /**
     * Whether Strata's pricer has the bond's time: it counts every period but the first as a whole one, a part of the
     * first over its year fraction 1/f, and nothing before the first period begins.
     */
    boolean isTimeOfStrata() {
        if (!StrataTerms.countsThirtyDayMonths(terms.accrual())) {
            return !exInterest;
        }
        DayCount months = StrataTerms.compoundDayCount(terms.accrual());
        return !exInterest
                && left.stream()
                        .noneMatch(period -> period.odd()
                                || terms.frequency() * months.yearFraction(period.start(), period.end()) != 1);
    }

    /**
     * Time to each flow left in coupon periods: Strata's day count within the period of settlement and in odd ones, one
     * for every whole period.
     */
    double[] times() {
        double[] times = new double[left.size()];
        double time = partLeft();
        for (int i = 0; i < times.length; i++) {
            CouponPeriod period = left.get(i);
            if (period != current) {
                time += period.odd() ? terms.frequency() * fraction(period, period.start(), period.end()) : 1;
            }
            times[i] = time;
        }
        return times;
    }

    private double partLeft() {
        double whole = fraction(current, current.start(), current.end());
        double left = whole - fraction(current, current.start(), settle);
        return current.odd() ? terms.frequency() * left : left / whole;
    }

    /** Years of simple interest to the last flow, with one left. */
    double yearsOfSimpleInterest() {
        CouponPeriod last = left.get(0);
        if (!StrataTerms.countsThirtyDayMonths(terms.accrual())) {
            return DayCounts.ACT_365F.yearFraction(settle, last.end());
        }
        DayCount months = StrataTerms.compoundDayCount(terms.accrual());
        double years =
                months.yearFraction(current.start(), current.end()) - months.yearFraction(current.start(), settle);
        return last == current ? years : years + months.yearFraction(last.start(), last.end());
    }

    /** Amounts of the flows left per 100, the last with the principal. */
    double[] amounts() {
        double[] amounts = yearFractions();
        for (int i = 0; i < amounts.length; i++) {
            amounts[i] *= FACE * terms.couponRate();
        }
        amounts[amounts.length - 1] += FACE;
        return amounts;
    }

    int frequency() {
        return terms.frequency();
    }

    /** Strata's years between two days of a period, by the day count of compound yields. */
    private double fraction(CouponPeriod period, LocalDate from, LocalDate to) {
        if (from.equals(to)) {
            return 0;
        }
        return bond(
                        List.of(period),
                        StrataTerms.compoundDayCount(terms.accrual()),
                        FixedCouponBondYieldConvention.GB_BUMP_DMO,
                        CouponPeriod::end,
                        terms.couponRate(),
                        new double[] {1.0 / terms.frequency()})
                .yearFraction(from, to);
    }

    /** Why the amount of an odd coupon is fed to Strata as we have it; empty when Strata computes it. */
    Optional<String> whyCouponGiven() {
        for (int i = 0; i < left.size(); i++) {
            if (isGiven(i)) {
                return Optional.of(offGrid(left.get(i)));
            }
        }
        return Optional.empty();
    }

    int count() {
        return left.size();
    }

    /** Days on which the flows left are paid. */
    List<LocalDate> paymentDates() {
        return left.stream().map(CouponPeriod::paymentDate).toList();
    }

    /** Coupons left per 100, without principal. */
    double couponsPer100() {
        double sum = 0;
        for (double years : yearFractions()) {
            sum += FACE * terms.couponRate() * years;
        }
        return sum;
    }

    /** Flows on their unadjusted dates. */
    ResolvedFixedCouponBond onDueDates(DayCount dayCount, FixedCouponBondYieldConvention convention) {
        return bond(dayCount, convention, CouponPeriod::end, terms.couponRate(), yearFractions());
    }

    /** Flows on their payment dates, settled a number of calendar days after the valuation of a curve. */
    ResolvedFixedCouponBond onPaymentDates(long daysToSettlement) {
        return bond(
                        DayCounts.ACT_365F,
                        FixedCouponBondYieldConvention.GB_BUMP_DMO,
                        CouponPeriod::paymentDate,
                        terms.couponRate(),
                        yearFractions())
                .toBuilder()
                .settlementDateOffset(DaysAdjustment.ofCalendarDays(Math.toIntExact(daysToSettlement)))
                .build();
    }

    /**
     * The bond in its last coupon period on Act/365F, or its own months of 30 days: Strata's simple interest of that
     * period then runs on them. The rate is the one that makes the coupon's amount of the period's days.
     */
    ResolvedFixedCouponBond inLastPeriod() {
        CouponPeriod period = left.get(0);
        DayCount days = StrataTerms.countsThirtyDayMonths(terms.accrual())
                ? StrataTerms.compoundDayCount(terms.accrual())
                : DayCounts.ACT_365F;
        double years = days.yearFraction(period.start(), period.end());
        return bond(
                days,
                FixedCouponBondYieldConvention.US_STREET,
                CouponPeriod::end,
                couponsPer100() / FACE / years,
                new double[] {years});
    }

    private ResolvedFixedCouponBond bond(
            DayCount dayCount,
            FixedCouponBondYieldConvention convention,
            Function<CouponPeriod, LocalDate> paid,
            double rate,
            double[] yearFractions) {
        return bond(left, dayCount, convention, paid, rate, yearFractions);
    }

    private ResolvedFixedCouponBond bond(
            List<CouponPeriod> flows,
            DayCount dayCount,
            FixedCouponBondYieldConvention convention,
            Function<CouponPeriod, LocalDate> paid,
            double rate,
            double[] yearFractions) {
        List<FixedCouponBondPaymentPeriod> periods = new ArrayList<>(flows.size());
        for (int i = 0; i < flows.size(); i++) {
            CouponPeriod period = flows.get(i);
            periods.add(FixedCouponBondPaymentPeriod.builder()
                    .currency(Currency.JPY)
                    .notional(FACE)
                    .startDate(period.start())
                    .endDate(paid.apply(period))
                    .unadjustedStartDate(period.start())
                    .unadjustedEndDate(period.end())
                    .fixedRate(rate)
                    .yearFraction(yearFractions[i])
                    .build());
        }
        return ResolvedFixedCouponBond.builder()
                .securityId(SECURITY)
                .legalEntityId(ISSUER)
                .nominalPayment(Payment.of(Currency.JPY, FACE, paid.apply(flows.get(flows.size() - 1))))
                .periodicPayments(periods)
                .frequency(StrataTerms.frequency(terms.frequency()))
                .rollConvention(monthEnds ? RollConventions.EOM : RollConventions.NONE)
                .fixedRate(rate)
                .dayCount(dayCount)
                .yieldConvention(convention)
                .settlementDateOffset(DaysAdjustment.NONE)
                .build();
    }

    /** Years of every coupon: 1/f of a whole period by the terms, of an odd one by Strata's day count. */
    private double[] yearFractions() {
        double[] years = new double[left.size()];
        for (int i = 0; i < years.length; i++) {
            years[i] = 1.0 / terms.frequency();
        }
        // year fractions of ICMA need the dates only, so that these stand-ins do no harm
        ResolvedFixedCouponBond dates = bond(
                oddCoupons(),
                FixedCouponBondYieldConvention.GB_BUMP_DMO,
                CouponPeriod::end,
                terms.couponRate(),
                years.clone());
        for (int i = 0; i < years.length; i++) {
            CouponPeriod period = left.get(i);
            if (isGiven(i)) {
                years[i] = terms.couponRate() == 0 ? 0 : period.amountPer100() / FACE / terms.couponRate();
            } else if (period.odd()) {
                years[i] = dates.yearFraction(period.start(), period.end());
            }
        }
        return years;
    }

    private DayCount oddCoupons() {
        return StrataTerms.oddCouponDayCount(terms.accrual());
    }

    private boolean isGiven(int i) {
        return left.get(i).odd()
                && oddCoupons() == DayCounts.ACT_ACT_ICMA
                && !countsOnGrid(left.get(i), i == left.size() - 1);
    }

    /**
     * Whether the notional periods that Strata steps through are those of the bond. Strata steps back from the end of a
     * period, in the last one forward from its start. Where February has clamped the day, it goes on from the clamped
     * one, and in a bond of one odd period it starts from the issue date.
     */
    private boolean countsOnGrid(CouponPeriod period, boolean forward) {
        int step = 12 / terms.frequency();
        LocalDate base = forward ? period.start() : period.end();
        LocalDate date = base;
        while (isOnGrid(date)) {
            if (forward ? !date.isBefore(period.end()) : !date.isAfter(period.start())) {
                return true;
            }
            date = forward ? date.plusMonths(step) : date.minusMonths(step);
            if (monthEnds && base.getDayOfMonth() == base.lengthOfMonth()) {
                date = date.withDayOfMonth(date.lengthOfMonth());
            }
        }
        return false;
    }

    private boolean isOnGrid(LocalDate date) {
        int months = 12 * (date.getYear() - anchor.getYear()) + date.getMonthValue() - anchor.getMonthValue();
        LocalDate onGrid = anchor.plusMonths(months);
        LocalDate expected = monthEnds ? onGrid.withDayOfMonth(onGrid.lengthOfMonth()) : onGrid;
        return months % (12 / terms.frequency()) == 0 && date.equals(expected);
    }

    private static String offGrid(CouponPeriod period) {
        return "the period " + period.start() + " to " + period.end()
                + " has notional coupon dates that Strata does not step on";
    }
}
