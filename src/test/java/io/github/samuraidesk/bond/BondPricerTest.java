package io.github.samuraidesk.bond;

import static java.lang.Math.abs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BondPricerTest {

    private static final Offset<Double> CLOSED_FORM = within(1e-8);

    static Stream<ReferenceBonds.Case> reference() {
        return ReferenceBonds.cases();
    }

    @ParameterizedTest
    @MethodSource("reference")
    void writesOutTheReferenceFlows(ReferenceBonds.Case c) {
        List<CouponPeriod> left = c.bond().periodsAfter(c.settle());
        assertThat(left.get(0).end()).isEqualTo(c.expected().get("next_coupon"));
        assertThat(left).hasSize((int) c.expected("n_cf"));
        assertThat(left.get(0).amountPer100()).isCloseTo(c.expected("first_cf_amount"), CLOSED_FORM);
    }

    @ParameterizedTest
    @MethodSource("reference")
    void agreesWithTheReferenceMeasures(ReferenceBonds.Case c) {
        BondMeasures m = "YIELD".equals(c.input().get("mode"))
                ? BondPricer.measuresFromYieldIcma(
                        c.bond(), c.settle(), ReferenceBonds.percent(c.input().get("value")))
                : BondPricer.measuresFromCleanPrice(
                        c.bond(), c.settle(), Double.parseDouble(c.input().get("value")));

        assertThat(m.accrued()).isCloseTo(c.expected("accrued"), CLOSED_FORM);
        assertThat(m.clean()).isCloseTo(c.expected("clean"), CLOSED_FORM);
        assertThat(m.dirty()).isCloseTo(c.expected("dirty"), CLOSED_FORM);
        assertThat(100 * m.yieldIcma()).isCloseTo(c.expected("y_icma_pct"), CLOSED_FORM);
        assertThat(100 * m.yieldAct365()).isCloseTo(c.expected("y_a365_pct"), CLOSED_FORM);
        if (c.expected().get("y_last_simple_pct").isBlank()) {
            assertThat(m.yieldLastPeriodSimple()).isEmpty();
        } else {
            assertThat(100 * m.yieldLastPeriodSimple().orElseThrow())
                    .isCloseTo(c.expected("y_last_simple_pct"), CLOSED_FORM);
        }
        assertThat(100 * m.simpleYield()).isCloseTo(c.expected("simple_yield_pct"), CLOSED_FORM);
        assertThat(m.simpleYieldPercentTruncated3())
                .isEqualByComparingTo(c.expected().get("simple_yield_trunc3"));
        assertThat(m.macaulay()).isCloseTo(c.expected("macaulay"), CLOSED_FORM);
        assertThat(m.modified()).isCloseTo(c.expected("modified"), CLOSED_FORM);
        assertThat(m.dv01()).isCloseTo(c.expected("dv01"), CLOSED_FORM);
        assertThat(BondPricer.dv01ByDifference(c.bond(), c.settle(), m.yieldIcma()))
                .isCloseTo(c.expected("dv01_fd"), CLOSED_FORM);
        assertThat(m.convexity()).isCloseTo(c.expected("convexity"), within(1e-6));
    }

    @Test
    void coversFortyReferenceBonds() {
        assertThat(reference()).hasSize(40);
    }

    static Stream<Map<String, String>> publishedJgbAuctions() {
        return ReferenceTable.rows("published-jgb-auctions.csv").stream();
    }

    @ParameterizedTest
    @MethodSource("publishedJgbAuctions")
    void cutsSimpleYieldsAsTheMinistryPublishesThem(Map<String, String> row) {
        LocalDate settle = LocalDate.parse(row.get("issue"));
        ResolvedBond bond =
                bond(settle, LocalDate.parse(row.get("maturity")), ReferenceBonds.percent(row.get("coupon")), 2);
        assertThat(BondPricer.simpleYieldPercentTruncated3(bond, settle, Double.parseDouble(row.get("price"))))
                .isEqualByComparingTo(row.get("yield"));
    }

    record Sample(ResolvedBond bond, LocalDate settle, double yield) {

        @Override
        public String toString() {
            return bond.terms() + " settled " + settle + " at " + yield;
        }
    }

    /** Bonds drawn at random with a fixed seed: all frequencies, bases, odd first periods, any day of the life. */
    static Stream<Sample> samples() {
        Random random = new Random(20261120);
        return IntStream.range(0, 400).mapToObj(i -> {
            int frequency = new int[] {1, 2, 4, 12}[random.nextInt(4)];
            LocalDate maturity = LocalDate.of(2027, 1, 1).plusDays(random.nextInt(12000));
            CouponGrid grid = new CouponGrid(maturity, frequency, false);
            int coupons = 1 + random.nextInt(60);
            LocalDate issue = random.nextBoolean()
                    ? grid.date(coupons)
                    : grid.date(coupons).plusDays(random.nextInt(20));
            Optional<LocalDate> first =
                    coupons > 1 && random.nextInt(3) == 0 ? Optional.of(grid.date(coupons - 2)) : Optional.empty();
            BondTerms terms = new BondTerms(
                    issue,
                    first,
                    maturity,
                    random.nextInt(8) == 0 ? 0 : random.nextInt(8000) / 1e5,
                    frequency,
                    AccrualBasis.values()[random.nextInt(2)],
                    DayRule.UNADJUSTED,
                    false);
            LocalDate settle = issue.plusDays(random.nextInt((int) CouponGrid.days(issue, maturity)));
            return new Sample(
                    ResolvedBond.resolve(terms, ReferenceBonds.TOKYO), settle, -0.01 + random.nextInt(10000) / 1e5);
        });
    }

    @Test
    void givesBackTheYieldThatMadeThePrice() {
        assertThat(samples()).allSatisfy(s -> {
            double icma = BondPricer.dirtyPriceFromYieldIcma(s.bond(), s.settle(), s.yield());
            double days = CouponGrid.days(s.settle(), s.bond().terms().maturity());
            // a price of 16 digits fixes the yield only to about 1e-15 over the time left
            Offset<Double> noise = within(1e-12 * Math.max(1, 365 / days));
            assertThat(BondPricer.yieldIcmaFromDirtyPrice(s.bond(), s.settle(), icma))
                    .isCloseTo(s.yield(), noise);
            double act = BondPricer.dirtyPriceFromYieldAct365(s.bond(), s.settle(), s.yield());
            assertThat(BondPricer.yieldAct365FromDirtyPrice(s.bond(), s.settle(), act))
                    .isCloseTo(s.yield(), noise);
        });
    }

    @Test
    void fallsInPriceAsTheYieldRises() {
        assertThat(samples()).allSatisfy(s -> {
            double before = Double.MAX_VALUE;
            for (double yield = -0.5; yield < 3; yield += 0.07) {
                double price = BondPricer.dirtyPriceFromYieldIcma(s.bond(), s.settle(), yield);
                assertThat(price).isLessThan(before).isPositive();
                before = price;
            }
        });
    }

    @Test
    void costsParOnCouponDatesWhenTheCouponEqualsTheYield() {
        assertThat(samples()).allSatisfy(s -> {
            BondTerms terms = s.bond().terms();
            s.bond().periods().stream().skip(1).forEach(period -> {
                assertThat(BondPricer.accruedInterest(s.bond(), period.start())).isZero();
                assertThat(BondPricer.dirtyPriceFromYieldIcma(s.bond(), period.start(), terms.couponRate()))
                        .isCloseTo(100, within(1e-9));
                assertThat(BondPricer.simpleYieldFromCleanPrice(s.bond(), period.start(), 100))
                        .isCloseTo(terms.couponRate(), within(1e-14));
            });
        });
    }

    @Test
    void hasDurationAndConvexityOfItsFiniteDifferences() {
        assertThat(samples()).allSatisfy(s -> {
            double h = 1e-4;
            double mid = BondPricer.dirtyPriceFromYieldIcma(s.bond(), s.settle(), s.yield());
            double up = BondPricer.dirtyPriceFromYieldIcma(s.bond(), s.settle(), s.yield() + h);
            double down = BondPricer.dirtyPriceFromYieldIcma(s.bond(), s.settle(), s.yield() - h);
            double modified = BondPricer.modifiedDuration(s.bond(), s.settle(), s.yield());
            double convexity = BondPricer.convexity(s.bond(), s.settle(), s.yield());
            assertThat((down - up) / (2 * h) / mid).isCloseTo(modified, within(1e-5 * (1 + modified * modified)));
            assertThat((up - 2 * mid + down) / (h * h) / mid)
                    .isCloseTo(convexity, within(1e-5 * (1 + convexity * convexity)));
            assertThat(BondPricer.macaulayDuration(s.bond(), s.settle(), s.yield()))
                    .isCloseTo(modified * (1 + s.yield() / s.bond().terms().frequency()), within(1e-12));
        });
    }

    @Test
    void solvesYieldsOfAbsurdPricesOrRefusesButNeverReturnsNaN() {
        assertThat(samples()).allSatisfy(s -> {
            for (double dirty : new double[] {1e-300, 1e-3, 1, 50, 400, 1e6, 1e300}) {
                try {
                    double yield = BondPricer.yieldIcmaFromDirtyPrice(s.bond(), s.settle(), dirty);
                    double back = BondPricer.dirtyPriceFromYieldIcma(s.bond(), s.settle(), yield);
                    assertThat(abs(back / dirty - 1)).isLessThan(1e-8);
                } catch (NoSolutionException refused) {
                    assertThat(refused).hasMessageContaining("price");
                }
            }
        });
    }

    @Test
    void refusesPricesThatHaveNoYield() {
        ResolvedBond bond = bond(LocalDate.of(2024, 3, 15), LocalDate.of(2029, 3, 15), 0.01, 2);
        LocalDate settle = LocalDate.of(2024, 5, 1);
        for (double dirty : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> BondPricer.yieldIcmaFromDirtyPrice(bond, settle, dirty))
                    .isInstanceOf(NoSolutionException.class)
                    .hasMessageContaining("dirty price");
        }
        assertThatThrownBy(() -> BondPricer.dirtyPriceFromYieldIcma(bond, settle, -2))
                .isInstanceOf(NoSolutionException.class);
        assertThatThrownBy(() -> BondPricer.simpleYieldFromCleanPrice(bond, settle, 0))
                .isInstanceOf(NoSolutionException.class);
    }

    @Test
    void refusesSettlementOutsideTheLifeOfTheBond() {
        ResolvedBond bond = bond(LocalDate.of(2024, 3, 15), LocalDate.of(2029, 3, 15), 0.01, 2);
        assertThatThrownBy(() -> BondPricer.accruedInterest(bond, LocalDate.of(2024, 3, 14)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BondPricer.accruedInterest(bond, LocalDate.of(2029, 3, 15)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void capsAct365AccrualAtTheCoupon() {
        ResolvedBond bond = bond(LocalDate.of(2024, 3, 1), LocalDate.of(2029, 3, 1), 0.02, 2);
        assertThat(BondPricer.accruedInterest(bond, LocalDate.of(2024, 8, 31))).isEqualTo(1.0);
    }

    @Test
    void countsAWholeNotionalPeriodInALongFirstPeriod() {
        BondTerms terms = new BondTerms(
                LocalDate.of(2024, 6, 15),
                Optional.of(LocalDate.of(2025, 3, 15)),
                LocalDate.of(2029, 3, 15),
                0.02,
                2,
                AccrualBasis.ICMA,
                DayRule.FOLLOWING,
                false);
        ResolvedBond bond = ResolvedBond.resolve(terms, ReferenceBonds.TOKYO);
        double halfYears = 1 + 92 / 184.0;
        assertThat(bond.periods()).hasSize(9);
        assertThat(bond.periods().get(0).odd()).isTrue();
        assertThat(bond.periods().get(0).amountPer100()).isCloseTo(halfYears, within(1e-12));
        assertThat(BondPricer.accruedInterest(bond, LocalDate.of(2024, 9, 15))).isCloseTo(0.5, within(1e-12));
        // paid at face, a long first coupon is worth a little less than par at its own rate: no interest on interest
        assertThat(BondPricer.dirtyPriceFromYieldIcma(bond, LocalDate.of(2024, 9, 15), 0.02))
                .isCloseTo((halfYears + 100) / 1.01, within(1e-10));
    }

    @Test
    void offersTheOtherReadingOfLeapDaysUnderOneYear() {
        ResolvedBond bond = bond(LocalDate.of(2023, 6, 20), LocalDate.of(2028, 6, 20), 0.01, 2);
        LocalDate settle = LocalDate.of(2028, 1, 20);
        assertThat(LeapDayRule.SKIPPED.daysBetween(settle, LocalDate.of(2028, 6, 20)))
                .isEqualTo(151);
        assertThat(LeapDayRule.COUNTED_UNDER_ONE_YEAR.daysBetween(settle, LocalDate.of(2028, 6, 20)))
                .isEqualTo(152);
        assertThat(BondPricer.simpleYieldFromCleanPrice(bond, settle, 99))
                .isGreaterThan(
                        BondPricer.simpleYieldFromCleanPrice(bond, settle, 99, LeapDayRule.COUNTED_UNDER_ONE_YEAR));
        assertThat(LeapDayRule.COUNTED_UNDER_ONE_YEAR.daysBetween(LocalDate.of(2027, 6, 20), LocalDate.of(2028, 6, 20)))
                .isEqualTo(365);
    }

    @Test
    void cutsASimpleYieldThatIsExactAtThreeDecimalsToItself() {
        for (int thousandths = 1; thousandths < 8000; thousandths += 7) {
            ResolvedBond bond = bond(LocalDate.of(2024, 6, 27), LocalDate.of(2034, 6, 27), thousandths / 1e5, 2);
            assertThat(BondPricer.simpleYieldPercentTruncated3(bond, LocalDate.of(2024, 6, 27), 100))
                    .isEqualByComparingTo(BigDecimal.valueOf(thousandths, 3));
        }
    }

    private static ResolvedBond bond(LocalDate issue, LocalDate maturity, double coupon, int frequency) {
        return ResolvedBond.resolve(
                new BondTerms(
                        issue,
                        Optional.empty(),
                        maturity,
                        coupon,
                        frequency,
                        AccrualBasis.ACT_365F,
                        DayRule.FOLLOWING,
                        false),
                ReferenceBonds.TOKYO);
    }
}
