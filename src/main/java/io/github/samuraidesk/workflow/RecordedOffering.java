package io.github.samuraidesk.workflow;

import io.github.samuraidesk.book.Guidance;
import io.github.samuraidesk.book.Order;
import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.pricing.PricingRun;
import io.github.samuraidesk.registration.Offering;
import io.github.samuraidesk.settlement.Closed;
import java.math.BigDecimal;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells the registration how far book, pricing and settlement have come. */
@Component
class RecordedOffering implements Offering {

    @Override
    public boolean rangeShownAndDemandTaken(DealFile deal) {
        return !deal.current(Guidance.FACT).isEmpty()
                && !deal.current(Order.FACT).isEmpty();
    }

    @Override
    public Optional<BigDecimal> pricedYen(DealFile deal, String tranche) {
        return deal.one(PricingRun.FACT.at(tranche)).map(PricingRun::amountYen);
    }

    @Override
    public boolean isClosed(DealFile deal) {
        return deal.one(Closed.FACT).isPresent();
    }
}
