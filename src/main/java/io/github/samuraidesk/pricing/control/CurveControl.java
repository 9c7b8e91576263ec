package io.github.samuraidesk.pricing.control;

import static io.github.samuraidesk.pricing.control.BondControl.ONE_BASIS_POINT;
import static io.github.samuraidesk.pricing.control.BondControl.PRICER;

import com.opengamma.strata.basics.ReferenceData;
import com.opengamma.strata.basics.currency.Currency;
import com.opengamma.strata.basics.date.DayCounts;
import com.opengamma.strata.collect.array.DoubleArray;
import com.opengamma.strata.market.param.CurrencyParameterSensitivities;
import com.opengamma.strata.pricer.CompoundedRateType;
import com.opengamma.strata.pricer.bond.LegalEntityDiscountingProvider;
import com.opengamma.strata.pricer.sensitivity.MarketQuoteSensitivityCalculator;
import com.opengamma.strata.product.bond.ResolvedFixedCouponBond;
import io.github.samuraidesk.bond.BondMeasures;
import io.github.samuraidesk.bond.CurveMeasures;
import io.github.samuraidesk.bond.CurvePricer;
import io.github.samuraidesk.bond.OisCurve;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Figures on a swap curve that Strata calibrates itself, beside ours. */
final class CurveControl {

    /** Part of a discount factor; Strata meets quotes to 1e-12, which 40 years make more of. */
    private static final double DISCOUNT_FACTOR_PART = 1e-10;
    /** Per 100. */
    private static final double PRESENT_VALUE = 1e-8;
    /** Rates and spreads, decimals: 1e-6 bp. */
    private static final double SPREAD = 1e-10;
    /** Part of the curve DV01: ours is half a difference over 2 bp, Strata's a derivative, some T² × 1e-8 away. */
    private static final double DV01_PART = 5e-5;

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

    CurveControl(ControlCase c, OisCurve curve, StrataBond bond, BondControl.Price price, Comparison comparison) {
        this.c = c;
        this.settle = c.settle();
        this.maturity = c.bond().terms().maturity();
        this.curve = curve;
        this.bond = bond;
        this.dirty = price.dirty();
        this.yield = price.yieldIcma();
        this.comparison = comparison;
        this.control = new Attempt<>(() -> StrataCurve.calibrate(curve));
        this.fromSettlement = new Attempt<>(() -> control.get().fromSettlement(settle, bond.paymentDates()));
        this.payments = new Attempt<>(() -> bond.onPaymentDates(0));
    }

    void compareUnlessOneQuote(BondMeasures own, CurveMeasures onCurve) {
        if (curve.quotes().size() < 2) {
            comparison.leaveOut("every figure on the curve", "Strata calibrates to two quotes or more");
        } else {
            compare(own, onCurve);
        }
    }

    private void compare(BondMeasures own, CurveMeasures onCurve) {
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

    /** Settlement and every payment date. */
    private void compareDiscountFactors() {
        List<LocalDate> dates = new ArrayList<>(bond.paymentDates());
        dates.add(settle);
        comparison.compareFurthest(
                "discountFactor",
                dates,
                i -> curve.discount().discountFactor(dates.get(i)),
                i -> control.get().discountFactor(dates.get(i)),
                own -> DISCOUNT_FACTOR_PART * own,
                "Strata calibration to the same quotes");
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
            comparison.leaveOut("spreadOverMidSwapInterpolated, spreadOverMidSwapOnCurve, iSpread", "no control yield");
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
                c.bond(), settle, z, curve.withQuotesShifted(-ONE_BASIS_POINT).discount());
        double up = CurvePricer.dirtyPriceFromZSpread(
                c.bond(), settle, z, curve.withQuotesShifted(ONE_BASIS_POINT).discount());
        double ownDv01 = (down - up) / 2;
        double tolerance = DV01_PART * Math.abs(ownDv01);
        comparison.compare(
                "curveDv01",
                ownDv01,
                tolerance,
                note,
                () -> -ONE_BASIS_POINT * toQuotes.get().sum());
        List<CurvePricer.KeyRate> rates = CurvePricer.keyRateDv01(c.bond(), settle, own.dirty(), curve);
        comparison.compareFurthest(
                "keyRateDv01",
                rates.stream().map(CurvePricer.KeyRate::tenor).toList(),
                i -> rates.get(i).dv01(),
                i -> -ONE_BASIS_POINT * toQuotes.get().get(i),
                any -> tolerance,
                note);
    }

    /** dP/dquote per 100 for every quote of the curve, the continuous spread held. */
    private DoubleArray sensitivityToQuotes(double spread) {
        LocalDate valuation = curve.valuation();
        LegalEntityDiscountingProvider provider = control.get().fromValuation();
        CurrencyParameterSensitivities toNodes = provider.parameterSensitivity(PRICER.dirtyPriceSensitivityWithZspread(
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
                .getSensitivity(StrataCurve.NAME, Currency.JPY)
                .getSensitivity()
                .multipliedBy(100 * fromValuationToSettlement);
    }
}
