package bench;

import com.opengamma.strata.basics.ReferenceData;
import com.opengamma.strata.basics.currency.Currency;
import com.opengamma.strata.basics.date.BusinessDayAdjustment;
import com.opengamma.strata.basics.date.DayCounts;
import com.opengamma.strata.basics.date.DaysAdjustment;
import com.opengamma.strata.basics.date.HolidayCalendarIds;
import com.opengamma.strata.basics.schedule.Frequency;
import com.opengamma.strata.basics.schedule.PeriodicSchedule;
import com.opengamma.strata.basics.schedule.StubConvention;
import com.opengamma.strata.collect.array.DoubleArray;
import com.opengamma.strata.collect.tuple.Pair;
import com.opengamma.strata.market.curve.Curves;
import com.opengamma.strata.market.curve.InterpolatedNodalCurve;
import com.opengamma.strata.market.curve.LegalEntityGroup;
import com.opengamma.strata.market.curve.RepoGroup;
import com.opengamma.strata.market.curve.interpolator.CurveInterpolators;
import com.opengamma.strata.pricer.CompoundedRateType;
import com.opengamma.strata.pricer.DiscountFactors;
import com.opengamma.strata.pricer.bond.DiscountingFixedCouponBondProductPricer;
import com.opengamma.strata.pricer.bond.ImmutableLegalEntityDiscountingProvider;
import com.opengamma.strata.product.LegalEntityId;
import com.opengamma.strata.product.SecurityId;
import com.opengamma.strata.product.bond.FixedCouponBond;
import com.opengamma.strata.product.bond.FixedCouponBondYieldConvention;
import com.opengamma.strata.product.bond.ResolvedFixedCouponBond;
import io.github.samuraidesk.bond.AccrualBasis;
import io.github.samuraidesk.bond.BondTerms;
import io.github.samuraidesk.bond.CurveInterpolation;
import io.github.samuraidesk.bond.DayRule;
import io.github.samuraidesk.bond.OisConvention;
import io.github.samuraidesk.bond.OisCurve;
import io.github.samuraidesk.bond.ParQuote;
import io.github.samuraidesk.bond.SettledFlows;
import io.github.samuraidesk.bond.Tenor;
import io.github.samuraidesk.calendar.BusinessCalendar;
import io.github.samuraidesk.calendar.JapanCalendars;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The full set of a 10-year semi-annual bullet on a ready curve, at a price that changes each time: price at the yield
 * found, ICMA and simple yield, Macaulay, modified, DV01, convexity, continuous Z-spread. One thread.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 2, jvmArgs = "-Xmx512m")
@Threads(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class BondSets {

    static final String[] TENORS = {
        "1W", "2W", "3W", "1M", "2M", "3M", "4M", "5M", "6M", "7M", "8M", "9M", "10M", "11M", "1Y", "2Y", "3Y", "4Y",
        "5Y", "6Y", "7Y", "8Y", "9Y", "10Y", "11Y", "12Y", "15Y", "20Y", "25Y", "30Y"
    };
    static final LocalDate VALUATION = LocalDate.of(2026, 11, 16);
    static final LocalDate SETTLE = LocalDate.of(2026, 11, 18);
    static final LocalDate ISSUE = LocalDate.of(2026, 3, 10);
    static final LocalDate MATURITY = LocalDate.of(2036, 9, 10);
    private static final double COUPON = 0.0245;
    private static final int PRICES = 1024;

    private final double[] cleanPrices =
            IntStream.range(0, PRICES).mapToDouble(i -> 95 + 0.01 * i).toArray();
    private int next;

    private BusinessCalendar tokyo;
    private OisConvention convention;
    private List<ParQuote> quotes;
    private OisCurve curve;
    private BondTerms terms;
    private final SettledFlows flows = new SettledFlows();
    private final SettledFlows settledAnew = new SettledFlows();
    private final double[] risk = new double[5];

    private ResolvedFixedCouponBond strataBond;
    private ImmutableLegalEntityDiscountingProvider strataMarket;
    private final DiscountingFixedCouponBondProductPricer strata = DiscountingFixedCouponBondProductPricer.DEFAULT;

    /** Made-up par rates, rising from 1 to 3.4 percent. */
    static List<ParQuote> quotes() {
        return IntStream.range(0, TENORS.length)
                .mapToObj(i -> new ParQuote(Tenor.parse(TENORS[i]), 0.01 + 0.0008 * i))
                .toList();
    }

    @Setup
    public void prepare() {
        tokyo = JapanCalendars.load().bank();
        convention = OisConvention.tona(tokyo);
        quotes = quotes();
        curve = OisCurve.bootstrap(convention, CurveInterpolation.LOG_LINEAR_DISCOUNT, VALUATION, quotes);
        curve.discount().ready();
        terms = new BondTerms(
                ISSUE, Optional.empty(), MATURITY, COUPON, 2, AccrualBasis.ICMA, DayRule.FOLLOWING, false);
        flows.settle(terms, SETTLE, tokyo);
        prepareStrata();
    }

    private void prepareStrata() {
        ReferenceData data = ReferenceData.standard();
        LegalEntityId issuer = LegalEntityId.of("BENCH", "ISSUER");
        strataBond = FixedCouponBond.builder()
                .securityId(SecurityId.of("BENCH", "BOND"))
                .currency(Currency.JPY)
                .notional(100)
                .fixedRate(COUPON)
                .dayCount(DayCounts.ACT_ACT_ICMA)
                .yieldConvention(FixedCouponBondYieldConvention.GB_BUMP_DMO)
                .legalEntityId(issuer)
                .settlementDateOffset(DaysAdjustment.ofBusinessDays(2, HolidayCalendarIds.JPTO))
                .accrualSchedule(PeriodicSchedule.of(
                        ISSUE,
                        MATURITY,
                        Frequency.P6M,
                        BusinessDayAdjustment.NONE,
                        StubConvention.SHORT_INITIAL,
                        false))
                .build()
                .resolve(data);
        double[] years = IntStream.rangeClosed(1, 30).mapToDouble(i -> i).toArray();
        double[] rates = IntStream.rangeClosed(1, 30).mapToDouble(i -> 0.012 + 0.0007 * i).toArray();
        var zero = InterpolatedNodalCurve.of(
                Curves.zeroRates("TONA", DayCounts.ACT_365F),
                DoubleArray.copyOf(years),
                DoubleArray.copyOf(rates),
                CurveInterpolators.LINEAR);
        DiscountFactors factors = DiscountFactors.of(Currency.JPY, VALUATION, zero);
        LegalEntityGroup group = LegalEntityGroup.of("ISSUER");
        RepoGroup repo = RepoGroup.of("ISSUER");
        strataMarket = ImmutableLegalEntityDiscountingProvider.builder()
                .issuerCurves(Map.of(Pair.of(group, Currency.JPY), factors))
                .issuerCurveGroups(Map.of(issuer, group))
                .repoCurves(Map.of(Pair.of(repo, Currency.JPY), factors))
                .repoCurveSecurityGroups(Map.of(SecurityId.of("BENCH", "BOND"), repo))
                .valuationDate(VALUATION)
                .build();
    }

    private double clean() {
        next = (next + 1) & PRICES - 1;
        return cleanPrices[next];
    }

    /** The bond's flows stand on the curve; only the price changes. */
    @Benchmark
    public double samuraiDesk() {
        return set(flows, flows.present(curve.discount()));
    }

    /** The schedule is worked out anew each time, holidays included: a row of the batch. */
    @Benchmark
    public double samuraiDeskWithSchedule() {
        settledAnew.settle(terms, SETTLE, tokyo);
        return set(settledAnew, settledAnew.present(curve.discount()));
    }

    private double set(SettledFlows bond, double present) {
        double clean = clean();
        double dirty = clean + bond.accrued();
        double yield = bond.yieldIcmaFromDirty(dirty);
        bond.riskAt(yield, risk);
        return present
                + yield
                + bond.simpleYieldFromClean(clean)
                + bond.zSpreadContinuous(dirty)
                + risk[0]
                + risk[1]
                + risk[2]
                + risk[3]
                + risk[4];
    }

    /** OpenGamma Strata 2.12.48, its own bond and pricer, zero curve linear; the simple yield is not counted. */
    @Benchmark
    public double strata() {
        double clean = clean() / 100;
        double dirty = strata.dirtyPriceFromCleanPrice(strataBond, SETTLE, clean);
        double yield = strata.yieldFromDirtyPrice(strataBond, SETTLE, dirty);
        double price = strata.dirtyPriceFromYield(strataBond, SETTLE, yield);
        double modified = strata.modifiedDurationFromYield(strataBond, SETTLE, yield);
        return dirty
                + yield
                + price
                + strata.macaulayDurationFromYield(strataBond, SETTLE, yield)
                + modified
                + modified * dirty * 1e-4
                + strata.convexityFromYield(strataBond, SETTLE, yield)
                + strata.zSpreadFromCurvesAndDirtyPrice(
                        strataBond,
                        strataMarket,
                        ReferenceData.standard(),
                        dirty,
                        CompoundedRateType.CONTINUOUS,
                        0);
    }

    /** The curve of 30 quotes, schedules included. */
    @Benchmark
    public OisCurve bootstrapOfThirtyQuotes() {
        return OisCurve.bootstrap(convention, CurveInterpolation.LOG_LINEAR_DISCOUNT, VALUATION, quotes);
    }
}
