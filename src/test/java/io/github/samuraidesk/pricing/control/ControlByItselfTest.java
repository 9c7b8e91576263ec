package io.github.samuraidesk.pricing.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.samuraidesk.bond.AccrualBasis;
import io.github.samuraidesk.bond.BondMeasures;
import io.github.samuraidesk.bond.BondPricer;
import io.github.samuraidesk.bond.BondTerms;
import io.github.samuraidesk.bond.CouponPeriod;
import io.github.samuraidesk.bond.DayRule;
import io.github.samuraidesk.bond.ResolvedBond;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** The second engine finds faults that both once shared: each figure is broken in ours and must be refused. */
class ControlByItselfTest {

    private static final ControlEngine ENGINE = new ControlEngine();

    @Test
    void refusesADurationOfTheSimpleYieldThatCountsTheTwentyNinthOfFebruary() {
        ControlCase c = at(
                plain(LocalDate.of(2024, 6, 27), LocalDate.of(2034, 6, 27), 0.0196, AccrualBasis.ICMA),
                LocalDate.of(2024, 6, 27),
                100);
        // definition: n / (1 + y n), n = 3650/365; reference cases, README. The faulty figure was of commit 68dde0f
        assertThat(line(ENGINE.recompute(c), "modifiedSimple").control()).isCloseTo(8.361204, within(5e-7));
        refuses(c, "modifiedSimple", 8.365034);
        ControlCase korea = at(
                plain(LocalDate.of(2023, 9, 14), LocalDate.of(2033, 9, 14), 0.01312, AccrualBasis.ICMA),
                LocalDate.of(2023, 9, 14),
                100);
        assertThat(line(ENGINE.recompute(korea), "modifiedSimple").control()).isCloseTo(8.84017, within(5e-6));
        refuses(korea, "modifiedSimple", 8.84659);
    }

    @Test
    void findsTheYieldsOfThirtyDayMonthsThatQuantLibPublished() {
        List<CSVRecord> expected = ControlCases.rows("thirty-360-expected.csv");
        double[] faulty = {5.29819, 16.9499, 1.74922};
        int i = 0;
        for (CSVRecord row : ControlCases.rows("thirty-360.csv")) {
            BondTerms terms = new BondTerms(
                    LocalDate.parse(row.get("issue")),
                    date(row.get("first_coupon")),
                    date(row.get("last_regular_coupon")),
                    LocalDate.parse(row.get("maturity")),
                    Double.parseDouble(row.get("coupon")) / 100,
                    Integer.parseInt(row.get("freq")),
                    AccrualBasis.THIRTY_360,
                    row.get("pay_bdc").equals("U") ? DayRule.UNADJUSTED : DayRule.FOLLOWING,
                    false);
            ControlCase c = at(terms, LocalDate.parse(row.get("settle")), Double.parseDouble(row.get("value")));
            String published = expected.get(i).get("y_pct");
            double half = Math.pow(10, published.indexOf('.') - published.length() + 1) / 2;
            ControlResult result = ENGINE.recompute(c);
            assertThat(result.breaches()).as(row.get("case_id")).isEmpty();
            assertThat(result.notRecomputed()).as(row.get("case_id")).isEmpty();
            assertThat(100 * line(result, "yieldIcma").control())
                    .isCloseTo(Double.parseDouble(published), within(half));
            refuses(c, "yieldIcma", faulty[i] / 100);
            i++;
        }
    }

    @Test
    void agreesOnThirtyDayMonthsAtMonthEndsAndInOddPeriods() {
        for (AccrualBasis basis : List.of(AccrualBasis.THIRTY_360, AccrualBasis.THIRTY_E_360)) {
            BondTerms monthEnds = new BondTerms(
                    LocalDate.of(2023, 8, 31),
                    Optional.empty(),
                    LocalDate.of(2029, 8, 31),
                    0.03,
                    2,
                    basis,
                    DayRule.FOLLOWING,
                    true);
            BondTerms oddBoth = new BondTerms(
                    LocalDate.of(2023, 12, 5),
                    Optional.of(LocalDate.of(2024, 8, 28)),
                    Optional.of(LocalDate.of(2029, 2, 28)),
                    LocalDate.of(2029, 7, 11),
                    0.03,
                    2,
                    basis,
                    DayRule.FOLLOWING,
                    false);
            for (BondTerms terms : List.of(monthEnds, oddBoth)) {
                for (String settle : List.of("2024-02-29", "2024-03-31", "2024-08-29", "2025-05-30")) {
                    ControlResult result = ENGINE.recompute(at(terms, LocalDate.parse(settle), 98.5));
                    assertThat(result.breaches()).as("%s on %s", terms, settle).isEmpty();
                    assertThat(result.lines())
                            .extracting(ControlResult.Line::measure)
                            .contains("yieldIcma", "convexity");
                }
            }
        }
    }

    @Test
    void refusesInterestOnTheDayThatABroughtForwardCouponIsPaid() {
        // 28 November 2026 is a Saturday; domain notes 6.6, CALC-ACC
        BondTerms terms = new BondTerms(
                LocalDate.of(2024, 5, 28),
                Optional.empty(),
                LocalDate.of(2029, 5, 28),
                0.02,
                2,
                AccrualBasis.ACT_365F,
                DayRule.PRECEDING,
                false);
        LocalDate friday = LocalDate.of(2026, 11, 27);
        ControlCase c = at(terms, friday, 99);
        ControlResult result = ENGINE.recompute(c);
        assertThat(result.breaches()).isEmpty();
        assertThat(line(result, "accrued").control()).isZero();
        assertThat(line(result, "coupons").control()).isCloseTo(5, within(1e-12));
        refuses(c, "accrued", 1.0);
        refuses(c, "dirty", 100.0);
        ControlCase lastButOne = at(
                new BondTerms(
                        LocalDate.of(2024, 5, 28),
                        Optional.empty(),
                        LocalDate.of(2027, 5, 28),
                        0.02,
                        2,
                        AccrualBasis.THIRTY_360,
                        DayRule.PRECEDING,
                        false),
                friday,
                99);
        assertThat(ENGINE.recompute(lastButOne).breaches()).isEmpty();
        assertThat(line(ENGINE.recompute(lastButOne), "yieldLastPeriodSimple").control())
                .isPositive();
    }

    @Test
    void refusesAGridThatMovedWithItsMaturity() {
        // 22 November 2026 is a Sunday
        BondTerms terms = plain(LocalDate.of(2023, 5, 22), LocalDate.of(2026, 11, 22), 0.012, AccrualBasis.ICMA)
                .withRedemption(LocalDate.of(2026, 11, 20));
        ControlCase c = at(terms, LocalDate.of(2023, 5, 22), 100);
        ControlResult right = ENGINE.recompute(c);
        assertThat(right.breaches()).isEmpty();
        assertThat(line(right, "yieldIcma").control()).isCloseTo(0.012, within(1e-12));
        ResolvedBond moved = ResolvedBond.resolve(
                plain(LocalDate.of(2023, 5, 22), LocalDate.of(2026, 11, 20), 0.012, AccrualBasis.ICMA),
                ControlCases.TOKYO);
        List<CouponPeriod> periods = new ArrayList<>(moved.periods());
        ControlCase planted = new ControlCase(
                new ResolvedBond(terms, periods), c.settle(), 100, Optional.empty(), ControlCases.TOKYO);
        assertThat(line(ENGINE.recompute(planted), "couponDatesDiffering").within())
                .isFalse();
    }

    /** Our figures with one of them broken are refused for that figure. */
    private static void refuses(ControlCase c, String measure, double wrong) {
        BondMeasures own = BondPricer.measuresFromCleanPrice(c.bond(), c.settle(), c.clean());
        ControlResult result = ENGINE.compare(c, with(own, measure, wrong), Optional.empty());
        assertThat(result.agrees()).isFalse();
        assertThat(result.breaches()).extracting(ControlResult.Line::measure).contains(measure);
    }

    private static BondMeasures with(BondMeasures own, String component, double value) {
        try {
            RecordComponent[] components = BondMeasures.class.getRecordComponents();
            Class<?>[] types = new Class<?>[components.length];
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                values[i] = components[i].getName().equals(component)
                        ? value
                        : components[i].getAccessor().invoke(own);
            }
            return BondMeasures.class.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ControlCase at(BondTerms terms, LocalDate settle, double clean) {
        return new ControlCase(
                ResolvedBond.resolve(terms, ControlCases.TOKYO), settle, clean, Optional.empty(), ControlCases.TOKYO);
    }

    private static BondTerms plain(LocalDate issue, LocalDate maturity, double coupon, AccrualBasis basis) {
        return new BondTerms(issue, Optional.empty(), maturity, coupon, 2, basis, DayRule.FOLLOWING, false);
    }

    private static Optional<LocalDate> date(String text) {
        return Optional.of(text).filter(any -> !any.isBlank()).map(LocalDate::parse);
    }

    private static ControlResult.Line line(ControlResult result, String measure) {
        return result.lines().stream()
                .filter(line -> line.measure().equals(measure))
                .findFirst()
                .orElseThrow();
    }
}
