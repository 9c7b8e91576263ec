package io.github.samuraidesk.pricing;

import io.github.samuraidesk.act.Port;
import io.github.samuraidesk.deal.DealFile;
import java.math.BigDecimal;

/** What the book says of a tranche; the book knows pricing, and so pricing asks it here. */
@FunctionalInterface
public interface Demand extends Port {

    /** Sum of the orders for a tranche, in yen. */
    BigDecimal of(DealFile deal, String tranche);
}
