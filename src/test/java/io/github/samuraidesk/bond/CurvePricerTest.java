package io.github.samuraidesk.bond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CurvePricerTest {

    private static final Offset<Double> CLOSED_FORM = within(1e-8);
    private static final Offset<Double> BASIS_POINTS = within(0.001);

    static Stream<ReferenceBonds.Case> reference() {
        return ReferenceBonds.cases();
    }

    @ParameterizedTest
    @MethodSource("reference")
    void agreesWithTheReferenceSpreads(ReferenceBonds.Case c) {
        OisCurve curve = ReferenceCurves.tona(c.input().get("curve_id"));
        GovernmentCurve government = ReferenceCurves.government(c.input().get("curve_id"));
        double dirty = c.expected("dirty");
        CurveMeasures m = CurvePricer.measuresFromDirtyPrice(c.bond(), c.settle(), dirty, curve);

        assertThat(1e4 * m.zSpreadContinuous()).isCloseTo(c.expected("z_cont_bp"), BASIS_POINTS);
        assertThat(1e4 * m.zSpreadSemiAnnual()).isCloseTo(c.expected("z_semi_bp"), BASIS_POINTS);
        assertThat(1e4 * m.parAssetSwapAnnual()).isCloseTo(c.expected("asw_ann_bp"), BASIS_POINTS);
        assertThat(1e4 * m.parAssetSwapSemiAnnual()).isCloseTo(c.expected("asw_semi_bp"), BASIS_POINTS);
        assertThat(100 * m.midSwapInterpolated()).isCloseTo(c.expected("midswap_interp_pct"), CLOSED_FORM);
        assertThat(100 * m.midSwapOnCurve()).isCloseTo(c.expected("midswap_curve_pct"), within(1e-6));
        assertThat(1e4 * m.spreadOverMidSwapInterpolated()).isCloseTo(c.expected("spread_ms_interp_bp"), within(1e-6));
        assertThat(1e4 * m.spreadOverMidSwapOnCurve()).isCloseTo(c.expected("spread_ms_curve_bp"), BASIS_POINTS);
        double yield = BondPricer.yieldIcmaFromDirtyPrice(c.bond(), c.settle(), dirty);
        assertThat(100 * government.parYield(c.settle(), c.bond().terms().maturity()))
                .isCloseTo(c.expected("jgb_interp_pct"), CLOSED_FORM);
        assertThat(1e4 * CurvePricer.spreadOverGovernment(c.bond(), c.settle(), yield, government))
                .isCloseTo(c.expected("spread_jgb_bp"), within(1e-6));
    }

    @ParameterizedTest
    @MethodSource("reference")
    void agreesWithTheReferenceParCouponAndShocks(ReferenceBonds.Case c) {
        OisCurve curve = ReferenceCurves.tona(c.input().get("curve_id"));
        double spread = Double.parseDouble(c.input().get("par_z_bp")) * 1e-4;
        double coupon = CurvePricer.parCouponFromZSpread(
                c.bond().terms(), c.settle(), spread, curve.discount(), ReferenceBonds.TOKYO);
        // the reference leaves the field empty where the bond itself pays no coupon
        if (c.bond().terms().couponRate() > 0) {
            assertThat(100 * coupon).isCloseTo(c.expected("par_coupon_pct"), within(2e-6));
        }

        double z = CurvePricer.measuresFromDirtyPrice(c.bond(), c.settle(), c.expected("dirty"), curve)
                .zSpreadContinuous();
        assertThat(CurvePricer.dirtyPriceFromZSpread(
                        c.bond(), c.settle(), z, curve.discount().withZeroRatesShifted(0.01)))
                .isCloseTo(c.expected("dirty_par_up100"), within(1e-6));
        assertThat(CurvePricer.dirtyPriceFromZSpread(
                        c.bond(), c.settle(), z, curve.discount().withZeroRatesShifted(-0.005)))
                .isCloseTo(c.expected("dirty_par_dn50"), within(1e-6));
    }
}
