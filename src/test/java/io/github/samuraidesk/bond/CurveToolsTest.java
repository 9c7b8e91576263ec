package io.github.samuraidesk.bond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Floating interest, government yields, shocks and key rates; own numbers are properties only. */
class CurveToolsTest {

    private static final OisCurve TONA = ReferenceCurves.tona("D_20261116");
    private static final LocalDate ISSUE = LocalDate.of(2026, 11, 27);

    @Test
    void aFloaterWithoutMarginCostsParOnItsOwnCurve() {
        FloatingSchedule schedule = floater(0, 0);
        var payments = FloatingPricer.payments(schedule, ISSUE, TONA.discount(), Map.of(), ReferenceBonds.TOKYO);
        double price = FloatingPricer.dirtyPriceFromZSpread(payments, ISSUE, 0, TONA.discount());
        // period ends and payments share one rule, so interest and discounting cancel
        assertThat(price).isCloseTo(100, within(1e-10));
        assertThat(FloatingPricer.zSpreadFromDirtyPrice(payments, ISSUE, 100, TONA.discount()))
                .isCloseTo(0, within(1e-12));
    }

    @Test
    void theParMarginMakesTheFloaterWorthItsPrice() {
        FloatingSchedule schedule = floater(0.004, 5);
        double margin = FloatingPricer.marginFromDirtyPrice(
                schedule, ISSUE, 99.5, TONA.discount(), Map.of(), ReferenceBonds.TOKYO);
        var payments =
                FloatingPricer.payments(floater(margin, 5), ISSUE, TONA.discount(), Map.of(), ReferenceBonds.TOKYO);
        assertThat(FloatingPricer.dirtyPriceFromZSpread(payments, ISSUE, 0, TONA.discount()))
                .isCloseTo(99.5, within(1e-10));
        assertThat(margin).isLessThan(0);
    }

    @Test
    void aFloaterMovesLittleWhenEveryRateMoves() {
        double dv01 =
                FloatingPricer.dv01(floater(0.004, 0), ISSUE, 0.004, TONA.discount(), Map.of(), ReferenceBonds.TOKYO);
        double fixed = BondPricer.dv01(fixed(LocalDate.of(2031, 11, 27)), ISSUE, 0.02);
        assertThat(Math.abs(dv01)).isLessThan(fixed / 50);
    }

    @Test
    void daysBeforeTheCurveComeFromFixingsAndAMissingOneIsNamed() {
        FloatingSchedule schedule = floater(0, 5);
        LocalDate settle = LocalDate.of(2027, 3, 10);
        DiscountCurve later = OisCurve.bootstrap(
                        TONA.convention(),
                        CurveInterpolation.LOG_LINEAR_DISCOUNT,
                        LocalDate.of(2027, 3, 8),
                        TONA.quotes())
                .discount();
        Map<LocalDate, Double> fixings = new TreeMap<>();
        LocalDate from = schedule.periods().get(0).observationStart();
        for (LocalDate day = from; day.isBefore(LocalDate.of(2027, 3, 8)); day = day.plusDays(1)) {
            fixings.put(day, 0.01);
        }
        var payments = FloatingPricer.payments(schedule, settle, later, fixings, ReferenceBonds.TOKYO);
        assertThat(payments.get(0).rate()).isBetween(0.0098, 0.0115);
        assertThat(payments).hasSize(10);
        fixings.remove(LocalDate.of(2026, 12, 21));
        assertThatThrownBy(() -> FloatingPricer.payments(schedule, settle, later, fixings, ReferenceBonds.TOKYO))
                .hasMessageContaining("2026-12-21");
    }

    @Test
    void anUncalledFixedToFloatingBondPaysItsFixedCouponsFirst() {
        LocalDate call = LocalDate.of(2029, 11, 27);
        var schedule = FixedToFloatingSchedule.resolve(
                new FixedToFloatingTerms(
                        fixed(call).terms(), floatingTerms(call, LocalDate.of(2031, 11, 27), 0.004, 5)),
                ReferenceBonds.TOKYO);
        var payments = FloatingPricer.payments(schedule, ISSUE, TONA.discount(), Map.of(), ReferenceBonds.TOKYO);
        assertThat(payments).hasSize(10);
        assertThat(payments.subList(0, 6)).allSatisfy(p -> {
            assertThat(p.amountPer100()).isCloseTo(1, within(1e-14));
            assertThat(p.rate()).isZero();
        });
        assertThat(payments.get(9).amountPer100()).isGreaterThan(100);
        assertThat(FloatingPricer.payments(schedule, call, TONA.discount(), Map.of(), ReferenceBonds.TOKYO))
                .hasSize(4);
        assertThatThrownBy(() -> FloatingPricer.payments(
                        schedule, LocalDate.of(2031, 11, 27), TONA.discount(), Map.of(), ReferenceBonds.TOKYO))
                .hasMessageContaining("before maturity");
        assertThatThrownBy(() -> FloatingPricer.zSpreadFromDirtyPrice(payments, ISSUE, 0, TONA.discount()))
                .isInstanceOf(NoSolutionException.class);
    }

    @Test
    void zeroRatesRepriceEveryParBond() {
        GovernmentCurve curve = ReferenceCurves.government("D_20261116");
        double[] zero = curve.zeroRatesByHalfYear();
        assertThat(zero).hasSize(80);
        for (int n = 1; n <= 80; n++) {
            double half = curve.parYield(n / 2.0) / 2;
            double price = 0;
            for (int k = 1; k <= n; k++) {
                price += half * Math.pow(1 + zero[k - 1] / 2, -k);
            }
            assertThat(price + Math.pow(1 + zero[n - 1] / 2, -n)).isCloseTo(1, within(1e-13));
        }
    }

    @Test
    void readsGovernmentYieldsFlatOutsideAndLinearBetween() {
        var curve = new GovernmentCurve(ISSUE, new double[] {1, 2, 5}, new double[] {0.01, 0.02, 0.05});
        assertThat(curve.parYield(0.25)).isEqualTo(0.01);
        assertThat(curve.parYield(1)).isEqualTo(0.01);
        assertThat(curve.parYield(3)).isCloseTo(0.03, within(1e-15));
        assertThat(curve.parYield(5)).isEqualTo(0.05);
        assertThat(curve.parYield(30)).isEqualTo(0.05);
        assertThat(curve.date()).isEqualTo(ISSUE);
        assertThat(curve.years()).containsExactly(1, 2, 5);
        assertThat(curve.parYields()).containsExactly(0.01, 0.02, 0.05);
    }

    @Test
    void refusesGovernmentYieldsWithEveryFaultAtOnce() {
        assertThatThrownBy(() -> new GovernmentCurve(ISSUE, new double[] {2, 1, 101}, new double[] {0.5, 1.2, 0.01}))
                .hasMessageContainingAll("maturity 1.0", "maturity 101", "yield 1.2");
        assertThatThrownBy(() -> new GovernmentCurve(ISSUE, new double[0], new double[0]))
                .hasMessageContaining("one yield for each");
        var steep = new GovernmentCurve(ISSUE, new double[] {1, 40}, new double[] {0.01, 0.99});
        assertThatThrownBy(steep::zeroRatesByHalfYear).isInstanceOf(NoSolutionException.class);
    }

    @Test
    void shocksAreLinearBetweenTheirPointsAndFlatOutside() {
        CurveShock tent = CurveShock.keyRate("5Y", 2, 5, 10, 0.0025);
        assertThat(tent.changeAt(1)).isZero();
        assertThat(tent.changeAt(3.5)).isCloseTo(0.00125, within(1e-15));
        assertThat(tent.changeAt(5)).isEqualTo(0.0025);
        assertThat(tent.changeAt(7.5)).isCloseTo(0.00125, within(1e-15));
        assertThat(tent.changeAt(30)).isZero();
        assertThat(CurveShock.parallel("up", 0.01).changeAt(7)).isEqualTo(0.01);
        assertThatThrownBy(() -> new CurveShock("none", List.of())).hasMessageContaining("no point");
        assertThatThrownBy(() -> CurveShock.keyRate("k", 5, 5, 10, 0.01)).hasMessageContaining("must increase");
    }

    @Test
    void aParallelShockMovesEveryQuoteAndAKeyRateItsOwn() {
        OisCurve up = CurveShock.parallel("up", 0.01).applyTo(TONA);
        OisCurve fiveYears = CurveShock.keyRate("5Y", 2, 5, 10, 0.0025).applyTo(TONA);
        for (int i = 0; i < TONA.quotes().size(); i++) {
            assertThat(up.quotes().get(i).rate() - TONA.quotes().get(i).rate()).isCloseTo(0.01, within(1e-15));
            double moved =
                    fiveYears.quotes().get(i).rate() - TONA.quotes().get(i).rate();
            String tenor = TONA.quotes().get(i).tenor().toString();
            if (tenor.equals("1Y") || tenor.equals("10Y") || tenor.equals("30Y")) {
                assertThat(moved).as(tenor).isCloseTo(0, within(2e-6));
            }
            if (tenor.equals("5Y")) {
                assertThat(moved).isCloseTo(0.0025, within(2e-6));
            }
        }
    }

    @Test
    void keyRatesAddUpToTheParallelMove() {
        ResolvedBond bond = fixed(LocalDate.of(2036, 11, 27));
        List<CurvePricer.KeyRate> rates = CurvePricer.keyRateDv01(bond, ISSUE, 97, TONA);
        double z = CurvePricer.measuresFromDirtyPrice(bond, ISSUE, 97, TONA).zSpreadContinuous();
        double parallel = (CurvePricer.dirtyPriceFromZSpread(
                                bond, ISSUE, z, TONA.withQuotesShifted(-1e-4).discount())
                        - CurvePricer.dirtyPriceFromZSpread(
                                bond, ISSUE, z, TONA.withQuotesShifted(1e-4).discount()))
                / 2;
        assertThat(rates.stream().mapToDouble(CurvePricer.KeyRate::dv01).sum()).isCloseTo(parallel, within(1e-7));
        assertThat(rates.stream()
                        .max(java.util.Comparator.comparingDouble(CurvePricer.KeyRate::dv01))
                        .orElseThrow()
                        .tenor()
                        .toString())
                .isEqualTo("10Y");
        assertThat(rates).hasSize(TONA.quotes().size());
    }

    @Test
    void spreadsOnOneFrequencyDifferFromMarketUsageByTheConversionAlone() {
        ResolvedBond bond = fixed(LocalDate.of(2036, 11, 27));
        CurveMeasures m = CurvePricer.measuresFromDirtyPrice(bond, ISSUE, 97, TONA);
        double yield = BondPricer.yieldIcmaFromDirtyPrice(bond, ISSUE, 97);
        assertThat(m.iSpread() - m.spreadOverMidSwapInterpolated())
                .isCloseTo(Math.pow(1 + yield / 2, 2) - 1 - yield, within(1e-14));
        GovernmentCurve jgb = ReferenceCurves.government("D_20261116");
        assertThat(CurvePricer.gSpread(bond, ISSUE, yield, jgb))
                .isCloseTo(CurvePricer.spreadOverGovernment(bond, ISSUE, yield, jgb), within(1e-15));
        BondTerms t = bond.terms();
        ResolvedBond annual = ResolvedBond.resolve(
                new BondTerms(
                        t.issueDate(),
                        t.firstCoupon(),
                        t.maturity(),
                        t.couponRate(),
                        1,
                        t.accrual(),
                        t.payRule(),
                        t.endOfMonth()),
                ReferenceBonds.TOKYO);
        assertThat(CurvePricer.gSpread(annual, ISSUE, 0.03, jgb))
                .isCloseTo(2 * (Math.sqrt(1.03) - 1) - jgb.parYield(ISSUE, t.maturity()), within(1e-14));
        assertThat(m.marketAssetSwapAnnual()).isCloseTo(m.parAssetSwapAnnual() * 100 / 97, within(1e-14));
        assertThat(m.marketAssetSwapSemiAnnual()).isCloseTo(m.parAssetSwapSemiAnnual() * 100 / 97, within(1e-14));
    }

    @Test
    void wideSpreadsGiveBackTheirPriceToo() {
        SettledFlows flows = new SettledFlows();
        flows.settle(fixed(LocalDate.of(2036, 11, 27)).terms(), ISSUE, ReferenceBonds.TOKYO);
        flows.present(TONA.discount());
        for (double spread : new double[] {-0.3, -0.02, 0, 0.01, 0.4, 2, 5}) {
            double price = flows.dirtyFromZSpreadContinuous(spread);
            assertThat(flows.zSpreadContinuous(price)).isCloseTo(spread, within(1e-11));
        }
        assertThatThrownBy(() -> flows.zSpreadContinuous(-1)).isInstanceOf(NoSolutionException.class);
        assertThatThrownBy(() -> flows.zSpreadSemiAnnual(0)).isInstanceOf(NoSolutionException.class);
        assertThatThrownBy(() -> flows.yieldIcmaFromDirty(Double.NaN)).isInstanceOf(NoSolutionException.class);
    }

    @Test
    void refusesACouponThatNoSpreadNeeds() {
        assertThatThrownBy(() -> CurvePricer.parCouponFromZSpread(
                        fixed(LocalDate.of(2036, 11, 27)).terms(), ISSUE, -0.2, TONA.discount(), ReferenceBonds.TOKYO))
                .isInstanceOf(NoSolutionException.class);
    }

    @Test
    void readsTenorsAndRefusesOthers() {
        assertThat(Tenor.parse(" 10y ")).isEqualTo(new Tenor(10, Tenor.Unit.Y));
        assertThat(Tenor.parse("18M").months()).isEqualTo(18);
        assertThat(Tenor.parse("2W").months()).isZero();
        assertThat(Tenor.parse("3D").after(ISSUE)).isEqualTo("2026-11-30");
        assertThat(Tenor.parse("2W").after(ISSUE)).isEqualTo("2026-12-11");
        for (String bad : List.of("", "10", "Y", "10Q", "-1Y", "1.5Y", "0Y")) {
            assertThatThrownBy(() -> Tenor.parse(bad)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new ParQuote(Tenor.parse("1Y"), 1.33)).hasMessageContaining("0.0252");
    }

    @Test
    void linearZeroRatesHoldBeforeTheFirstNode() {
        LocalDate valuation = LocalDate.of(2026, 11, 16);
        DiscountCurve curve = DiscountCurve.of(
                valuation,
                CurveInterpolation.LINEAR_ZERO_RATE,
                new LocalDate[] {valuation.plusDays(365), valuation.plusDays(730)},
                new double[] {-0.01, -0.04});
        assertThat(curve.zeroRate(valuation.plusDays(100))).isCloseTo(0.01, within(1e-15));
        assertThat(curve.zeroRate(valuation.plusDays(548))).isCloseTo(0.01 + 0.01 * 183 / 365, within(1e-15));
        assertThat(curve.zeroRate(valuation.plusDays(730))).isCloseTo(0.02, within(1e-15));
        assertThat(curve.interpolation()).isEqualTo(CurveInterpolation.LINEAR_ZERO_RATE);
        assertThat(curve.last()).isEqualTo(valuation.plusDays(761));
        assertThatThrownBy(() -> DiscountCurve.of(
                        valuation, CurveInterpolation.LINEAR_ZERO_RATE, new LocalDate[] {valuation}, new double[] {0}))
                .hasMessageContaining("must increase");
        assertThatThrownBy(() -> DiscountCurve.of(
                        valuation,
                        CurveInterpolation.LINEAR_ZERO_RATE,
                        new LocalDate[] {valuation.plusDays(1)},
                        new double[] {Double.NaN}))
                .hasMessageContaining("no discount factor");
    }

    private static FloatingSchedule floater(double margin, int lookback) {
        LocalDate maturity = LocalDate.of(2031, 11, 27);
        FloatingTerms terms = floatingTerms(ISSUE, maturity, margin, lookback);
        return FloatingSchedule.resolve(terms, ReferenceBonds.TOKYO);
    }

    private static FloatingTerms floatingTerms(LocalDate start, LocalDate maturity, double margin, int lookback) {
        return new FloatingTerms(
                start,
                maturity,
                2,
                FloatingIndex.TONA_COMPOUNDED_IN_ARREARS,
                margin,
                lookback,
                DayRule.FOLLOWING,
                DayRule.FOLLOWING,
                false);
    }

    private static ResolvedBond fixed(LocalDate maturity) {
        return ResolvedBond.resolve(
                new BondTerms(ISSUE, Optional.empty(), maturity, 0.02, 2, AccrualBasis.ICMA, DayRule.FOLLOWING, false),
                ReferenceBonds.TOKYO);
    }
}
