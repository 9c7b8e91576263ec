package io.github.samuraidesk.pricing.control;

import com.opengamma.strata.basics.ReferenceData;
import com.opengamma.strata.basics.date.DayCounts;
import com.opengamma.strata.pricer.CompoundedRateType;
import com.opengamma.strata.pricer.bond.DiscountingFixedCouponBondProductPricer;
import com.opengamma.strata.product.bond.FixedCouponBondYieldConvention;
import com.opengamma.strata.product.bond.ResolvedFixedCouponBond;
import io.github.samuraidesk.bond.AccrualBasis;
import io.github.samuraidesk.bond.BondMeasures;
import io.github.samuraidesk.bond.BondPricer;
import io.github.samuraidesk.bond.BondTerms;
import io.github.samuraidesk.bond.CouponPeriod;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Schedule, accrued interest, yields and their risk from Strata, beside ours. */
final class BondControl {

    static final double ONE_BASIS_POINT = 1e-4;
    static final DiscountingFixedCouponBondProductPricer PRICER = DiscountingFixedCouponBondProductPricer.DEFAULT;

    /** Prices and interest per 100, durations in years. */
    private static final double CLOSED_FORM = 1e-10;
    /** Yields, decimals: 1e-9 in percent. A bond of a few days fixes its yield to little more. */
    private static final double YIELD = 1e-11;
    /** Years squared, thousands for a long bond. */
    private static final double CONVEXITY = 1e-9;

    private final ControlCase c;
    private final LocalDate settle;
    private final StrataBond bond;
    private final Comparison comparison;

    BondControl(ControlCase c, StrataBond bond, Comparison comparison) {
        this.c = c;
        this.settle = c.settle();
        this.bond = bond;
        this.comparison = comparison;
    }

    /** The control's dirty price per 100 and ICMA yield; the latter NaN when there is none. */
    record Price(double dirty, double yieldIcma) {}

    Price compare(BondMeasures own) {
        compareSchedule();
        double dirty = compareAccrued(own);
        double yield = compareCompound(own, dirty);
        compareOtherYields(own, dirty);
        return new Price(dirty, yield);
    }

    private void compareSchedule() {
        BondTerms terms = c.bond().terms();
        List<CouponPeriod> periods = c.bond().periods();
        List<LocalDate> due = periods.stream().map(CouponPeriod::end).toList();
        comparison.compare(
                "couponDatesDiffering",
                0,
                0,
                "of " + due.size() + ", Strata schedule",
                () -> differing(due, StrataTerms.couponDates(terms)));
        ReferenceData calendar = StrataTerms.referenceData(c.paymentCalendar());
        comparison.compare(
                "paymentDatesDiffering",
                0,
                0,
                "of " + due.size() + ", Strata adjustment " + terms.payRule() + " on our "
                        + c.paymentCalendar().name(),
                () -> differing(
                        periods.stream().map(CouponPeriod::paymentDate).toList(),
                        periods.stream()
                                .map(period -> StrataTerms.paymentDate(
                                        period.end(), StrataTerms.dayRule(period, terms), calendar))
                                .toList()));
        bond.whyCouponGiven()
                .ifPresentOrElse(
                        reason -> comparison.leaveOut("coupons", reason + "; our amount is taken for its price"),
                        () -> comparison.compare(
                                "coupons",
                                c.bond().periodsAfter(c.settle()).stream()
                                        .mapToDouble(CouponPeriod::amountPer100)
                                        .sum(),
                                CLOSED_FORM,
                                "all coupons left; whole periods 1/f by the terms, odd ones by Strata day count",
                                bond::couponsPer100));
    }

    private static int differing(List<LocalDate> own, List<LocalDate> control) {
        int common = Math.min(own.size(), control.size());
        int differing = Math.max(own.size(), control.size()) - common;
        for (int i = 0; i < common; i++) {
            if (!own.get(i).equals(control.get(i))) {
                differing++;
            }
        }
        return differing;
    }

    /** Returns the control's dirty price. */
    private double compareAccrued(BondMeasures own) {
        AccrualBasis basis = c.bond().terms().accrual();
        if (bond.isExInterest()) {
            comparison.compare(
                    "accrued",
                    own.accrued(),
                    CLOSED_FORM,
                    "nothing: the coupon due on " + bond.current().end() + " is paid by settlement on the day Strata"
                            + " moves it to, and the seller's",
                    () -> 0);
            return comparison.compare("dirty", own.dirty(), CLOSED_FORM, "the clean price given", c::clean);
        }
        Optional<String> reason = basis == AccrualBasis.ICMA ? bond.whyNoPartOfPeriod() : Optional.empty();
        double accrued;
        if (reason.isPresent()) {
            comparison.leaveOut("accrued", reason.get() + "; ours is taken for the dirty price");
            accrued = own.accrued();
        } else {
            double coupon = bond.current().amountPer100();
            accrued = comparison.compare(
                    "accrued",
                    own.accrued(),
                    CLOSED_FORM,
                    "Strata " + StrataTerms.dayCount(basis)
                            + (basis == AccrualBasis.ACT_365F ? ", capped at the coupon by us: Strata has no cap" : ""),
                    () -> {
                        double interest = PRICER.accruedInterest(
                                bond.onDueDates(
                                        StrataTerms.dayCount(basis), FixedCouponBondYieldConvention.GB_BUMP_DMO),
                                settle);
                        return basis == AccrualBasis.ACT_365F ? Math.min(interest, coupon) : interest;
                    });
        }
        return comparison.compare(
                "dirty", own.dirty(), CLOSED_FORM, "clean price given + control accrued", () -> c.clean() + accrued);
    }

    /** Returns the control's ICMA yield, NaN when there is none. */
    private double compareCompound(BondMeasures own, double dirty) {
        Optional<String> reason = bond.whyNoCompoundYield();
        if (reason.isPresent()) {
            comparison.leaveOut(
                    "yieldIcma, dirtyFromYieldIcma, macaulay, modified, dv01, dv01ByDifference, convexity",
                    reason.get());
            return Double.NaN;
        }
        Compound compound = compound();
        String note = noteOfCompound();
        double yield =
                comparison.compare("yieldIcma", own.yieldIcma(), YIELD, note, () -> compound.yieldFromDirty(dirty));
        comparison.compare(
                "dirtyFromYieldIcma",
                own.dirty(),
                CLOSED_FORM,
                note + " at our yield",
                () -> compound.dirtyFromYield(own.yieldIcma()));
        comparison.compare("macaulay", own.macaulay(), CLOSED_FORM, note, () -> compound.macaulay(yield));
        double modified =
                comparison.compare("modified", own.modified(), CLOSED_FORM, note, () -> compound.modified(yield));
        comparison.compare(
                "dv01",
                own.dv01(),
                CLOSED_FORM,
                "control modified × control dirty",
                () -> modified * dirty * ONE_BASIS_POINT);
        comparison.compare(
                "dv01ByDifference",
                BondPricer.dv01ByDifference(c.bond(), settle, own.yieldIcma()),
                CLOSED_FORM,
                note + ", half the difference of prices 1 bp to either side",
                () -> (compound.dirtyFromYield(yield - ONE_BASIS_POINT)
                                - compound.dirtyFromYield(yield + ONE_BASIS_POINT))
                        / 2);
        comparison.compare("convexity", own.convexity(), CONVEXITY, note, () -> compound.convexity(yield));
        return yield;
    }

    private Compound compound() {
        AccrualBasis basis = c.bond().terms().accrual();
        // GB-Bump-DMO stays with compound interest in the last period, US-Street and DE-Bonds turn to simple
        return bond.isTimeOfStrata()
                ? new CompoundOfStrata(
                        new Attempt<>(() -> bond.onDueDates(
                                StrataTerms.compoundDayCount(basis), FixedCouponBondYieldConvention.GB_BUMP_DMO)),
                        settle)
                : new CompoundByTime(bond.amounts(), bond.times(), bond.frequency());
    }

    private String noteOfCompound() {
        String dayCount =
                StrataTerms.compoundDayCount(c.bond().terms().accrual()).getName();
        return bond.isTimeOfStrata()
                ? "Strata GB-Bump-DMO, " + dayCount
                : "flows and times by Strata " + dayCount
                        + ", summed and halved here: Strata's pricer has no such time";
    }

    private void compareOtherYields(BondMeasures own, double dirty) {
        int frequency = c.bond().terms().frequency();
        comparison.compare(
                "yieldAct365",
                own.yieldAct365(),
                YIELD,
                "Strata periodic Z-spread over a curve without interest, Act/365F",
                () -> PRICER.zSpreadFromCurvesAndDirtyPrice(
                        bond.onDueDates(DayCounts.ACT_365F, FixedCouponBondYieldConvention.GB_BUMP_DMO),
                        StrataCurve.withoutInterest(settle),
                        ReferenceData.minimal(),
                        dirty / 100,
                        CompoundedRateType.PERIODIC,
                        frequency));
        if (own.yieldLastPeriodSimple().isPresent() || bond.count() == 1) {
            comparison.compare(
                    "yieldLastPeriodSimple",
                    own.yieldLastPeriodSimple().orElse(Double.NaN),
                    YIELD,
                    bond.isExInterest()
                            ? "simple interest over the years of Strata's day count"
                            : "Strata US-Street in the last period, Act/365F or the bond's months of 30 days",
                    () -> bond.isExInterest()
                            ? (bond.amounts()[0] / dirty - 1) / bond.yearsOfSimpleInterest()
                            : PRICER.yieldFromDirtyPrice(bond.inLastPeriod(), settle, dirty / 100));
        }
        String note = "Strata JP-Simple, NL/365: no 29 February counts";
        Attempt<ResolvedFixedCouponBond> simple =
                new Attempt<>(() -> bond.onDueDates(DayCounts.NL_365, FixedCouponBondYieldConvention.JP_SIMPLE));
        double simpleYield = comparison.compare("simpleYield", own.simpleYield(), YIELD, note, () -> {
            // Strata takes off again the interest that it adds here by NL/365
            double notOurs = PRICER.dirtyPriceFromCleanPrice(simple.get(), settle, c.clean() / 100);
            return PRICER.yieldFromDirtyPrice(simple.get(), settle, notOurs);
        });
        comparison.compare(
                "modifiedSimple",
                own.modifiedSimple(),
                CLOSED_FORM,
                note + "; brought from Strata's dirty price to the control's",
                () -> 100
                        * PRICER.modifiedDurationFromYield(simple.get(), settle, simpleYield)
                        * PRICER.dirtyPriceFromCleanPrice(simple.get(), settle, c.clean() / 100)
                        / dirty);
    }
}
