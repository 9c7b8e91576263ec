package io.github.samuraidesk.pricing.control;

import com.opengamma.strata.basics.ReferenceData;
import com.opengamma.strata.basics.date.DayCounts;
import com.opengamma.strata.collect.array.DoubleArray;
import com.opengamma.strata.market.param.CurrencyParameterSensitivities;
import com.opengamma.strata.pricer.CompoundedRateType;
import com.opengamma.strata.pricer.bond.DiscountingFixedCouponBondProductPricer;
import com.opengamma.strata.pricer.bond.LegalEntityDiscountingProvider;
import com.opengamma.strata.pricer.sensitivity.MarketQuoteSensitivityCalculator;
import com.opengamma.strata.product.bond.FixedCouponBondYieldConvention;
import com.opengamma.strata.product.bond.ResolvedFixedCouponBond;
import io.github.samuraidesk.bond.AccrualBasis;
import io.github.samuraidesk.bond.BondMeasures;
import io.github.samuraidesk.bond.BondPricer;
import io.github.samuraidesk.bond.BondTerms;
import io.github.samuraidesk.bond.CouponPeriod;
import io.github.samuraidesk.bond.CurveMeasures;
import io.github.samuraidesk.bond.CurvePricer;
import io.github.samuraidesk.bond.OisCurve;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Recomputes with OpenGamma Strata what package {@code bond} computes, so that a run can keep both (検算). Control figures
 * build on each other, never on ours: Strata's yield comes from Strata's dirty price, its durations from Strata's yield.
 * Without state, safe for many threads.
 *
 * <p>Tolerances are what both engines honestly meet with a digit or more to spare: sums of the same terms in another
 * order differ in the last digits of a double, and nothing else does.
 */
public final class ControlEngine {

    /** Prices and interest per 100, durations in years. */
    private static final double CLOSED_FORM = 1e-10;
    /** Yields, decimals: 1e-9 in percent. A bond of a few days fixes its yield to little more. */
    private static final double YIELD = 1e-11;
    /** Years squared, thousands for a long bond. */
    private static final double CONVEXITY = 1e-9;
    /** Part of a discount factor; Strata meets quotes to 1e-12, which 40 years make more of. */
    private static final double DISCOUNT_FACTOR_PART = 1e-10;
    /** Per 100, on the curve. */
    private static final double PRESENT_VALUE = 1e-8;
    /** Rates and spreads on the curve, decimals: 1e-6 bp. */
    private static final double SPREAD = 1e-10;
    /** Part of the curve DV01: ours is half a difference over 2 bp, Strata's a derivative; some T² × 1e-8 lie between. */
    private static final double DV01_PART = 5e-5;

    private static final double ONE_BASIS_POINT = 1e-4;
    private static final DiscountingFixedCouponBondProductPricer PRICER =
            DiscountingFixedCouponBondProductPricer.DEFAULT;

    /** Compares both engines on one case. Throws as {@link BondPricer} and {@link CurvePricer} do. */
    public ControlResult recompute(ControlCase c) {
        BondMeasures own = BondPricer.measuresFromCleanPrice(c.bond(), c.settle(), c.clean());
        return compare(
                c,
                own,
                c.curve().map(curve -> CurvePricer.measuresFromDirtyPrice(c.bond(), c.settle(), own.dirty(), curve)));
    }

    /**
     * Compares figures that exist already, those about to be sealed, with what Strata makes of the inputs.
     *
     * @param own our figures of the bond
     * @param ownOnCurve our figures on the curve, present when {@code c} has one
     * @throws IllegalArgumentException when a curve comes without figures or figures without a curve
     */
    public ControlResult compare(ControlCase c, BondMeasures own, Optional<CurveMeasures> ownOnCurve) {
        if (c.curve().isPresent() != ownOnCurve.isPresent()) {
            throw new IllegalArgumentException("curve figures need a curve and a curve needs figures");
        }
        Comparison comparison = new Comparison();
        StrataBond bond = new StrataBond(c.bond(), c.settle());
        compareSchedule(c, bond, comparison);
        double dirty = compareAccrued(c, own, bond, comparison);
        double yield = compareCompound(c, own, bond, dirty, comparison);
        compareOtherYields(c, own, bond, dirty, comparison);
        c.curve().ifPresent(curve -> {
            if (curve.quotes().size() < 2) {
                comparison.leaveOut("every figure on the curve", "Strata calibrates to two quotes or more");
            } else {
                new OnCurve(c, curve, bond, dirty, yield, comparison).compare(own, ownOnCurve.orElseThrow());
            }
        });
        return comparison.result(engine());
    }

    private static String engine() {
        return "OpenGamma Strata "
                + Optional.ofNullable(DiscountingFixedCouponBondProductPricer.class
                                .getPackage()
                                .getImplementationVersion())
                        .orElse("of unknown version");
    }

    private static void compareSchedule(ControlCase c, StrataBond bond, Comparison comparison) {
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
                        due.stream()
                                .map(date -> StrataTerms.paymentDate(date, terms.payRule(), calendar))
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
    private static double compareAccrued(ControlCase c, BondMeasures own, StrataBond bond, Comparison comparison) {
        AccrualBasis basis = c.bond().terms().accrual();
        LocalDate settle = c.settle();
        Optional<String> reason = basis == AccrualBasis.ICMA ? bond.whyNoPartOfPeriod() : Optional.empty();
        double accrued;
        if (reason.isPresent()) {
            comparison.leaveOut("accrued", reason.get() + "; ours is taken for the dirty price");
            accrued = own.accrued();
        } else {
            double coupon = c.bond().periodsAfter(settle).get(0).amountPer100();
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
    private static double compareCompound(
            ControlCase c, BondMeasures own, StrataBond bond, double dirty, Comparison comparison) {
        Optional<String> reason = bond.whyNoCompoundYield();
        if (reason.isPresent()) {
            comparison.leaveOut(
                    "yieldIcma, dirtyFromYieldIcma, macaulay, modified, dv01, dv01ByDifference, convexity",
                    reason.get());
            return Double.NaN;
        }
        LocalDate settle = c.settle();
        // GB-Bump-DMO stays with compound interest in the last period, US-Street and DE-Bonds turn to simple
        Attempt<ResolvedFixedCouponBond> icma = new Attempt<>(
                () -> bond.onDueDates(DayCounts.ACT_ACT_ICMA, FixedCouponBondYieldConvention.GB_BUMP_DMO));
        String note = "Strata GB-Bump-DMO, Act/Act ICMA";
        double yield = comparison.compare(
                "yieldIcma",
                own.yieldIcma(),
                YIELD,
                note,
                () -> PRICER.yieldFromDirtyPrice(icma.get(), settle, dirty / 100));
        comparison.compare(
                "dirtyFromYieldIcma",
                own.dirty(),
                CLOSED_FORM,
                note + " at our yield",
                () -> 100 * PRICER.dirtyPriceFromYield(icma.get(), settle, own.yieldIcma()));
        comparison.compare(
                "macaulay",
                own.macaulay(),
                CLOSED_FORM,
                note,
                () -> PRICER.macaulayDurationFromYield(icma.get(), settle, yield));
        double modified = comparison.compare(
                "modified",
                own.modified(),
                CLOSED_FORM,
                note,
                () -> PRICER.modifiedDurationFromYield(icma.get(), settle, yield));
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
                () -> 50
                        * (PRICER.dirtyPriceFromYield(icma.get(), settle, yield - ONE_BASIS_POINT)
                                - PRICER.dirtyPriceFromYield(icma.get(), settle, yield + ONE_BASIS_POINT)));
        comparison.compare(
                "convexity",
                own.convexity(),
                CONVEXITY,
                note,
                () -> PRICER.convexityFromYield(icma.get(), settle, yield));
        return yield;
    }

    private static void compareOtherYields(
            ControlCase c, BondMeasures own, StrataBond bond, double dirty, Comparison comparison) {
        LocalDate settle = c.settle();
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
                    "Strata US-Street in the last period, Act/365F",
                    () -> PRICER.yieldFromDirtyPrice(bond.inLastPeriod(), settle, dirty / 100));
        }
        comparison.compare(
                "simpleYield", own.simpleYield(), YIELD, "Strata JP-Simple, NL/365: no 29 February counts", () -> {
                    ResolvedFixedCouponBond simple =
                            bond.onDueDates(DayCounts.NL_365, FixedCouponBondYieldConvention.JP_SIMPLE);
                    // Strata takes off again the interest that it adds here by NL/365
                    double notOurs = PRICER.dirtyPriceFromCleanPrice(simple, settle, c.clean() / 100);
                    return PRICER.yieldFromDirtyPrice(simple, settle, notOurs);
                });
    }

    /** The figures on a curve of one case. */
    private static final class OnCurve {
        private final ControlCase c;
        private final LocalDate settle;
        private final LocalDate maturity;
        private final OisCurve curve;
        private final StrataBond bond;
        private final double dirty;
        private final double yield;
        private final Comparison comparison;
        private final Attempt<StrataCurve> control;
        private final Attempt<LegalEntityDiscountingProvider> fromSettlement;
        private final Attempt<ResolvedFixedCouponBond> payments;

        OnCurve(ControlCase c, OisCurve curve, StrataBond bond, double dirty, double yield, Comparison comparison) {
            this.c = c;
            this.settle = c.settle();
            this.maturity = c.bond().terms().maturity();
            this.curve = curve;
            this.bond = bond;
            this.dirty = dirty;
            this.yield = yield;
            this.comparison = comparison;
            this.control = new Attempt<>(() -> StrataCurve.calibrate(curve));
            this.fromSettlement = new Attempt<>(() -> control.get().fromSettlement(settle, bond.paymentDates()));
            this.payments = new Attempt<>(() -> bond.onPaymentDates(0));
        }

        void compare(BondMeasures own, CurveMeasures onCurve) {
            compareDiscountFactors();
            double present = comparison.compare(
                    "presentValue",
                    onCurve.presentValue(),
                    PRESENT_VALUE,
                    "Strata bond price on Strata curve, flows on payment dates",
                    // with a spread of zero: without one Strata drops a coupon that is paid on the settlement day
                    () -> 100
                            * PRICER.dirtyPriceFromCurvesWithZSpread(
                                    payments.get(), fromSettlement.get(), 0, CompoundedRateType.CONTINUOUS, 0, settle));
            double spread = comparison.compare(
                    "zSpreadContinuous",
                    onCurve.zSpreadContinuous(),
                    SPREAD,
                    "Strata Z-spread from control dirty",
                    () -> zSpread(CompoundedRateType.CONTINUOUS, 0));
            comparison.compare(
                    "zSpreadSemiAnnual",
                    onCurve.zSpreadSemiAnnual(),
                    SPREAD,
                    "Strata Z-spread on rates compounded twice a year",
                    () -> zSpread(CompoundedRateType.PERIODIC, 2));
            compareAssetSwaps(onCurve, present);
            compareMidSwaps(onCurve);
            compareDv01(own, onCurve, spread);
        }

        private double zSpread(CompoundedRateType type, int periods) {
            return PRICER.zSpreadFromCurvesAndDirtyPrice(
                    payments.get(), fromSettlement.get(), ReferenceData.minimal(), dirty / 100, type, periods);
        }

        /** One line: settlement and every payment date, the one on which the engines are furthest apart. */
        private void compareDiscountFactors() {
            List<LocalDate> dates = new ArrayList<>(bond.paymentDates());
            dates.add(settle);
            LocalDate furthest = settle;
            try {
                double worst = -1;
                for (LocalDate date : dates) {
                    double apart = Math.abs(control.get().discountFactor(date)
                                    / curve.discount().discountFactor(date)
                            - 1);
                    if (!(apart <= worst)) {
                        worst = apart;
                        furthest = date;
                    }
                }
            } catch (RuntimeException failed) {
                // the line below fails in the same way and says so
                furthest = settle;
            }
            LocalDate shown = furthest;
            comparison.compareRelative(
                    "discountFactor",
                    curve.discount().discountFactor(shown),
                    DISCOUNT_FACTOR_PART,
                    "Strata calibration to the same quotes; furthest apart of " + dates.size() + " days on " + shown,
                    () -> control.get().discountFactor(shown));
        }

        private void compareAssetSwaps(CurveMeasures onCurve, double present) {
            Attempt<Double> annual = new Attempt<>(() -> control.get().annuity(settle, maturity, 1));
            Attempt<Double> semiAnnual = new Attempt<>(() -> control.get().annuity(settle, maturity, 2));
            String note = "control present value and dirty over the PVBP of a Strata fixed leg";
            comparison.compare(
                    "parAssetSwapAnnual",
                    onCurve.parAssetSwapAnnual(),
                    SPREAD,
                    note,
                    () -> (present - dirty) / (100 * annual.get()));
            comparison.compare(
                    "parAssetSwapSemiAnnual",
                    onCurve.parAssetSwapSemiAnnual(),
                    SPREAD,
                    note,
                    () -> (present - dirty) / (100 * semiAnnual.get()));
            comparison.compare(
                    "marketAssetSwapAnnual",
                    onCurve.marketAssetSwapAnnual(),
                    SPREAD,
                    note,
                    () -> (present - dirty) / (dirty * annual.get()));
            comparison.compare(
                    "marketAssetSwapSemiAnnual",
                    onCurve.marketAssetSwapSemiAnnual(),
                    SPREAD,
                    note,
                    () -> (present - dirty) / (dirty * semiAnnual.get()));
        }

        private void compareMidSwaps(CurveMeasures onCurve) {
            double interpolated = comparison.compare(
                    "midSwapInterpolated",
                    onCurve.midSwapInterpolated(),
                    SPREAD,
                    "Strata linear curve through the quotes at the maturities of Strata swaps",
                    () -> control.get().midSwapInterpolated(maturity));
            boolean opens = curve.convention().calendar().isBusinessDay(settle);
            double onControl = Double.NaN;
            if (opens) {
                onControl = comparison.compare(
                        "midSwapOnCurve",
                        onCurve.midSwapOnCurve(),
                        SPREAD,
                        "Strata par rate of a yearly overnight swap from settlement",
                        () -> control.get().midSwap(settle, maturity));
            } else {
                comparison.leaveOut(
                        "midSwapOnCurve, spreadOverMidSwapOnCurve",
                        "a Strata overnight swap begins on an open day, " + settle + " is none of "
                                + curve.convention().calendar().name());
            }
            compareSpreadsOverMidSwap(onCurve, interpolated, onControl, opens);
        }

        private void compareSpreadsOverMidSwap(
                CurveMeasures onCurve, double interpolated, double onControl, boolean opens) {
            if (bond.whyNoCompoundYield().isPresent()) {
                comparison.leaveOut(
                        "spreadOverMidSwapInterpolated, spreadOverMidSwapOnCurve, iSpread", "no control yield");
                return;
            }
            String note = "control yield - control mid swap";
            int frequency = c.bond().terms().frequency();
            comparison.compare(
                    "spreadOverMidSwapInterpolated",
                    onCurve.spreadOverMidSwapInterpolated(),
                    SPREAD,
                    note,
                    () -> yield - interpolated);
            comparison.compare(
                    "iSpread",
                    onCurve.iSpread(),
                    SPREAD,
                    note + ", the yield compounded annually by us",
                    () -> Math.pow(1 + yield / frequency, frequency) - 1 - interpolated);
            if (opens) {
                comparison.compare(
                        "spreadOverMidSwapOnCurve",
                        onCurve.spreadOverMidSwapOnCurve(),
                        SPREAD,
                        note,
                        () -> yield - onControl);
            }
        }

        private void compareDv01(BondMeasures own, CurveMeasures onCurve, double spread) {
            String note = "Strata sensitivity to the quotes, control Z-spread held";
            Attempt<DoubleArray> toQuotes = new Attempt<>(() -> sensitivityToQuotes(spread));
            double z = onCurve.zSpreadContinuous();
            double down = CurvePricer.dirtyPriceFromZSpread(
                    c.bond(),
                    settle,
                    z,
                    curve.withQuotesShifted(-ONE_BASIS_POINT).discount());
            double up = CurvePricer.dirtyPriceFromZSpread(
                    c.bond(),
                    settle,
                    z,
                    curve.withQuotesShifted(ONE_BASIS_POINT).discount());
            double ownDv01 = (down - up) / 2;
            double tolerance = DV01_PART * Math.abs(ownDv01);
            comparison.compare(
                    "curveDv01",
                    ownDv01,
                    tolerance,
                    note,
                    () -> -ONE_BASIS_POINT * toQuotes.get().sum());
            List<CurvePricer.KeyRate> rates = CurvePricer.keyRateDv01(c.bond(), settle, own.dirty(), curve);
            int furthest = 0;
            try {
                double worst = -1;
                for (int i = 0; i < rates.size(); i++) {
                    double apart = Math.abs(rates.get(i).dv01()
                            + ONE_BASIS_POINT * toQuotes.get().get(i));
                    if (!(apart <= worst)) {
                        worst = apart;
                        furthest = i;
                    }
                }
            } catch (RuntimeException failed) {
                // the line below fails in the same way and says so
                furthest = 0;
            }
            int shown = furthest;
            comparison.compare(
                    "keyRateDv01",
                    rates.get(shown).dv01(),
                    tolerance,
                    note + "; furthest apart of " + rates.size() + " quotes at "
                            + rates.get(shown).tenor(),
                    () -> -ONE_BASIS_POINT * toQuotes.get().get(shown));
        }

        /** dP/dquote per 100 for every quote of the curve, the continuous spread held. */
        private DoubleArray sensitivityToQuotes(double spread) {
            LocalDate valuation = curve.valuation();
            LegalEntityDiscountingProvider provider = control.get().fromValuation();
            CurrencyParameterSensitivities toNodes =
                    provider.parameterSensitivity(PRICER.dirtyPriceSensitivityWithZspread(
                                    bond.onPaymentDates(ChronoUnit.DAYS.between(valuation, settle)),
                                    provider,
                                    ReferenceData.minimal(),
                                    spread,
                                    CompoundedRateType.CONTINUOUS,
                                    0)
                            .build());
            // Strata discounts by the spread from valuation, we from settlement
            double fromValuationToSettlement = Math.exp(spread * DayCounts.ACT_365F.yearFraction(valuation, settle));
            return MarketQuoteSensitivityCalculator.DEFAULT
                    .sensitivity(toNodes, control.get().rates())
                    .getSensitivities()
                    .get(0)
                    .getSensitivity()
                    .multipliedBy(100 * fromValuationToSettlement);
        }
    }
}
