package io.github.samuraidesk.pricing;

import io.github.samuraidesk.act.Port;
import io.github.samuraidesk.market.QuoteSet;
import java.util.Optional;

/** Whether quotes make a curve. */
public interface Curves extends Port {

    /** Why a set makes no curve; empty where it makes one, or is of a kind that makes none by itself. */
    Optional<String> whyNoCurve(QuoteSet quotes);
}
