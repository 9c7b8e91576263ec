package io.github.samuraidesk.pricing.control;

import com.opengamma.strata.pricer.bond.DiscountingFixedCouponBondProductPricer;
import io.github.samuraidesk.bond.BondMeasures;
import io.github.samuraidesk.bond.BondPricer;
import io.github.samuraidesk.bond.CurveMeasures;
import io.github.samuraidesk.bond.CurvePricer;
import java.util.Optional;

/**
 * Recomputes with OpenGamma Strata what package {@code bond} computes, so that a run can keep both (検算). Control
 * figures build on each other, never on ours: Strata's yield comes from Strata's dirty price, its durations from
 * Strata's yield. What Strata cannot give is named or, as the amount of a coupon off its grid, noted as given. Without
 * state, safe for many threads.
 *
 * <p>Tolerances are what both engines honestly meet with a digit or more to spare: sums of the same terms in another
 * order differ in the last digits of a double, and nothing else does.
 */
public final class ControlEngine {

    /** Compares both engines on one case. Throws as {@link BondPricer} and {@link CurvePricer} do. */
    public ControlResult recompute(ControlCase c) {
        BondMeasures own = BondPricer.measuresFromCleanPrice(c.bond(), c.settle(), c.clean());
        return compare(
                c,
                own,
                c.curve().map(curve -> CurvePricer.measuresFromDirtyPrice(c.bond(), c.settle(), own.dirty(), curve)));
    }

    /**
     * Compares figures that exist already, those about to be sealed, with what Strata makes of the inputs.
     *
     * @param own our figures of the bond
     * @param ownOnCurve our figures on the curve, present when {@code c} has one
     * @throws IllegalArgumentException when a curve comes without figures or figures without a curve, or settlement is
     *     outside the life of the bond
     */
    public ControlResult compare(ControlCase c, BondMeasures own, Optional<CurveMeasures> ownOnCurve) {
        if (c.curve().isPresent() != ownOnCurve.isPresent()) {
            throw new IllegalArgumentException("curve figures need a curve and a curve needs figures");
        }
        Comparison comparison = new Comparison();
        StrataBond bond = new StrataBond(c);
        BondControl.Price control = new BondControl(c, bond, comparison).compare(own);
        c.curve()
                .ifPresent(curve -> new CurveControl(c, curve, bond, control, comparison)
                        .compareUnlessOneQuote(own, ownOnCurve.orElseThrow()));
        return comparison.result(engine());
    }

    private static String engine() {
        Optional<String> version = Optional.ofNullable(
                DiscountingFixedCouponBondProductPricer.class.getPackage().getImplementationVersion());
        return "OpenGamma Strata " + version.orElse("of unknown version");
    }
}
