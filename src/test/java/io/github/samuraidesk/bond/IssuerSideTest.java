package io.github.samuraidesk.bond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IssuerSideTest {

    private static final BigDecimal THIRTY_BILLION = new BigDecimal("30000000000");

    private static BondTerms terms(int frequency) {
        return new BondTerms(
                LocalDate.of(2024, 9, 13),
                Optional.empty(),
                LocalDate.of(2029, 9, 13),
                0.0132,
                frequency,
                AccrualBasis.ICMA,
                DayRule.FOLLOWING,
                false);
    }

    private static ResolvedBond bond(int frequency) {
        return ResolvedBond.resolve(terms(frequency), ReferenceBonds.TOKYO);
    }

    @Test
    void costsTheCouponAtParWithoutExpenses() {
        IssuerCostResult cost = IssuerCost.allInCost(
                bond(2), THIRTY_BILLION, BigDecimal.valueOf(100), BigDecimal.ZERO, BigDecimal.ZERO);
        assertThat(cost.netProceeds()).isEqualByComparingTo(THIRTY_BILLION);
        assertThat(cost.semiAnnualYield()).isCloseTo(0.0132, within(1e-13));
        assertThat(cost.annualYield()).isCloseTo(1.0066 * 1.0066 - 1, within(1e-13));
    }

    @Test
    void costsMoreWithFeeAndExpenses() {
        IssuerCostResult cost = IssuerCost.allInCost(
                bond(2), THIRTY_BILLION, new BigDecimal("99.95"), new BigDecimal("0.30"), new BigDecimal("45000000"));
        assertThat(cost.netProceeds()).isEqualByComparingTo("29850000000");
        assertThat(BondPricer.dirtyPriceFromYieldIcma(bond(2), LocalDate.of(2024, 9, 13), cost.semiAnnualYield()))
                .isCloseTo(99.5, within(1e-9));
    }

    @Test
    void quotesEveryFrequencySemiAnnually() {
        IssuerCostResult yearly = IssuerCost.allInCost(
                bond(1), THIRTY_BILLION, BigDecimal.valueOf(100), BigDecimal.ZERO, BigDecimal.ZERO);
        assertThat(yearly.annualYield()).isCloseTo(0.0132, within(1e-13));
        assertThat(yearly.semiAnnualYield()).isCloseTo(2 * (Math.sqrt(1.0132) - 1), within(1e-13));
    }

    @Test
    void refusesACostThatEatsTheProceeds() {
        assertThatThrownBy(() -> IssuerCost.allInCost(
                        bond(2), THIRTY_BILLION, BigDecimal.valueOf(100), BigDecimal.ZERO, THIRTY_BILLION))
                .isInstanceOf(NoSolutionException.class);
    }

    @Test
    void findsTheRateThatGrewTheMoney() {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            double rate = -0.3 + random.nextDouble();
            LocalDate start = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(1000));
            List<CashFlow> flows = new ArrayList<>();
            double present = 0;
            for (int k = 1; k <= 1 + random.nextInt(20); k++) {
                int days = k * 183;
                double amount = 1e6 + random.nextInt(1_000_000_000);
                present += amount * Math.pow(1 + rate, -days / 365.0);
                flows.add(new CashFlow(start.plusDays(days), BigDecimal.valueOf(-amount)));
            }
            flows.add(new CashFlow(start, BigDecimal.valueOf(present)));
            Collections.shuffle(flows, random);
            assertThat(IssuerCost.annualIrr(flows)).isCloseTo(rate, within(1e-9));
            assertThat(IssuerCost.semiAnnualCompoundYield(flows))
                    .isCloseTo(2 * (Math.sqrt(1 + rate) - 1), within(1e-9));
        }
    }

    @Test
    void refusesFlowsWithoutAUniqueRate() {
        CashFlow out = new CashFlow(LocalDate.of(2024, 1, 1), BigDecimal.valueOf(-100));
        CashFlow in = new CashFlow(LocalDate.of(2025, 1, 1), BigDecimal.valueOf(230));
        CashFlow again = new CashFlow(LocalDate.of(2026, 1, 1), BigDecimal.valueOf(-132));
        assertThatThrownBy(() -> IssuerCost.annualIrr(List.of(out, in, again)))
                .isInstanceOf(NoSolutionException.class)
                .hasMessageContaining("2 times");
        assertThatThrownBy(() -> IssuerCost.annualIrr(List.of(in))).isInstanceOf(NoSolutionException.class);
    }

    @Test
    void solvesTheCouponThatGivesPriceAndYield() {
        LocalDate issue = LocalDate.of(2024, 9, 13);
        assertThat(CouponRule.couponForYield(terms(2), issue, 0.0151)).isCloseTo(0.0151, within(1e-13));
        for (int frequency : new int[] {1, 2, 4, 12}) {
            for (LocalDate settle : List.of(issue, LocalDate.of(2025, 1, 7), LocalDate.of(2029, 3, 13))) {
                double coupon = CouponRule.couponForPriceAndYield(terms(frequency), settle, 99.9, 0.0151);
                ResolvedBond solved =
                        ResolvedBond.resolve(terms(frequency).withCouponRate(coupon), ReferenceBonds.TOKYO);
                assertThat(BondPricer.cleanPriceFromYieldIcma(solved, settle, 0.0151))
                        .isCloseTo(99.9, within(1e-10));
            }
        }
        assertThatThrownBy(() -> CouponRule.couponForPriceAndYield(terms(2), issue, 50, 0.0151))
                .isInstanceOf(NoSolutionException.class);
    }

    private static FloatingTerms floater(LocalDate start, LocalDate maturity, int frequency) {
        return new FloatingTerms(
                start,
                maturity,
                frequency,
                FloatingIndex.TONA_COMPOUNDED_IN_ARREARS,
                0.0055,
                5,
                DayRule.MODIFIED_FOLLOWING,
                DayRule.MODIFIED_FOLLOWING,
                false);
    }

    @Test
    void writesOutQuarterlyFloatingPeriods() {
        FloatingSchedule schedule = FloatingSchedule.resolve(
                floater(LocalDate.of(2025, 1, 31), LocalDate.of(2026, 1, 31), 4), ReferenceBonds.TOKYO);
        assertThat(schedule.periods())
                .extracting(FloatingPeriod::end)
                .containsExactly(
                        LocalDate.of(2025, 4, 30),
                        LocalDate.of(2025, 7, 31),
                        LocalDate.of(2025, 10, 31),
                        LocalDate.of(2026, 1, 30));
        FloatingPeriod first = schedule.periods().get(0);
        assertThat(first.days()).isEqualTo(89);
        assertThat(first.observationStart()).isEqualTo("2025-01-24");
        assertThat(first.observationEnd()).isEqualTo("2025-04-22");
        assertThat(schedule.interestPer100(first, 0.0048)).isCloseTo(100 * 0.0103 * 89 / 365, within(1e-15));
        assertThat(schedule.periods().get(3).move())
                .hasValueSatisfying(move -> assertThat(move.closedDays()).containsExactly(LocalDate.of(2026, 1, 31)));
    }

    @Test
    void floatsFromTheCallDateOn() {
        LocalDate call = LocalDate.of(2029, 9, 13);
        FixedToFloatingTerms terms = new FixedToFloatingTerms(terms(2), floater(call, LocalDate.of(2030, 9, 13), 2));
        FixedToFloatingSchedule schedule = FixedToFloatingSchedule.resolve(terms, ReferenceBonds.TOKYO);
        assertThat(schedule.callDate()).isEqualTo(call);
        assertThat(schedule.toCall().periods()).hasSize(10);
        assertThat(schedule.afterCall().periods()).hasSize(2);
        assertThatThrownBy(() ->
                        new FixedToFloatingTerms(terms(2), floater(call.plusDays(1), LocalDate.of(2030, 9, 13), 2)))
                .hasMessageContaining("starts on 2029-09-14");
    }

    @Test
    void refusesAFloaterFrequencyWithoutARule() {
        assertThatThrownBy(() -> floater(LocalDate.of(2025, 1, 31), LocalDate.of(2026, 1, 31), 12))
                .isInstanceOfSatisfying(
                        UnsupportedTermException.class,
                        e -> assertThat(e.term()).isEqualTo("frequency"));
    }
}
