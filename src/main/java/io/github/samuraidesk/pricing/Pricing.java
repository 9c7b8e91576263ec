package io.github.samuraidesk.pricing;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.act.Rule;
import io.github.samuraidesk.deal.DeclaresFacts;
import io.github.samuraidesk.deal.FactKind;
import io.github.samuraidesk.market.MarketCurves;
import io.github.samuraidesk.market.QuoteDoubtsConfirmed;
import io.github.samuraidesk.market.QuoteSet;
import io.github.samuraidesk.pricing.acts.ApprovePricing;
import io.github.samuraidesk.pricing.acts.ChangeTranche;
import io.github.samuraidesk.pricing.acts.DropTranche;
import io.github.samuraidesk.pricing.acts.PriceTranches;
import io.github.samuraidesk.pricing.acts.RecordQuotes;
import io.github.samuraidesk.pricing.acts.SignSubscription;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Market quotes, pricing runs, their approval and the subscription agreement. */
@Component
public class Pricing implements DeclaresFacts {

    /** Quotes of pricing day, one set per kind, day, side and source. */
    public static final FactKind.Per<QuoteSet> QUOTES = FactKind.per("QuoteSet", QuoteSet.class);

    /** Doubts about quotes that a person looked at and confirmed. */
    public static final FactKind.Per<QuoteDoubtsConfirmed> QUOTE_DOUBTS =
            FactKind.per("QuoteDoubtsConfirmed", QuoteDoubtsConfirmed.class);

    /** What rests on the dates and prices of one offering, and falls with them. */
    public static final List<FactKind<?>> FALL_WITH_THE_DATES =
            List.of(PricingRun.FACT, PricingApproved.FACT, SubscriptionSigned.FACT);

    public static final Map<Gate, Rule> GATES = Map.of(Gate.G8, PricingRules::pricingMustBeApproved);

    public static final List<Act<?>> ACTS = List.of(
            RecordQuotes.ACT,
            DropTranche.ACT,
            ChangeTranche.ACT,
            PriceTranches.ACT,
            ApprovePricing.ACT,
            SignSubscription.ACT);

    @Bean
    Pricer pricer() {
        return Pricer.standard();
    }

    @Bean
    Curves curves(MarketCurves made) {
        return made::whyNoCurve;
    }

    @Override
    public List<FactKind<?>> kinds() {
        return List.of(PricingApproved.FACT, PricingRun.FACT, SubscriptionSigned.FACT, QUOTES, QUOTE_DOUBTS);
    }
}
