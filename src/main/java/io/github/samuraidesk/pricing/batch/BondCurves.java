package io.github.samuraidesk.pricing.batch;

import io.github.samuraidesk.bond.GovernmentCurve;
import io.github.samuraidesk.bond.OisCurve;
import java.util.Optional;

/** The curves under one curve id. A figure that needs a curve which is not here stays empty. */
public record BondCurves(Optional<OisCurve> swap, Optional<GovernmentCurve> government) {

    /** No curve. */
    public static final BondCurves NONE = new BondCurves(Optional.empty(), Optional.empty());
}
