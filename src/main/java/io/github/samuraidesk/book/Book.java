package io.github.samuraidesk.book;

import io.github.samuraidesk.deal.DeclaresFacts;
import io.github.samuraidesk.deal.FactKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** Soundings, guidance, orders, allocation and deliveries of the prospectus. */
@Component
public class Book implements DeclaresFacts {

    @Override
    public List<FactKind<?>> kinds() {
        return List.of(
                Allocation.FACT, Delivery.FACT, DemandReport.Given.FACT, Guidance.FACT, Order.FACT, Sounding.FACT);
    }
}
