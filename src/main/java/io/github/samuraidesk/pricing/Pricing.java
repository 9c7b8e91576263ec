package io.github.samuraidesk.pricing;

import io.github.samuraidesk.deal.DeclaresFacts;
import io.github.samuraidesk.deal.FactKind;
import io.github.samuraidesk.market.QuoteDoubtsConfirmed;
import io.github.samuraidesk.market.QuoteSet;
import java.util.List;
import org.springframework.stereotype.Component;

/** Market quotes, pricing runs, their approval and the subscription agreement. */
@Component
public class Pricing implements DeclaresFacts {

    /** Quotes of pricing day, one set per kind, day, side and source. */
    public static final FactKind.Per<QuoteSet> QUOTES = FactKind.per("QuoteSet", QuoteSet.class);

    /** Doubts about quotes that a person looked at and confirmed. */
    public static final FactKind.Per<QuoteDoubtsConfirmed> QUOTE_DOUBTS =
            FactKind.per("QuoteDoubtsConfirmed", QuoteDoubtsConfirmed.class);

    @Override
    public List<FactKind<?>> kinds() {
        return List.of(PricingApproved.FACT, PricingRun.FACT, SubscriptionSigned.FACT, QUOTES, QUOTE_DOUBTS);
    }
}
