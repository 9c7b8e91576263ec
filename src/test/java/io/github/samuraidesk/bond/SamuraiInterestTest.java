package io.github.samuraidesk.bond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SamuraiInterestTest {

    private static final BigDecimal HUNDRED_MILLION = new BigDecimal("100000000");

    private record Vector(Map<String, String> in, String expected) {

        static Vector of(String id) {
            Map<String, String> row = ReferenceTable.rows("bond-vectors.csv").stream()
                    .filter(r -> r.get("id").equals(id))
                    .findFirst()
                    .orElseThrow();
            return new Vector(pairs(row.get("inputs")), row.get("expected"));
        }

        private static Map<String, String> pairs(String text) {
            return Arrays.stream(text.split(";"))
                    .map(pair -> pair.split("=", 2))
                    .collect(Collectors.toMap(p -> p[0], p -> p[1]));
        }

        BigDecimal number(String name) {
            return new BigDecimal(in.get(name));
        }

        LocalDate date(String name) {
            return LocalDate.parse(in.get(name).substring(0, 10));
        }

        BigDecimal expected(String name) {
            return new BigDecimal(pairs(expected).get(name));
        }
    }

    @ParameterizedTest
    @CsvSource({"T01", "T02"})
    void cutsAccruedInterestPer100AndThenTheAmount(String id) {
        Vector v = Vector.of(id);
        AccruedAmount accrued = SamuraiInterest.accruedPer100AndAmount(
                v.number("face"), v.number("coupon"), 2, v.date("prev"), v.date("settle"));
        assertThat(accrued)
                .isEqualTo(new AccruedAmount(
                        v.expected("days").longValueExact(), v.expected("per100"), v.expected("amount")));
    }

    @Test
    void leavesLeapDaysOutOfTheYearsLeft_T03() {
        Vector v = Vector.of("T03");
        assertThat(LeapDayRule.COUNTED_UNDER_ONE_YEAR.daysBetween(v.date("settle"), v.date("maturity")))
                .isEqualTo(v.expected("days").longValueExact());
        BigDecimal yield = SamuraiInterest.simpleYieldPercent(
                v.number("price"), v.number("coupon"), v.date("settle"), v.date("maturity"));
        assertThat(yield.setScale(7, RoundingMode.HALF_UP)).isEqualByComparingTo(v.expected("yield"));
        assertThat(yield.setScale(3, RoundingMode.DOWN)).isEqualByComparingTo(v.expected("shown"));
    }

    @Test
    void paysEqualHalves_T04() {
        Vector v = Vector.of("T04");
        assertThat(SamuraiInterest.regularAmountPerBond(v.number("denomination"), v.number("coupon"), 2))
                .isEqualByComparingTo(v.expected);
    }

    @ParameterizedTest
    @CsvSource({"T05,HALF_YEAR_PRO_RATA", "T06,ACTUAL_365"})
    void paysAnOddFirstPeriodByItsMethod(String id, OddPeriodMethod method) {
        Vector v = Vector.of(id);
        assertThat(SamuraiInterest.oddAmountPerBond(
                        v.number("denomination"),
                        v.number("coupon"),
                        2,
                        v.date("payment_date"),
                        v.date("first_coupon"),
                        method,
                        AccrualStart.DAY_AFTER_PAYMENT))
                .isEqualByComparingTo(v.expected);
    }

    @Test
    void paysOneDayMoreWhenThePaymentDateBearsInterest() {
        assertThat(SamuraiInterest.oddAmountPerBond(
                        HUNDRED_MILLION,
                        new BigDecimal("1.20"),
                        2,
                        LocalDate.of(2024, 3, 15),
                        LocalDate.of(2024, 7, 25),
                        OddPeriodMethod.ACTUAL_365,
                        AccrualStart.PAYMENT_DATE))
                .isEqualByComparingTo("437260"); // 1,200,000 × 133 / 365 = 437,260.27
    }

    @Test
    void paysTheRegularAmountWhenTheFirstPeriodIsWhole() {
        BondTerms terms = new BondTerms(
                LocalDate.of(2024, 1, 25),
                Optional.empty(),
                LocalDate.of(2029, 1, 25),
                0.0120,
                2,
                AccrualBasis.ICMA,
                DayRule.FOLLOWING,
                false);
        ResolvedBond bond = ResolvedBond.resolve(terms, ReferenceBonds.TOKYO);
        for (OddPeriodMethod method : OddPeriodMethod.values()) {
            for (AccrualStart start : AccrualStart.values()) {
                assertThat(SamuraiInterest.firstAmountPerBond(
                                bond, HUNDRED_MILLION, new BigDecimal("1.20"), method, start))
                        .isEqualByComparingTo("600000");
            }
        }
    }

    @Test
    void cutsALongFirstPeriodIntoNotionalHalfYears() {
        OddPeriod period = OddPeriod.between(
                LocalDate.of(2024, 6, 15), LocalDate.of(2025, 3, 15), 2, AccrualStart.DAY_AFTER_PAYMENT);
        assertThat(period.slices()).containsExactly(new OddPeriod.Slice(181, 181), new OddPeriod.Slice(92, 184));
        assertThat(OddPeriodMethod.HALF_YEAR_PRO_RATA.amountPerBond(HUNDRED_MILLION, new BigDecimal("1.20"), 2, period))
                .isEqualByComparingTo("900000");
    }

    @Test
    void cutsBelowOneYenEvenWhenTheNextYenIsNear() {
        assertThat(SamuraiInterest.regularAmountPerBond(new BigDecimal("100000"), new BigDecimal("1.3339"), 2))
                .isEqualByComparingTo("666");
    }

    @Test
    void givesInterestPerYenOfFaceWithoutRoundingUp() {
        assertThat(SamuraiInterest.interestPerUnitOfCurrency(new BigDecimal("0.475"), 2))
                .isEqualByComparingTo("0.002375");
        assertThat(SamuraiInterest.interestPerUnitOfCurrency(new BigDecimal("0.475"), 12))
                .isEqualByComparingTo("0.000395833333333");
    }

    @Test
    void accruesHalfTheCouponOverOneHundredAndEightyThreeDays() {
        LocalDate last = LocalDate.of(2024, 3, 1);
        assertThat(SamuraiInterest.accruedPer100AndAmount(
                                HUNDRED_MILLION, new BigDecimal("1.35"), 2, last, last.plusDays(183))
                        .per100())
                .isEqualByComparingTo("0.675");
        assertThat(SamuraiInterest.accruedPer100AndAmount(
                                HUNDRED_MILLION, new BigDecimal("1.35"), 1, last, last.plusDays(183))
                        .per100())
                .isEqualByComparingTo("0.6768493");
    }

    @Test
    void tradesExInterestFromTheDayACouponWasBroughtForwardTo() {
        BondTerms terms = new BondTerms(
                LocalDate.of(2024, 8, 15),
                Optional.empty(),
                LocalDate.of(2027, 8, 15),
                0.01,
                2,
                AccrualBasis.ACT_365F,
                DayRule.PRECEDING,
                false);
        ResolvedBond bond = ResolvedBond.resolve(terms, ReferenceBonds.TOKYO);
        // Sunday 15 February 2026 is paid on Friday 13 February
        BigDecimal coupon = BigDecimal.ONE;
        assertThat(SamuraiInterest.accruedPer100AndAmount(bond, HUNDRED_MILLION, coupon, LocalDate.of(2026, 2, 12))
                        .days())
                .isEqualTo(181);
        assertThat(SamuraiInterest.accruedPer100AndAmount(bond, HUNDRED_MILLION, coupon, LocalDate.of(2026, 2, 13))
                        .amountYen())
                .isZero();
        assertThat(SamuraiInterest.accruedPer100AndAmount(bond, HUNDRED_MILLION, coupon, LocalDate.of(2026, 2, 16))
                        .days())
                .isEqualTo(1);
    }

    @Test
    void refusesATradeBeforeTheLastCoupon() {
        assertThatThrownBy(() -> SamuraiInterest.accruedPer100AndAmount(
                        HUNDRED_MILLION, BigDecimal.ONE, 2, LocalDate.of(2024, 3, 2), LocalDate.of(2024, 3, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void multipliesTheFeePer100_T11() {
        Vector v = Vector.of("T11");
        assertThat(SamuraiInterest.underwritingFeeYen(v.number("amount"), v.number("fee_per_100")))
                .isEqualByComparingTo(v.expected);
    }

    @Test
    void compoundsTwiceAYear_T12() {
        Vector v = Vector.of("T12");
        assertThat(SamuraiInterest.compoundYieldPercent(
                                v.number("price"),
                                v.number("coupon"),
                                2,
                                v.number("periods").intValueExact())
                        .setScale(7, RoundingMode.HALF_UP))
                .isEqualByComparingTo(v.expected);
    }

    @Test
    void spreadsTheDiscountOverTheTerm_T13() {
        Vector v = Vector.of("T13");
        assertThat(SamuraiInterest.simpleYieldAtIssuePercent(v.number("price"), v.number("coupon"), v.number("years"))
                        .setScale(7, RoundingMode.HALF_UP))
                .isEqualByComparingTo(v.expected);
    }

    static Stream<Map<String, String>> publishedBills() {
        return ReferenceTable.rows("published-tbills.csv").stream();
    }

    @ParameterizedTest
    @MethodSource("publishedBills")
    void cutsBillYieldsAsTheMinistryPublishesThem(Map<String, String> row) {
        assertThat(SamuraiInterest.billYieldPercent(
                        new BigDecimal(row.get("price")),
                        LocalDate.parse(row.get("issue")),
                        LocalDate.parse(row.get("maturity"))))
                .isEqualByComparingTo(row.get("yield"));
    }

    @Test
    void addsTheSpreadToTheMidSwapAtPar_T10() {
        Vector v = Vector.of("T10");
        BigDecimal swap = v.expected("swap");
        assertThat(CouponRule.couponPercentAtPar(swap, v.number("spread_bp"))).isEqualByComparingTo(v.number("coupon"));
        assertThat(CouponRule.midSwapPercentAtPar(v.number("coupon"), v.number("spread_bp")))
                .isEqualByComparingTo(swap);
    }
}
