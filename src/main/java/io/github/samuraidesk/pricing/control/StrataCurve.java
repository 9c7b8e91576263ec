package io.github.samuraidesk.pricing.control;

import com.opengamma.strata.basics.ReferenceData;
import com.opengamma.strata.basics.StandardId;
import com.opengamma.strata.basics.currency.Currency;
import com.opengamma.strata.basics.date.BusinessDayAdjustment;
import com.opengamma.strata.basics.date.BusinessDayConventions;
import com.opengamma.strata.basics.date.DayCount;
import com.opengamma.strata.basics.date.DayCounts;
import com.opengamma.strata.basics.date.DaysAdjustment;
import com.opengamma.strata.basics.date.Tenor;
import com.opengamma.strata.basics.index.ImmutableOvernightIndex;
import com.opengamma.strata.basics.index.OvernightIndex;
import com.opengamma.strata.basics.schedule.Frequency;
import com.opengamma.strata.basics.schedule.PeriodicSchedule;
import com.opengamma.strata.basics.schedule.RollConvention;
import com.opengamma.strata.basics.schedule.RollConventions;
import com.opengamma.strata.basics.schedule.StubConvention;
import com.opengamma.strata.basics.value.ValueSchedule;
import com.opengamma.strata.collect.array.DoubleArray;
import com.opengamma.strata.collect.tuple.Pair;
import com.opengamma.strata.data.ImmutableMarketData;
import com.opengamma.strata.market.ValueType;
import com.opengamma.strata.market.curve.ConstantCurve;
import com.opengamma.strata.market.curve.Curve;
import com.opengamma.strata.market.curve.CurveGroupName;
import com.opengamma.strata.market.curve.CurveName;
import com.opengamma.strata.market.curve.CurveNode;
import com.opengamma.strata.market.curve.Curves;
import com.opengamma.strata.market.curve.DefaultCurveMetadata;
import com.opengamma.strata.market.curve.InterpolatedNodalCurve;
import com.opengamma.strata.market.curve.InterpolatedNodalCurveDefinition;
import com.opengamma.strata.market.curve.LegalEntityGroup;
import com.opengamma.strata.market.curve.RatesCurveGroupDefinition;
import com.opengamma.strata.market.curve.RepoGroup;
import com.opengamma.strata.market.curve.interpolator.CurveExtrapolator;
import com.opengamma.strata.market.curve.interpolator.CurveExtrapolators;
import com.opengamma.strata.market.curve.interpolator.CurveInterpolator;
import com.opengamma.strata.market.curve.interpolator.CurveInterpolators;
import com.opengamma.strata.market.curve.node.FixedOvernightSwapCurveNode;
import com.opengamma.strata.market.observable.QuoteId;
import com.opengamma.strata.market.param.DatedParameterMetadata;
import com.opengamma.strata.pricer.DiscountFactors;
import com.opengamma.strata.pricer.SimpleDiscountFactors;
import com.opengamma.strata.pricer.bond.ImmutableLegalEntityDiscountingProvider;
import com.opengamma.strata.pricer.bond.LegalEntityDiscountingProvider;
import com.opengamma.strata.pricer.curve.RatesCurveCalibrator;
import com.opengamma.strata.pricer.rate.RatesProvider;
import com.opengamma.strata.pricer.swap.DiscountingSwapLegPricer;
import com.opengamma.strata.pricer.swap.DiscountingSwapProductPricer;
import com.opengamma.strata.product.common.PayReceive;
import com.opengamma.strata.product.swap.FixedRateCalculation;
import com.opengamma.strata.product.swap.NotionalSchedule;
import com.opengamma.strata.product.swap.OvernightAccrualMethod;
import com.opengamma.strata.product.swap.OvernightRateCalculation;
import com.opengamma.strata.product.swap.PaymentSchedule;
import com.opengamma.strata.product.swap.RateCalculation;
import com.opengamma.strata.product.swap.RateCalculationSwapLeg;
import com.opengamma.strata.product.swap.Swap;
import com.opengamma.strata.product.swap.type.FixedOvernightSwapConvention;
import com.opengamma.strata.product.swap.type.FixedOvernightSwapTemplate;
import com.opengamma.strata.product.swap.type.FixedRateSwapLegConvention;
import com.opengamma.strata.product.swap.type.ImmutableFixedOvernightSwapConvention;
import com.opengamma.strata.product.swap.type.OvernightRateSwapLegConvention;
import io.github.samuraidesk.bond.CurveInterpolation;
import io.github.samuraidesk.bond.OisConvention;
import io.github.samuraidesk.bond.OisCurve;
import io.github.samuraidesk.bond.ParQuote;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A curve that Strata calibrated to the par quotes of one of ours: same quotes, convention and calendar, its own swaps,
 * schedules, projection and solver. Rates are decimals.
 */
final class StrataCurve {

    static final CurveName NAME = CurveName.of("OIS");
    /** Par rates are met to this; discount factors of 40 years then hold 11 digits. */
    private static final double REPRICED_TO = 1e-12;

    private static final int MOST_STEPS = 100;
    private static final LegalEntityGroup ISSUERS = LegalEntityGroup.of("issuers");
    private static final RepoGroup REPO = RepoGroup.of("repo");

    private final ReferenceData calendar;
    private final OisConvention convention;
    private final OvernightIndex index;
    private final RatesProvider rates;
    private final double[] quotes;

    private StrataCurve(
            ReferenceData calendar,
            OisConvention convention,
            OvernightIndex index,
            RatesProvider rates,
            double[] quotes) {
        this.calendar = calendar;
        this.convention = convention;
        this.index = index;
        this.rates = rates;
        this.quotes = quotes;
    }

    /** Calibrates to the quotes of {@code ours}; its discount factors are not looked at. */
    static StrataCurve calibrate(OisCurve ours) {
        OisConvention convention = ours.convention();
        ReferenceData calendar = StrataTerms.referenceData(convention.calendar());
        OvernightIndex index = ImmutableOvernightIndex.builder()
                .name("SAMURAI-DESK-" + convention.name())
                .currency(Currency.JPY)
                .fixingCalendar(StrataTerms.CALENDAR)
                .publicationDateOffset(0)
                .effectiveDateOffset(0)
                .dayCount(StrataTerms.dayCount(convention.dayCount()))
                .build();
        FixedOvernightSwapConvention once = swaps(convention, index, Frequency.TERM, RollConventions.NONE);
        // from a 29 February Strata alone would roll all later leap years on the 28th, the day of the maturity
        FixedOvernightSwapConvention yearly =
                swaps(convention, index, Frequency.P12M, StrataTerms.roll(ours.spot(), false));
        List<CurveNode> nodes = new ArrayList<>();
        Map<QuoteId, Double> market = new HashMap<>();
        for (ParQuote quote : ours.quotes()) {
            String tenor = quote.tenor().toString();
            QuoteId id = QuoteId.of(StandardId.of("samurai-desk", tenor));
            market.put(id, quote.rate());
            nodes.add(FixedOvernightSwapCurveNode.of(
                    FixedOvernightSwapTemplate.of(
                            Tenor.parse(tenor), quote.tenor().months() > 12 ? yearly : once),
                    id));
        }
        Reading reading = Reading.of(ours.discount().interpolation());
        InterpolatedNodalCurveDefinition definition = InterpolatedNodalCurveDefinition.builder()
                .name(NAME)
                .xValueType(ValueType.YEAR_FRACTION)
                .yValueType(ValueType.ZERO_RATE)
                .dayCount(DayCounts.ACT_365F)
                .nodes(nodes)
                .interpolator(reading.between)
                .extrapolatorLeft(CurveExtrapolators.FLAT)
                .extrapolatorRight(reading.after)
                .build();
        RatesCurveGroupDefinition group = RatesCurveGroupDefinition.builder()
                .name(CurveGroupName.of("OIS"))
                .addCurve(definition, Currency.JPY, index)
                .computeJacobian(true)
                .build();
        RatesProvider rates = RatesCurveCalibrator.of(REPRICED_TO, REPRICED_TO, MOST_STEPS)
                .calibrate(group, ImmutableMarketData.of(ours.valuation(), market), calendar);
        return new StrataCurve(
                calendar,
                convention,
                index,
                rates,
                ours.quotes().stream().mapToDouble(ParQuote::rate).toArray());
    }

    RatesProvider rates() {
        return rates;
    }

    double discountFactor(LocalDate date) {
        return rates.discountFactor(Currency.JPY, date);
    }

    /** Σ τ DF(end)/DF(settle) of a fixed leg that Strata lays out back from maturity; years. */
    double annuity(LocalDate settle, LocalDate maturity, int frequency) {
        RateCalculationSwapLeg leg = fixedLeg(settle, maturity, frequency);
        return DiscountingSwapLegPricer.DEFAULT.pvbp(leg.resolve(calendar), rates) / discountFactor(settle);
    }

    /** Par rate of the yearly swap from settlement to maturity, without payment lag. */
    double midSwap(LocalDate settle, LocalDate maturity) {
        OvernightRateCalculation overnight = OvernightRateCalculation.builder()
                .index(index)
                .accrualMethod(OvernightAccrualMethod.COMPOUNDED)
                .build();
        Swap swap = Swap.of(fixedLeg(settle, maturity, 1), leg(settle, maturity, 1, PayReceive.PAY, overnight));
        return DiscountingSwapProductPricer.DEFAULT.parRate(swap.resolve(calendar), rates);
    }

    /** Quotes read linearly in days between the maturities of Strata's swaps, flat outside. */
    double midSwapInterpolated(LocalDate maturity) {
        Curve curve = rates.findData(NAME).orElseThrow();
        LocalDate from = rates.getValuationDate();
        double[] days = curve.getMetadata().getParameterMetadata().orElseThrow().stream()
                .mapToDouble(node -> ((DatedParameterMetadata) node).getDate().toEpochDay() - from.toEpochDay())
                .toArray();
        return InterpolatedNodalCurve.of(
                        DefaultCurveMetadata.of("quotes"),
                        DoubleArray.ofUnsafe(days),
                        DoubleArray.copyOf(quotes),
                        CurveInterpolators.LINEAR,
                        CurveExtrapolators.FLAT,
                        CurveExtrapolators.FLAT)
                .yValue(maturity.toEpochDay() - from.toEpochDay());
    }

    /** The curve for bonds, seen from its valuation day. */
    LegalEntityDiscountingProvider fromValuation() {
        return provider(rates.discountFactors(Currency.JPY));
    }

    /**
     * The curve for bonds, seen from settlement: DF(date)/DF(settle) on each of {@code dates}. Strata counts the time of
     * a Z-spread from the day on which a curve begins, we count it from settlement.
     */
    LegalEntityDiscountingProvider fromSettlement(LocalDate settle, List<LocalDate> dates) {
        TreeMap<Double, Double> points = new TreeMap<>();
        points.put(0.0, 1.0);
        for (LocalDate date : new TreeSet<>(dates)) {
            points.put(
                    DayCounts.ACT_365F.relativeYearFraction(settle, date),
                    discountFactor(date) / discountFactor(settle));
        }
        return provider(SimpleDiscountFactors.of(
                Currency.JPY,
                settle,
                InterpolatedNodalCurve.of(
                        Curves.discountFactors("from settlement", DayCounts.ACT_365F),
                        DoubleArray.copyOf(points.keySet()),
                        DoubleArray.copyOf(points.values()),
                        CurveInterpolators.LOG_LINEAR)));
    }

    /** A curve on which every discount factor is 1: its periodic Z-spread is a compound yield on days/365. */
    static LegalEntityDiscountingProvider withoutInterest(LocalDate settle) {
        return provider(SimpleDiscountFactors.of(
                Currency.JPY, settle, ConstantCurve.of(Curves.discountFactors("no interest", DayCounts.ACT_365F), 1)));
    }

    private static LegalEntityDiscountingProvider provider(DiscountFactors factors) {
        return ImmutableLegalEntityDiscountingProvider.builder()
                .valuationDate(factors.getValuationDate())
                .issuerCurveGroups(Map.of(StrataBond.ISSUER, ISSUERS))
                .issuerCurves(Map.of(Pair.of(ISSUERS, Currency.JPY), factors))
                .repoCurveSecurityGroups(Map.of(StrataBond.SECURITY, REPO))
                .repoCurves(Map.of(Pair.of(REPO, Currency.JPY), factors))
                .build();
    }

    private RateCalculationSwapLeg fixedLeg(LocalDate settle, LocalDate maturity, int frequency) {
        FixedRateCalculation fixed = FixedRateCalculation.builder()
                .rate(ValueSchedule.of(0))
                .dayCount(StrataTerms.dayCount(convention.dayCount()))
                .build();
        return leg(settle, maturity, frequency, PayReceive.RECEIVE, fixed);
    }

    private static RateCalculationSwapLeg leg(
            LocalDate settle, LocalDate maturity, int frequency, PayReceive payReceive, RateCalculation calculation) {
        return RateCalculationSwapLeg.builder()
                .payReceive(payReceive)
                .accrualSchedule(PeriodicSchedule.builder()
                        .startDate(settle)
                        .endDate(maturity)
                        .frequency(StrataTerms.frequency(frequency))
                        .businessDayAdjustment(modifiedFollowing())
                        .startDateBusinessDayAdjustment(BusinessDayAdjustment.NONE)
                        .stubConvention(StubConvention.SHORT_INITIAL)
                        .rollConvention(StrataTerms.roll(maturity, false))
                        .build())
                .paymentSchedule(PaymentSchedule.builder()
                        .paymentFrequency(StrataTerms.frequency(frequency))
                        .paymentDateOffset(DaysAdjustment.NONE)
                        .build())
                .notionalSchedule(NotionalSchedule.of(Currency.JPY, 1))
                .calculation(calculation)
                .build();
    }

    private static FixedOvernightSwapConvention swaps(
            OisConvention convention, OvernightIndex index, Frequency frequency, RollConvention roll) {
        DaysAdjustment lag = DaysAdjustment.ofBusinessDays(convention.paymentLag(), StrataTerms.CALENDAR);
        DayCount dayCount = index.getDayCount();
        return ImmutableFixedOvernightSwapConvention.of(
                index.getName() + "-" + frequency,
                FixedRateSwapLegConvention.builder()
                        .currency(Currency.JPY)
                        .dayCount(dayCount)
                        .accrualFrequency(frequency)
                        .accrualBusinessDayAdjustment(modifiedFollowing())
                        .rollConvention(roll)
                        .paymentFrequency(frequency)
                        .paymentDateOffset(lag)
                        .build(),
                OvernightRateSwapLegConvention.builder()
                        .index(index)
                        .accrualMethod(OvernightAccrualMethod.COMPOUNDED)
                        .accrualFrequency(frequency)
                        .rollConvention(roll)
                        .paymentFrequency(frequency)
                        .paymentDateOffset(lag)
                        .build(),
                DaysAdjustment.ofBusinessDays(convention.spotLag(), StrataTerms.CALENDAR));
    }

    private static BusinessDayAdjustment modifiedFollowing() {
        return BusinessDayAdjustment.of(BusinessDayConventions.MODIFIED_FOLLOWING, StrataTerms.CALENDAR);
    }

    /** Our interpolation on Strata's curve of continuously compounded zero rates. */
    private enum Reading {
        /** Rate times time linear is ln DF linear; a flat rate before the first node is the line through DF = 1. */
        LOG_LINEAR_DISCOUNT(CurveInterpolators.PRODUCT_LINEAR, CurveExtrapolators.PRODUCT_LINEAR),
        LINEAR_ZERO_RATE(CurveInterpolators.LINEAR, CurveExtrapolators.LINEAR);

        private final CurveInterpolator between;
        private final CurveExtrapolator after;

        Reading(CurveInterpolator between, CurveExtrapolator after) {
            this.between = between;
            this.after = after;
        }

        static Reading of(CurveInterpolation interpolation) {
            return switch (interpolation) {
                case LOG_LINEAR_DISCOUNT -> LOG_LINEAR_DISCOUNT;
                case LINEAR_ZERO_RATE -> LINEAR_ZERO_RATE;
            };
        }
    }
}
