package io.github.samuraidesk.bond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ThirtyDayMonthsTest {

    @Test
    void yieldsRunOnTheMonthsThatInterestRunsOn() {
        // three bonds of public reports with the yields of QuantLib 1.29; the sources stand in thirty-360-expected.csv
        assertThat(ReferenceTable.rows("thirty-360-expected.csv")).hasSize(3);
        ResolvedBond oddEnd = resolve(new BondTerms(
                LocalDate.of(2015, 2, 13),
                Optional.of(LocalDate.of(2015, 9, 1)),
                Optional.of(LocalDate.of(2024, 9, 1)),
                LocalDate.of(2025, 2, 13),
                0.0375,
                2,
                AccrualBasis.THIRTY_360,
                DayRule.FOLLOWING,
                false));
        assertThat(yieldPercent(oddEnd, LocalDate.of(2023, 6, 6), 97.5)).isCloseTo(expected("S2592a"), within(5e-6));
        ResolvedBond long30 = plain(LocalDate.of(2011, 8, 15), LocalDate.of(2031, 8, 15), 0.09, 2);
        assertThat(yieldPercent(long30, LocalDate.of(2018, 4, 25), 58.4)).isCloseTo(expected("G63a"), within(5e-5));
        ResolvedBond oneYear = plain(LocalDate.of(2016, 8, 25), LocalDate.of(2017, 8, 25), 0.0175, 2);
        assertThat(yieldPercent(oneYear, LocalDate.of(2016, 8, 31), 100)).isCloseTo(expected("Q282"), within(5e-6));
    }

    @Test
    void aCouponAtParIsTheYieldOnEveryCouponDateWhateverTheGrid() {
        for (int frequency : new int[] {1, 2, 4, 12}) {
            for (AccrualBasis basis : new AccrualBasis[] {AccrualBasis.THIRTY_360, AccrualBasis.THIRTY_E_360}) {
                for (int day : new int[] {15, 28, 29, 30, 31}) {
                    LocalDate maturity = LocalDate.of(2036, 8, day);
                    CouponGrid grid = new CouponGrid(maturity, frequency, day == 31);
                    ResolvedBond bond = resolve(new BondTerms(
                            grid.date(5 * frequency),
                            Optional.empty(),
                            maturity,
                            0.03,
                            frequency,
                            basis,
                            DayRule.UNADJUSTED,
                            day == 31));
                    for (int k = 1; k <= 5 * frequency; k++) {
                        assertThat(yieldPercent(bond, grid.date(k), 100))
                                .as("%s a year, %s, on the %s", frequency, basis, day)
                                .isCloseTo(3, within(1e-10));
                    }
                }
            }
        }
    }

    @Test
    void timeToACouponNeverGrowsAndNeverTurnsNegative() {
        // month ends, leap years: 28 February to 31 August has 183 days of 30/360, 31 August to 28 February 178
        BondTerms terms = new BondTerms(
                LocalDate.of(2023, 8, 31),
                Optional.empty(),
                LocalDate.of(2028, 8, 31),
                0.04,
                2,
                AccrualBasis.THIRTY_360,
                DayRule.UNADJUSTED,
                true);
        ResolvedBond bond = resolve(terms);
        for (CouponPeriod period : bond.periods().subList(0, 9)) {
            double before = 1;
            for (LocalDate settle = period.start(); settle.isBefore(period.end()); settle = settle.plusDays(1)) {
                SettledFlows flows = SettledFlows.of(bond, settle);
                assertThat(flows.w).as("on %s", settle).isBetween(0.0, before);
                before = flows.w;
            }
        }
    }

    @Test
    void yieldGivesThePriceBackAndTheDurationIsItsSlope() {
        Random random = new Random(360);
        for (int i = 0; i < 300; i++) {
            int frequency = new int[] {1, 2, 4, 12}[random.nextInt(4)];
            LocalDate maturity = LocalDate.of(2030, 1, 1).plusDays(random.nextInt(6000));
            LocalDate issue = maturity.minusDays(400 + random.nextInt(4000));
            BondTerms terms = new BondTerms(
                    issue,
                    Optional.empty(),
                    random.nextInt(3) == 0
                            ? Optional.of(maturity.minusDays(35 + random.nextInt(250)))
                            : Optional.empty(),
                    maturity,
                    random.nextInt(900) / 1e4,
                    frequency,
                    random.nextBoolean() ? AccrualBasis.THIRTY_360 : AccrualBasis.THIRTY_E_360,
                    DayRule.UNADJUSTED,
                    false);
            ResolvedBond bond = resolve(terms);
            LocalDate settle = issue.plusDays(random.nextInt((int) CouponGrid.days(issue, maturity) - 40));
            double yield = random.nextInt(1200) / 1e4 - 0.01;
            double dirty = BondPricer.dirtyPriceFromYieldIcma(bond, settle, yield);
            assertThat(BondPricer.yieldIcmaFromDirtyPrice(bond, settle, dirty)).isCloseTo(yield, within(1e-12));
            double modified = BondPricer.modifiedDuration(bond, settle, yield);
            assertThat(BondPricer.dv01ByDifference(bond, settle, yield) / dirty * 1e4)
                    .isCloseTo(modified, within(1e-5 * Math.max(1, modified)));
        }
    }

    @Test
    void theLastPeriodCountsTheBondsOwnDays() {
        ResolvedBond bond = plain(LocalDate.of(2016, 8, 25), LocalDate.of(2017, 8, 25), 0.0175, 2);
        LocalDate settle = LocalDate.of(2017, 5, 31);
        // from 25 February 180 days, of which 96 have passed on the 31st
        double dirty = 99.5 + BondPricer.accruedInterest(bond, settle);
        assertThat(BondPricer.yieldLastPeriodSimple(bond, settle, dirty).orElseThrow())
                .isCloseTo((100.875 / dirty - 1) * 360 / 84, within(1e-13));
    }

    @Test
    void saysThatNoDayCountsBetweenTheThirtiethAndTheThirtyFirst() {
        ResolvedBond bond = plain(LocalDate.of(2026, 8, 31), LocalDate.of(2027, 8, 31), 0.02, 1);
        assertThatThrownBy(() -> BondPricer.yieldIcmaFromDirtyPrice(bond, LocalDate.of(2027, 8, 30), 101))
                .isInstanceOf(NoSolutionException.class)
                .hasMessageContaining("no day counts");
    }

    private static double expected(String id) {
        return ReferenceTable.rows("thirty-360-expected.csv").stream()
                .filter(row -> row.get("case_id").equals(id))
                .mapToDouble(row -> Double.parseDouble(row.get("y_pct")))
                .findFirst()
                .orElseThrow();
    }

    private static double yieldPercent(ResolvedBond bond, LocalDate settle, double clean) {
        return 100 * BondPricer.yieldIcmaFromDirtyPrice(bond, settle, clean + BondPricer.accruedInterest(bond, settle));
    }

    private static ResolvedBond plain(LocalDate issue, LocalDate maturity, double coupon, int frequency) {
        return resolve(new BondTerms(
                issue,
                Optional.empty(),
                maturity,
                coupon,
                frequency,
                AccrualBasis.THIRTY_360,
                DayRule.UNADJUSTED,
                false));
    }

    private static ResolvedBond resolve(BondTerms terms) {
        return ResolvedBond.resolve(terms, ReferenceBonds.TOKYO);
    }
}
