package io.github.samuraidesk.pricing.control;

import static io.github.samuraidesk.pricing.control.BondControl.PRICER;

import com.opengamma.strata.product.bond.ResolvedFixedCouponBond;
import java.time.LocalDate;
import java.util.function.Supplier;

/** Strata's own pricer. */
final class CompoundOfStrata implements Compound {

    private final Supplier<ResolvedFixedCouponBond> bond;
    private final LocalDate settle;

    CompoundOfStrata(Supplier<ResolvedFixedCouponBond> bond, LocalDate settle) {
        this.bond = bond;
        this.settle = settle;
    }

    @Override
    public double yieldFromDirty(double dirty) {
        return PRICER.yieldFromDirtyPrice(bond.get(), settle, dirty / 100);
    }

    @Override
    public double dirtyFromYield(double yield) {
        return 100 * PRICER.dirtyPriceFromYield(bond.get(), settle, yield);
    }

    @Override
    public double macaulay(double yield) {
        return PRICER.macaulayDurationFromYield(bond.get(), settle, yield);
    }

    @Override
    public double modified(double yield) {
        return PRICER.modifiedDurationFromYield(bond.get(), settle, yield);
    }

    @Override
    public double convexity(double yield) {
        return PRICER.convexityFromYield(bond.get(), settle, yield);
    }
}
