package io.github.samuraidesk.bond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OisCurveTest {

    private static final OisConvention TONA = OisConvention.tona(ReferenceBonds.TOKYO);
    private static final LocalDate VALUATION = LocalDate.of(2026, 11, 16);

    static Stream<Map<String, String>> factors() {
        return ReferenceTable.rows("expected-discount-factors.csv").stream();
    }

    @ParameterizedTest
    @MethodSource("factors")
    void agreesWithTheReferenceDiscountFactors(Map<String, String> row) {
        LocalDate date = LocalDate.parse(row.get("date"));
        DiscountCurve lagged = ReferenceCurves.tona(row.get("curve_id")).discount();
        DiscountCurve unlagged = ReferenceCurves.tona(row.get("curve_id"), TONA.withPaymentLag(0))
                .discount();
        double expected = Double.parseDouble(row.get("df_lag2"));
        assertThat(lagged.discountFactor(date)).isCloseTo(expected, within(1e-6 * expected));
        double withoutLag = Double.parseDouble(row.get("df_lag0"));
        assertThat(unlagged.discountFactor(date)).isCloseTo(withoutLag, within(1e-6 * withoutLag));
        assertThat(lagged.ready().discountFactor(date)).isCloseTo(expected, within(1e-6 * expected));
        assertThat(100 * lagged.zeroRate(date))
                .isCloseTo(Double.parseDouble(row.get("zero_cont_act365_pct")), within(1e-4));
    }

    @ParameterizedTest
    @EnumSource(CurveInterpolation.class)
    void repricesEveryQuote(CurveInterpolation interpolation) {
        for (String id : List.of("A_20240620", "D_20261116")) {
            OisCurve reference = ReferenceCurves.tona(id);
            OisCurve curve = OisCurve.bootstrap(TONA, interpolation, reference.valuation(), reference.quotes());
            for (int i = 0; i < curve.quotes().size(); i++) {
                assertThat(curve.repricedRate(i))
                        .isCloseTo(curve.quotes().get(i).rate(), within(1e-12));
            }
        }
    }

    @Test
    void leavesOutTheStubOfEighteenMonthsAndSaysSo() {
        OisCurve curve = curve("1Y", 0.0133, "18M", 0.0148, "2Y", 0.0162);
        assertThat(curve.notUsed()).extracting(q -> q.tenor().toString()).containsExactly("18M");
        assertThat(curve.quotes()).hasSize(2);
    }

    @Test
    void refusesTenorsTwiceOrOutOfOrder() {
        assertThatThrownBy(() -> curve("1Y", 0.01, "1Y", 0.01)).hasMessageContaining("1Y must end after 1Y");
        assertThatThrownBy(() -> curve("1Y", 0.01, "12M", 0.01)).hasMessageContaining("12M must end after 1Y");
        assertThatThrownBy(() -> curve("2Y", 0.01, "1Y", 0.01)).hasMessageContaining("1Y must end after 2Y");
    }

    @Test
    void saysWhenNoCurveExists() {
        // DF(1Y) is 100, so DF(2Y) would be (1 − 0.99 × 100) / 1.99
        assertThatThrownBy(() -> OisCurve.bootstrap(
                        TONA.withPaymentLag(0),
                        CurveInterpolation.LOG_LINEAR_DISCOUNT,
                        VALUATION,
                        List.of(new ParQuote(Tenor.parse("1Y"), -0.99), new ParQuote(Tenor.parse("2Y"), 0.99))))
                .isInstanceOf(NoSolutionException.class);
    }

    @Test
    void bootstrapsNegativeRates() {
        OisCurve curve = curve("1W", -0.001, "1Y", -0.002, "10Y", 0.0005, "40Y", 0.004);
        assertThat(curve.discount().discountFactor(LocalDate.of(2027, 11, 16))).isGreaterThan(1);
        assertThat(curve.repricedRate(3)).isCloseTo(0.004, within(1e-12));
    }

    @Test
    void answersForNoDayBeforeValuationOrFarPastTheLastQuote() {
        DiscountCurve curve = curve("1Y", 0.0133).discount();
        assertThatThrownBy(() -> curve.discountFactor(VALUATION.minusDays(1))).isInstanceOf(CurveRangeException.class);
        assertThatThrownBy(() -> curve.discountFactor(VALUATION.plusYears(2)))
                .isInstanceOf(CurveRangeException.class)
                .hasMessageContaining("2026-11-16");
    }

    @Test
    void shiftsEveryZeroRateByTheSame() {
        DiscountCurve curve = ReferenceCurves.tona("D_20261116").discount();
        LocalDate date = LocalDate.of(2036, 11, 18);
        assertThat(curve.withZeroRatesShifted(0.01).zeroRate(date))
                .isCloseTo(curve.zeroRate(date) + 0.01, within(1e-15));
    }

    private static OisCurve curve(Object... tenorsAndRates) {
        List<ParQuote> quotes = Stream.iterate(0, i -> i < tenorsAndRates.length, i -> i + 2)
                .map(i -> new ParQuote(Tenor.parse((String) tenorsAndRates[i]), (Double) tenorsAndRates[i + 1]))
                .toList();
        return OisCurve.bootstrap(TONA, CurveInterpolation.LOG_LINEAR_DISCOUNT, VALUATION, quotes);
    }
}
