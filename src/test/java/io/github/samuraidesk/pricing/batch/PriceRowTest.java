package io.github.samuraidesk.pricing.batch;

import static io.github.samuraidesk.pricing.batch.Reference.TOKYO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.samuraidesk.bond.AccrualBasis;
import io.github.samuraidesk.bond.BondPricer;
import io.github.samuraidesk.bond.BondTerms;
import io.github.samuraidesk.bond.CurvePricer;
import io.github.samuraidesk.bond.DayRule;
import io.github.samuraidesk.bond.DiscountCurve;
import io.github.samuraidesk.bond.OisCurve;
import io.github.samuraidesk.bond.ResolvedBond;
import io.github.samuraidesk.bond.SettledFlows;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PriceRowTest {

    private static final LocalDate SETTLE = LocalDate.of(2024, 6, 24);
    private static final BondCurves ON = Reference.curves().find("A_20240620").orElseThrow();
    private static final OisCurve CURVE = ON.swap().orElseThrow();

    private final PriceRow row = new PriceRow(TOKYO);

    private static BondTerms bond(LocalDate maturity, double coupon, int frequency) {
        return new BondTerms(
                LocalDate.of(2023, 1, 10),
                Optional.empty(),
                maturity,
                coupon,
                frequency,
                AccrualBasis.ACT_365F,
                DayRule.FOLLOWING,
                false);
    }

    private static BondQuote clean(BondTerms terms, double clean) {
        return new BondQuote(terms, SETTLE, PriceMode.CLEAN, clean, OptionalDouble.of(0.005));
    }

    private double figure(ResultColumn column) {
        return row.figure(column).orElseThrow();
    }

    @Test
    void cutsTheSimpleYieldAsExactDecimalsDo() {
        Random random = new Random(3);
        for (int i = 0; i < 5_000; i++) {
            double coupon = (i % 2 == 0 ? random.nextInt(8000) : random.nextInt(80) * 100) / 1e5;
            // round prices make simple yields that lie on a thousandth
            double clean = switch (i % 3) {
                case 0 -> 100;
                case 1 -> 50 + random.nextInt(100);
                default -> 90 + random.nextInt(20_000) / 1e3;
            };
            BondTerms terms = bond(SETTLE.plusDays(200 + random.nextInt(5000)), coupon, 2);
            row.price(clean(terms, clean), BondCurves.NONE);
            assertThat(row.simpleYieldPercentTruncated3())
                    .as(terms + " at " + clean)
                    .isEqualByComparingTo(
                            BondPricer.simpleYieldPercentTruncated3(ResolvedBond.resolve(terms, TOKYO), SETTLE, clean));
        }
    }

    @Test
    void findsASemiAnnualSpreadThatPricesBackForEveryBondAndPrice() {
        Random random = new Random(4);
        SettledFlows flows = new SettledFlows();
        for (int i = 0; i < 20_000; i++) {
            int frequency = new int[] {1, 2, 4, 12}[i % 4];
            BondTerms terms = bond(
                    SETTLE.plusDays(1 + random.nextInt(i % 5 == 0 ? 60 : 14_000)),
                    random.nextInt(6) * random.nextDouble() / 50,
                    frequency);
            flows.settle(terms, SETTLE, TOKYO);
            double dirty =
                    flows.accrued() + (i % 7 == 0 ? 20 + 200 * random.nextDouble() : 95 + 10 * random.nextDouble());
            BondQuote quote = new BondQuote(terms, SETTLE, PriceMode.DIRTY, dirty, OptionalDouble.empty());
            row.price(quote, ON);
            if (row.figure(ResultColumn.Z_SEMI_BP).isEmpty()) {
                // days before redemption most prices have no yield or spread
                assertThat(row.missing()).isNotEmpty().allMatch(why -> why.contains("price"));
                continue;
            }
            double back = priceAtSemiAnnual(flows, figure(ResultColumn.Z_SEMI_BP) / 1e4);
            assertThat(back / dirty).as(terms + " at " + dirty).isCloseTo(1, within(1e-12));
        }
    }

    /** Σ CF (1 + (s + z)/2)^(−2t), written out. */
    private static double priceAtSemiAnnual(SettledFlows flows, double spread) {
        DiscountCurve discount = CURVE.discount();
        double sum = 0;
        for (int i = 0; i < flows.count(); i++) {
            double t = (flows.paymentDay(i) - SETTLE.toEpochDay()) / 365.0;
            double factor = discount.discountFactor(flows.paymentDay(i)) / discount.discountFactor(SETTLE);
            double zero = 2 * (Math.pow(factor, -1 / (2 * t)) - 1);
            sum += flows.amount(i) * Math.pow(1 + (zero + spread) / 2, -2 * t);
        }
        return sum;
    }

    @Test
    void findsTheParCouponThatTheCurvePricerFinds() {
        for (double coupon : new double[] {1e-9, 1e-6, 0.0001, 0.0138, 0.2}) {
            for (double spread : new double[] {-0.002, 0, 0.0095, 0.3}) {
                for (int days : new int[] {40, 900, 7000}) {
                    BondTerms terms = bond(SETTLE.plusDays(days), coupon, 2);
                    row.price(new BondQuote(terms, SETTLE, PriceMode.CLEAN, 99, OptionalDouble.of(spread)), ON);
                    double found = figure(ResultColumn.PAR_COUPON_PCT) / 100;
                    if (found >= 0) {
                        assertThat(found)
                                .as(terms + " at " + spread)
                                .isCloseTo(
                                        CurvePricer.parCouponFromZSpread(
                                                terms, SETTLE, spread, CURVE.discount(), TOKYO),
                                        within(1e-10));
                    } else {
                        assertThatThrownBy(() -> CurvePricer.parCouponFromZSpread(
                                        terms, SETTLE, spread, CURVE.discount(), TOKYO))
                                .hasMessageContaining("would be -");
                    }
                }
            }
        }
    }

    @Test
    void hasNoParCouponWithoutACouponOrASpread() {
        row.price(clean(bond(SETTLE.plusYears(5), 0, 2), 99), ON);
        assertThat(row.figure(ResultColumn.PAR_COUPON_PCT)).isEmpty();
        row.price(
                new BondQuote(bond(SETTLE.plusYears(5), 0.01, 2), SETTLE, PriceMode.CLEAN, 99, OptionalDouble.empty()),
                ON);
        assertThat(row.figure(ResultColumn.PAR_COUPON_PCT)).isEmpty();
    }

    @Test
    void agreesWithTheCurvePricerOnEveryFigureOfACurve() {
        BondTerms terms = bond(LocalDate.of(2031, 11, 30), 0.0123, 2);
        row.price(clean(terms, 98.7), ON);
        double dirty = figure(ResultColumn.DIRTY);
        var expected = CurvePricer.measuresFromDirtyPrice(ResolvedBond.resolve(terms, TOKYO), SETTLE, dirty, CURVE);
        assertThat(figure(ResultColumn.Z_CONT_BP)).isCloseTo(1e4 * expected.zSpreadContinuous(), within(1e-9));
        assertThat(figure(ResultColumn.Z_SEMI_BP)).isCloseTo(1e4 * expected.zSpreadSemiAnnual(), within(1e-9));
        assertThat(figure(ResultColumn.ASW_ANN_BP)).isCloseTo(1e4 * expected.parAssetSwapAnnual(), within(1e-9));
        assertThat(figure(ResultColumn.ASW_SEMI_BP)).isCloseTo(1e4 * expected.parAssetSwapSemiAnnual(), within(1e-9));
        assertThat(figure(ResultColumn.MIDSWAP_CURVE_PCT)).isCloseTo(100 * expected.midSwapOnCurve(), within(1e-12));
        assertThat(figure(ResultColumn.MIDSWAP_INTERP_PCT))
                .isCloseTo(100 * expected.midSwapInterpolated(), within(1e-12));
    }

    @Test
    void givesTheSamePriceFromCleanDirtyAndYield() {
        BondTerms terms = bond(LocalDate.of(2031, 11, 30), 0.0123, 2);
        row.price(clean(terms, 98.7), ON);
        double dirty = figure(ResultColumn.DIRTY);
        double yield = figure(ResultColumn.Y_ICMA_PCT) / 100;
        row.price(new BondQuote(terms, SETTLE, PriceMode.DIRTY, dirty, OptionalDouble.empty()), ON);
        assertThat(figure(ResultColumn.CLEAN)).isCloseTo(98.7, within(1e-12));
        assertThat(figure(ResultColumn.Y_ICMA_PCT)).isCloseTo(100 * yield, within(1e-12));
        row.price(new BondQuote(terms, SETTLE, PriceMode.YIELD, yield, OptionalDouble.empty()), ON);
        assertThat(figure(ResultColumn.CLEAN)).isCloseTo(98.7, within(1e-11));
    }

    @Test
    void leavesASpreadEmptyInsteadOfWritingTheEdgeOfTheSearch() {
        BondTerms terms = bond(SETTLE.plusDays(3), 0.01, 2);
        row.price(clean(terms, 91), ON);
        assertThat(row.figure(ResultColumn.Z_CONT_BP)).isEmpty();
        assertThat(row.missing()).anyMatch(why -> why.startsWith("z_cont_bp has no value: "));
        assertThat(figure(ResultColumn.Y_LAST_SIMPLE_PCT)).isPositive();
    }

    @Test
    void leavesNothingOfTheBondBefore() {
        BondTerms lastPeriod = bond(SETTLE.plusDays(60), 0.01, 2);
        row.price(clean(lastPeriod, 100), ON);
        assertThat(row.figure(ResultColumn.Y_LAST_SIMPLE_PCT)).isPresent();
        row.price(clean(bond(SETTLE.plusYears(5), 0.01, 2), 100), BondCurves.NONE);
        assertThat(row.figure(ResultColumn.Y_LAST_SIMPLE_PCT)).isEmpty();
        assertThat(row.figure(ResultColumn.Z_CONT_BP)).isEmpty();
        assertThat(row.payments()).isEqualTo(10);
    }
}
