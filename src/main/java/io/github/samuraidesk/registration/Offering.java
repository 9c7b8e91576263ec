package io.github.samuraidesk.registration;

import io.github.samuraidesk.act.Port;
import io.github.samuraidesk.deal.DealFile;
import java.math.BigDecimal;
import java.util.Optional;

/** How far the offering has come by what other trades recorded; these may know the registration, it knows none. */
public interface Offering extends Port {

    /** Whether investors were shown a range and gave their demand, so that the final terms settle the price alone. */
    boolean rangeShownAndDemandTaken(DealFile deal);

    /** Amount in yen at which a tranche was priced; empty before. */
    Optional<BigDecimal> pricedYen(DealFile deal, String tranche);

    boolean isClosed(DealFile deal);
}
