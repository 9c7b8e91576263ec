package io.github.samuraidesk.bond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A coupon brought forward for a closed day is the seller's from its payment on; domain notes 6.6, CALC-ACC. */
class ExInterestTest {

    /** 28 November 2026 is a Saturday. */
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);

    @Test
    void nothingAccruesOnTheDayThatABroughtForwardCouponIsPaid() {
        for (AccrualBasis basis : AccrualBasis.values()) {
            ResolvedBond bond = bond(DayRule.PRECEDING, LocalDate.of(2029, 5, 28), basis);
            assertThat(bond.isExInterest(FRIDAY)).isTrue();
            assertThat(BondPricer.accruedInterest(bond, FRIDAY)).as("%s", basis).isZero();
            assertThat(bond.periodsAfter(FRIDAY)).extracting(CouponPeriod::end).startsWith(LocalDate.of(2027, 5, 28));
            assertThat(bond.periodsAfter(FRIDAY)).hasSize(5);
            assertThat(SamuraiInterest.accruedPer100AndAmount(
                                    bond, new BigDecimal("100000000"), new BigDecimal("2"), FRIDAY)
                            .amountYen())
                    .isEqualByComparingTo("0");
        }
    }

    @Test
    void theBuyerPaysForTheCouponsLeftOnly() {
        ResolvedBond bond = bond(DayRule.PRECEDING, LocalDate.of(2029, 5, 28), AccrualBasis.ICMA);
        // one day of the half-year to 28 November, 184 days, is left before the five half-years to come
        double expected = 0;
        for (int i = 1; i <= 5; i++) {
            expected += (i == 5 ? 101 : 1) * Math.pow(1.015, -(1 / 184.0 + i));
        }
        assertThat(BondPricer.dirtyPriceFromYieldIcma(bond, FRIDAY, 0.03)).isCloseTo(expected, within(1e-12));
        assertThat(BondPricer.cleanPriceFromYieldIcma(bond, FRIDAY, 0.03)).isCloseTo(expected, within(1e-12));
        LocalDate thursday = FRIDAY.minusDays(1);
        assertThat(bond.isExInterest(thursday)).isFalse();
        assertThat(bond.periodsAfter(thursday)).hasSize(6);
        assertThat(BondPricer.accruedInterest(bond, thursday)).isCloseTo(182 / 184.0, within(1e-14));
    }

    @Test
    void aCouponPaidLaterStaysTheBuyersUntilItIsDue() {
        for (DayRule rule : new DayRule[] {DayRule.FOLLOWING, DayRule.MODIFIED_FOLLOWING, DayRule.UNADJUSTED}) {
            ResolvedBond bond = bond(rule, LocalDate.of(2029, 5, 28), AccrualBasis.ACT_365F);
            assertThat(bond.isExInterest(FRIDAY)).as("%s", rule).isFalse();
            assertThat(bond.periodsAfter(FRIDAY)).hasSize(6);
            // 183 days of a half-year are half the coupon
            assertThat(BondPricer.accruedInterest(bond, FRIDAY)).isCloseTo(1, within(1e-14));
            assertThat(bond.periodsAfter(LocalDate.of(2026, 11, 30))).hasSize(5);
        }
    }

    @Test
    void modifiedFollowingAtAMonthsEndIsBroughtForwardToo() {
        // 31 October 2026 is a Saturday and Monday is in November
        ResolvedBond bond = bond(DayRule.MODIFIED_FOLLOWING, LocalDate.of(2029, 10, 31), AccrualBasis.ACT_365F);
        LocalDate paid = LocalDate.of(2026, 10, 30);
        assertThat(bond.isExInterest(paid)).isTrue();
        assertThat(BondPricer.accruedInterest(bond, paid)).isZero();
    }

    @Test
    void beforeTheLastCouponTheMoneyMarketYieldRunsToMaturity() {
        ResolvedBond bond = bond(DayRule.PRECEDING, LocalDate.of(2027, 5, 28), AccrualBasis.ACT_365F);
        assertThat(bond.periodsAfter(FRIDAY)).hasSize(1);
        assertThat(BondPricer.yieldLastPeriodSimple(bond, FRIDAY, 99.9).orElseThrow())
                .isCloseTo((101 / 99.9 - 1) * 365 / 182, within(1e-14));
    }

    @Test
    void nothingIsLeftToBuyOnceTheLastPaymentIsMade() {
        ResolvedBond bond = bond(DayRule.PRECEDING, LocalDate.of(2026, 11, 28), AccrualBasis.ICMA);
        assertThat(bond.periodsAfter(FRIDAY)).isEmpty();
        assertThatThrownBy(() -> BondPricer.accruedInterest(bond, FRIDAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("before the last payment 2026-11-27");
    }

    private static ResolvedBond bond(DayRule rule, LocalDate maturity, AccrualBasis basis) {
        return ResolvedBond.resolve(
                new BondTerms(maturity.minusYears(5), Optional.empty(), maturity, 0.02, 2, basis, rule, false),
                ReferenceBonds.TOKYO);
    }
}
