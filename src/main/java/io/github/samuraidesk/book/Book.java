package io.github.samuraidesk.book;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.act.Rule;
import io.github.samuraidesk.book.acts.Allocate;
import io.github.samuraidesk.book.acts.ConductSounding;
import io.github.samuraidesk.book.acts.DeliverProspectus;
import io.github.samuraidesk.book.acts.GiveGuidance;
import io.github.samuraidesk.book.acts.HoldRoadshow;
import io.github.samuraidesk.book.acts.RecordSounding;
import io.github.samuraidesk.book.acts.ReportDemand;
import io.github.samuraidesk.book.acts.RunBook;
import io.github.samuraidesk.book.acts.TakeOrder;
import io.github.samuraidesk.deal.DeclaresFacts;
import io.github.samuraidesk.deal.FactKind;
import io.github.samuraidesk.pricing.Demand;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Soundings, guidance, orders, allocation and deliveries of the prospectus. */
@Component
public class Book implements DeclaresFacts {

    public static final List<Act<?>> ACTS = List.of(
            HoldRoadshow.ACT,
            RecordSounding.ACT,
            ConductSounding.ACT,
            GiveGuidance.ACT,
            TakeOrder.ACT,
            RunBook.ACT,
            ReportDemand.ACT,
            Allocate.ACT,
            DeliverProspectus.ACT);

    /** What rests on the dates and prices of one offering, and falls with them. */
    public static final List<FactKind<?>> FALL_WITH_THE_DATES =
            List.of(DemandReport.Given.FACT, Allocation.FACT, Delivery.FACT, Guidance.FACT, Order.FACT);

    public static final Map<Gate, Rule> GATES = Map.of(
            Gate.G7, BookRules::demandMustHaveBeenReported,
            Gate.G10, BookRules::prospectusMustBeDelivered);

    /** What pricing asks of the book. */
    @Bean
    Demand demand() {
        return (deal, tranche) -> Orders.of(deal).demandYen(tranche);
    }

    @Override
    public List<FactKind<?>> kinds() {
        return List.of(
                Allocation.FACT, Delivery.FACT, DemandReport.Given.FACT, Guidance.FACT, Order.FACT, Sounding.FACT);
    }
}
