package io.github.samuraidesk.bond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A maturity that the terms move back to a business day: published terms of sovereign yen bonds. */
class RedemptionTest {

    private static final LocalDate ISSUE = LocalDate.of(2023, 5, 22);
    /** 22 November 2026 is a Sunday. */
    private static final LocalDate MATURITY = LocalDate.of(2026, 11, 22);

    private static final LocalDate PAID = LocalDate.of(2026, 11, 20);

    @Test
    void couponsStayOnTheirDaysAndTheLastPaymentIsOnTheMovedDay() {
        ResolvedBond bond = ResolvedBond.resolve(terms().withRedemption(PAID), ReferenceBonds.TOKYO);
        List<CouponPeriod> periods = bond.periods();
        assertThat(periods).hasSize(7).allSatisfy(period -> {
            assertThat(period.end().getDayOfMonth()).isEqualTo(22);
            assertThat(period.odd()).isFalse();
            assertThat(period.amountPer100()).isEqualTo(0.6);
        });
        assertThat(periods.get(6).paymentDate()).isEqualTo(PAID);
        assertThat(periods.get(6).move().orElseThrow().rule()).isEqualTo(DayRule.PRECEDING);
        assertThat(BondPricer.yieldIcmaFromDirtyPrice(bond, ISSUE, 100)).isCloseTo(0.012, within(1e-14));
    }

    @Test
    void theFastScheduleAndAnotherCouponKeepTheMovedDay() {
        SettledFlows fast = new SettledFlows();
        fast.settle(terms().withRedemption(PAID), ISSUE, ReferenceBonds.TOKYO);
        assertThat(LocalDate.ofEpochDay(fast.paymentDay(fast.count() - 1))).isEqualTo(PAID);
        assertThat(LocalDate.ofEpochDay(fast.dueDay(fast.count() - 1))).isEqualTo(MATURITY);
        assertThat(terms().withRedemption(PAID).withCouponRate(0.02).redemption())
                .contains(PAID);
        assertThat(ResolvedBond.resolve(terms(), ReferenceBonds.TOKYO)
                        .paidLastOn(PAID, ReferenceBonds.TOKYO)
                        .terms()
                        .redemption())
                .contains(PAID);
    }

    @Test
    void nothingIsSoldOnceTheRedemptionIsPaid() {
        assertThatThrownBy(() -> new SettledFlows().settle(terms().withRedemption(PAID), PAID, ReferenceBonds.TOKYO))
                .hasMessageContaining("before the last payment 2026-11-20");
    }

    @Test
    void refusesARedemptionOutsideTheLastPeriod() {
        assertThatThrownBy(() -> terms().withRedemption(LocalDate.of(2026, 11, 24)))
                .hasMessageContaining("redemption 2026-11-24 must be after the coupon before, 2026-05-22");
        assertThatThrownBy(() -> terms().withRedemption(LocalDate.of(2026, 5, 22)))
                .hasMessageContaining("redemption 2026-05-22 must be after the coupon before");
    }

    private static BondTerms terms() {
        return new BondTerms(ISSUE, Optional.empty(), MATURITY, 0.012, 2, AccrualBasis.ICMA, DayRule.FOLLOWING, false);
    }
}
