package io.github.samuraidesk.bond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Odd last periods, one payment, 30/360, moved maturities, calls: and that the fast schedule is the written-out one. */
class ScheduleTest {

    private static final LocalDate ISSUE = LocalDate.of(2026, 11, 24);

    @Test
    void paysAShortLastCouponByItsDaysInTheNotionalPeriod() {
        ResolvedBond bond = bond(terms(Optional.of(LocalDate.of(2031, 11, 24)), LocalDate.of(2032, 2, 24)));
        CouponPeriod last = bond.periods().get(bond.periods().size() - 1);
        assertThat(last.odd()).isTrue();
        // 92 days of the 182 from 2031-11-24 to 2032-05-24
        assertThat(last.amountPer100()).isCloseTo(1.0 * 92 / 182, within(1e-15));
        assertThat(bond.periods().get(0).odd()).isFalse();
    }

    @Test
    void paysALongLastCouponOverTwoNotionalPeriods() {
        ResolvedBond bond = bond(terms(Optional.of(LocalDate.of(2031, 5, 24)), LocalDate.of(2032, 2, 24)));
        CouponPeriod last = bond.periods().get(bond.periods().size() - 1);
        assertThat(last.amountPer100()).isCloseTo(1 + 1.0 * 92 / 182, within(1e-15));
        assertThat(bond.periods()).hasSize(10);
    }

    @Test
    void aLastPeriodOfExactlyOneCouponIsRegular() {
        ResolvedBond odd = bond(terms(Optional.of(LocalDate.of(2031, 5, 24)), LocalDate.of(2031, 11, 24)));
        ResolvedBond plain = bond(terms(Optional.empty(), LocalDate.of(2031, 11, 24)));
        assertThat(odd.periods()).isEqualTo(plain.periods());
        LocalDate settle = LocalDate.of(2029, 7, 3);
        assertThat(BondPricer.yieldIcmaFromDirtyPrice(odd, settle, 99))
                .isCloseTo(BondPricer.yieldIcmaFromDirtyPrice(plain, settle, 99), within(1e-14));
    }

    @Test
    void discountsAnOddLastPeriodOverItsOwnTime() {
        ResolvedBond bond = bond(terms(Optional.of(LocalDate.of(2031, 11, 24)), LocalDate.of(2032, 2, 24)));
        LocalDate settle = LocalDate.of(2031, 11, 24);
        double stub = 92.0 / 182;
        double price = (100 + stub) / Math.pow(1.01, stub);
        assertThat(BondPricer.dirtyPriceFromYieldIcma(bond, settle, 0.02)).isCloseTo(price, within(1e-12));
        LocalDate before = LocalDate.of(2031, 5, 24);
        assertThat(BondPricer.dirtyPriceFromYieldIcma(bond, before, 0.02))
                .isCloseTo(1 / 1.01 + (100 + stub) / Math.pow(1.01, 1 + stub), within(1e-12));
        assertThat(BondPricer.macaulayDuration(bond, settle, 0.02)).isCloseTo(stub / 2, within(1e-12));
        assertThat(BondPricer.accruedInterest(bond, LocalDate.of(2032, 1, 24)))
                .isCloseTo(1.0 * 61 / 182, within(1e-12));
    }

    @Test
    void givesBackTheYieldOfOddBonds() {
        ResolvedBond bond = bond(terms(Optional.of(LocalDate.of(2031, 5, 24)), LocalDate.of(2032, 2, 24)));
        for (LocalDate settle = ISSUE; settle.isBefore(LocalDate.of(2032, 2, 20)); settle = settle.plusDays(17)) {
            double price = BondPricer.dirtyPriceFromYieldIcma(bond, settle, 0.0313);
            assertThat(BondPricer.yieldIcmaFromDirtyPrice(bond, settle, price)).isCloseTo(0.0313, within(1e-12));
        }
    }

    @Test
    void refusesALastRegularCouponOutsideTheLife() {
        assertThatThrownBy(() -> terms(Optional.of(ISSUE), LocalDate.of(2032, 2, 24)))
                .hasMessageContaining("lastRegularCoupon");
        assertThatThrownBy(() -> terms(Optional.of(LocalDate.of(2032, 2, 24)), LocalDate.of(2032, 2, 24)))
                .hasMessageContaining("lastRegularCoupon");
    }

    @Test
    void paysAllInterestAtOnceWhenTheFirstCouponIsTheMaturity() {
        LocalDate maturity = LocalDate.of(2028, 5, 24);
        ResolvedBond bond = bond(new BondTerms(
                ISSUE, Optional.of(maturity), maturity, 0.02, 2, AccrualBasis.ICMA, DayRule.FOLLOWING, false));
        assertThat(bond.periods()).hasSize(1);
        assertThat(bond.periods().get(0).amountPer100()).isCloseTo(3, within(1e-14));
        assertThat(BondPricer.dirtyPriceFromYieldIcma(bond, ISSUE, 0.02))
                .isCloseTo(103 / Math.pow(1.01, 3), within(1e-12));
    }

    @Test
    void accruesThirtyDayMonthsForGlobalYenNotes() {
        BondTerms global = new BondTerms(
                LocalDate.of(2026, 8, 31),
                Optional.of(LocalDate.of(2027, 2, 28)),
                LocalDate.of(2031, 2, 28),
                0.036,
                2,
                AccrualBasis.THIRTY_360,
                DayRule.FOLLOWING,
                false);
        ResolvedBond bond = bond(global);
        // ISDA 4.16(f): 31 August to 28 February is 178 days of 360, so the first coupon is odd
        assertThat(bond.periods().get(0).amountPer100()).isCloseTo(3.6 * 178 / 360, within(1e-14));
        assertThat(bond.periods().get(1).amountPer100()).isCloseTo(1.8, within(1e-14));
        assertThat(BondPricer.accruedInterest(bond, LocalDate.of(2027, 3, 31)))
                .isCloseTo(3.6 * 33 / 360, within(1e-14));
    }

    @Test
    void paysOnTheDayThatTheTermsMovedTheMaturityTo() {
        // 2031-05-24 is a Saturday
        ResolvedBond bond = bond(terms(Optional.empty(), LocalDate.of(2031, 5, 24)));
        ResolvedBond moved = bond.paidLastOn(LocalDate.of(2031, 5, 23), ReferenceBonds.TOKYO);
        CouponPeriod last = moved.periods().get(moved.periods().size() - 1);
        assertThat(last.paymentDate()).isEqualTo("2031-05-23");
        assertThat(last.end()).isEqualTo("2031-05-24");
        assertThat(last.move().orElseThrow().rule()).isEqualTo(DayRule.PRECEDING);
        assertThat(last.move().orElseThrow().closedDays()).containsExactly(LocalDate.of(2031, 5, 24));
        assertThat(moved.periods().subList(0, 8)).isEqualTo(bond.periods().subList(0, 8));
        assertThatThrownBy(() -> bond.paidLastOn(LocalDate.of(2031, 5, 25), ReferenceBonds.TOKYO))
                .hasMessageContaining("must be after");
        assertThatThrownBy(() -> bond.paidLastOn(LocalDate.of(2030, 11, 24), ReferenceBonds.TOKYO))
                .hasMessageContaining("must be after");
    }

    @Test
    void showsACallableBondToItsCallAndToItsMaturity() {
        BondTerms terms = terms(Optional.empty(), LocalDate.of(2036, 11, 24));
        CallableAtPar callable = CallableAtPar.resolve(terms, LocalDate.of(2031, 11, 24), ReferenceBonds.TOKYO);
        assertThat(callable.toCall().periods()).hasSize(10);
        assertThat(callable.toMaturity().periods()).hasSize(20);
        // above par the call comes first for the holder's yield, below it the maturity
        assertThat(callable.yieldToWorst(ISSUE, 103))
                .isEqualTo(BondPricer.yieldIcmaFromDirtyPrice(callable.toCall(), ISSUE, 103));
        assertThat(callable.yieldToWorst(ISSUE, 97))
                .isEqualTo(BondPricer.yieldIcmaFromDirtyPrice(callable.toMaturity(), ISSUE, 97));
        assertThat(callable.yieldToWorst(ISSUE, 100)).isCloseTo(0.02, within(1e-12));
    }

    @Test
    void refusesACallBetweenCouponsOrAtMaturityByName() {
        BondTerms terms = terms(Optional.empty(), LocalDate.of(2036, 11, 24));
        for (LocalDate call : List.of(LocalDate.of(2031, 11, 25), LocalDate.of(2036, 11, 24))) {
            assertThatThrownBy(() -> CallableAtPar.resolve(terms, call, ReferenceBonds.TOKYO))
                    .isInstanceOfSatisfying(
                            UnsupportedTermException.class,
                            e -> assertThat(e.term()).isEqualTo("callDate"));
        }
        BondTerms clamped = new BondTerms(
                LocalDate.of(2026, 8, 31),
                Optional.empty(),
                LocalDate.of(2036, 8, 31),
                0.02,
                2,
                AccrualBasis.ICMA,
                DayRule.FOLLOWING,
                false);
        assertThatThrownBy(() -> CallableAtPar.resolve(clamped, LocalDate.of(2031, 2, 28), ReferenceBonds.TOKYO))
                .isInstanceOf(UnsupportedTermException.class)
                .hasMessageContaining("clamped");
    }

    @Test
    void theFastScheduleGivesTheNumbersOfTheWrittenOutOne() {
        Random random = new Random(20261121);
        SettledFlows fast = new SettledFlows();
        for (int i = 0; i < 2000; i++) {
            int frequency = new int[] {1, 2, 4, 12}[random.nextInt(4)];
            LocalDate maturity = LocalDate.of(2028, 1, 1).plusDays(random.nextInt(9000));
            boolean oddEnd = random.nextInt(3) == 0;
            Optional<LocalDate> lastRegular =
                    oddEnd ? Optional.of(maturity.minusDays(20 + random.nextInt(500))) : Optional.empty();
            LocalDate anchor = lastRegular.orElse(maturity);
            CouponGrid grid = new CouponGrid(anchor, frequency, false);
            int coupons = 2 + random.nextInt(40);
            LocalDate issue = grid.date(coupons).plusDays(random.nextBoolean() ? 0 : random.nextInt(25));
            Optional<LocalDate> first = random.nextInt(3) == 0 ? Optional.of(grid.date(coupons - 2)) : Optional.empty();
            BondTerms terms = new BondTerms(
                    issue,
                    first,
                    lastRegular,
                    maturity,
                    random.nextInt(900) / 1e4,
                    frequency,
                    AccrualBasis.values()[random.nextInt(4)],
                    DayRule.values()[random.nextInt(4)],
                    false);
            LocalDate settle = issue.plusDays(random.nextInt((int) CouponGrid.days(issue, maturity)));
            if (issue.getYear() < 1991) {
                continue;
            }
            ResolvedBond bond = ResolvedBond.resolve(terms, ReferenceBonds.TOKYO);
            if (bond.periodsAfter(settle).isEmpty()) {
                // the last payment was brought forward and is made
                continue;
            }
            fast.settle(terms, settle, ReferenceBonds.TOKYO);
            SettledFlows slow = SettledFlows.of(bond, settle);
            assertThat(fast.count()).as("%s on %s", terms, settle).isEqualTo(slow.count());
            for (int k = 0; k < fast.count(); k++) {
                assertThat(fast.amount(k)).isEqualTo(slow.amount(k));
                assertThat(fast.dueDay(k)).isEqualTo(slow.dueDay(k));
                assertThat(fast.paymentDay(k)).isEqualTo(slow.paymentDay(k));
            }
            assertThat(fast.accrued()).isEqualTo(slow.accrued());
            assertThat(fast.firstCoupon()).isEqualTo(slow.firstCoupon());
            assertThat(fast.dirtyFromYieldIcma(0.02)).isEqualTo(slow.dirtyFromYieldIcma(0.02));
            assertThat(fast.dirtyFromYieldAct365(0.02)).isEqualTo(slow.dirtyFromYieldAct365(0.02));
        }
    }

    @Test
    void refusesSettlementOutsideTheLife() {
        BondTerms terms = terms(Optional.empty(), LocalDate.of(2031, 11, 24));
        SettledFlows flows = new SettledFlows();
        assertThatThrownBy(() -> flows.settle(terms, ISSUE.minusDays(1), ReferenceBonds.TOKYO))
                .hasMessageContaining("from issue");
        assertThatThrownBy(() -> flows.settle(terms, LocalDate.of(2031, 11, 24), ReferenceBonds.TOKYO))
                .hasMessageContaining("before maturity");
    }

    private static BondTerms terms(Optional<LocalDate> lastRegular, LocalDate maturity) {
        return new BondTerms(
                ISSUE, Optional.empty(), lastRegular, maturity, 0.02, 2, AccrualBasis.ICMA, DayRule.FOLLOWING, false);
    }

    private static ResolvedBond bond(BondTerms terms) {
        return ResolvedBond.resolve(terms, ReferenceBonds.TOKYO);
    }
}
