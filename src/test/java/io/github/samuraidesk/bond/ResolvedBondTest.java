package io.github.samuraidesk.bond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.samuraidesk.calendar.CalendarHorizonException;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResolvedBondTest {

    private static BondTerms terms(LocalDate issue, LocalDate maturity, int frequency, DayRule rule, boolean eom) {
        return new BondTerms(issue, Optional.empty(), maturity, 0.0132, frequency, AccrualBasis.ACT_365F, rule, eom);
    }

    @Test
    void saysWhenAndWhyAPaymentMoved() {
        BondTerms terms = terms(LocalDate.of(2025, 11, 3), LocalDate.of(2026, 5, 3), 2, DayRule.FOLLOWING, false);
        CouponPeriod last =
                ResolvedBond.resolve(terms, ReferenceBonds.TOKYO).periods().get(0);
        assertThat(last.paymentDate()).isEqualTo("2026-05-07");
        assertThat(last.amountPer100()).isEqualTo(0.66);
        assertThat(last.move()).hasValueSatisfying(move -> {
            assertThat(move.rule()).isEqualTo(DayRule.FOLLOWING);
            assertThat(move.calendar()).isEqualTo("JP-BANK");
            assertThat(move.closedDays())
                    .containsExactly(
                            LocalDate.of(2026, 5, 3),
                            LocalDate.of(2026, 5, 4),
                            LocalDate.of(2026, 5, 5),
                            LocalDate.of(2026, 5, 6));
        });
    }

    @Test
    void movesTheSamePaymentByItsOwnRule() {
        LocalDate issue = LocalDate.of(2019, 10, 31);
        LocalDate saturday = LocalDate.of(2020, 10, 31);
        assertThat(paymentOf(terms(issue, saturday, 1, DayRule.FOLLOWING, false)))
                .isEqualTo("2020-11-02");
        assertThat(paymentOf(terms(issue, saturday, 1, DayRule.PRECEDING, false)))
                .isEqualTo("2020-10-30");
        assertThat(paymentOf(terms(issue, saturday, 1, DayRule.MODIFIED_FOLLOWING, false)))
                .isEqualTo("2020-10-30");
        assertThat(paymentOf(terms(issue, saturday, 1, DayRule.UNADJUSTED, false)))
                .isEqualTo("2020-10-31");
    }

    private static LocalDate paymentOf(BondTerms terms) {
        return ResolvedBond.resolve(terms, ReferenceBonds.TOKYO)
                .periods()
                .get(0)
                .paymentDate();
    }

    @Test
    void clampsDaysToTheMonthWithoutDrift() {
        assertThat(ResolvedBond.resolve(
                                terms(
                                        LocalDate.of(2023, 8, 30),
                                        LocalDate.of(2025, 8, 30),
                                        2,
                                        DayRule.UNADJUSTED,
                                        false),
                                ReferenceBonds.TOKYO)
                        .periods())
                .extracting(CouponPeriod::end)
                .containsExactly(
                        LocalDate.of(2024, 2, 29),
                        LocalDate.of(2024, 8, 30),
                        LocalDate.of(2025, 2, 28),
                        LocalDate.of(2025, 8, 30));
    }

    @Test
    void keepsTheMonthEndWhenTheTermsSaySo() {
        assertThat(ResolvedBond.resolve(
                                terms(
                                        LocalDate.of(2024, 2, 29),
                                        LocalDate.of(2025, 2, 28),
                                        2,
                                        DayRule.UNADJUSTED,
                                        true),
                                ReferenceBonds.TOKYO)
                        .periods())
                .extracting(CouponPeriod::end, CouponPeriod::odd)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(LocalDate.of(2024, 8, 31), false),
                        org.assertj.core.groups.Tuple.tuple(LocalDate.of(2025, 2, 28), false));
    }

    @Test
    void namesAllFaultsOfTermsAtOnce() {
        assertThatThrownBy(() -> new BondTerms(
                        LocalDate.of(2024, 3, 15),
                        Optional.of(LocalDate.of(2024, 7, 25)),
                        LocalDate.of(2024, 3, 15),
                        1.32,
                        2,
                        AccrualBasis.ICMA,
                        DayRule.FOLLOWING,
                        true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("maturity")
                .hasMessageContaining("1.32 percent is 0.0132")
                .hasMessageContaining("endOfMonth")
                .hasMessageContaining("firstCoupon");
    }

    @Test
    void refusesAFirstCouponOffTheGrid() {
        assertThatThrownBy(() -> new BondTerms(
                        LocalDate.of(2024, 3, 15),
                        Optional.of(LocalDate.of(2024, 7, 25)),
                        LocalDate.of(2029, 7, 24),
                        0.0132,
                        2,
                        AccrualBasis.ICMA,
                        DayRule.FOLLOWING,
                        false))
                .hasMessageContaining("firstCoupon 2024-07-25 is not a whole number of coupon periods");
    }

    @Test
    void refusesAFrequencyWithoutARuleByName() {
        assertThatThrownBy(
                        () -> terms(LocalDate.of(2024, 3, 15), LocalDate.of(2029, 3, 15), 3, DayRule.FOLLOWING, false))
                .isInstanceOfSatisfying(
                        UnsupportedTermException.class,
                        e -> assertThat(e.term()).isEqualTo("frequency"));
    }

    @Test
    void refusesABondThatOutlivesTheCalendar() {
        BondTerms century = terms(LocalDate.of(2025, 1, 2), LocalDate.of(2125, 1, 2), 2, DayRule.FOLLOWING, false);
        assertThatThrownBy(() -> ResolvedBond.resolve(century, ReferenceBonds.TOKYO))
                .isInstanceOf(CalendarHorizonException.class);
    }
}
