package io.github.samuraidesk.book.acts;

import static io.github.samuraidesk.form.DealList.OWN_MANAGER;
import static io.github.samuraidesk.form.DealList.TRANCHE;
import static io.github.samuraidesk.form.FieldType.BASIS_POINTS;
import static io.github.samuraidesk.form.FieldType.BILLION_YEN;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.book.InvestorClass;
import io.github.samuraidesk.book.Order;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.As;
import io.github.samuraidesk.form.Between;
import io.github.samuraidesk.form.From;
import io.github.samuraidesk.pricing.PricingApproved;
import io.github.samuraidesk.underwriting.Mandate;
import io.github.samuraidesk.underwriting.OwnFirm;
import java.math.BigDecimal;
import java.util.Optional;

/** An order of one investor through the own firm; the same again is its new amount. */
public record TakeOrder(
        String investor,
        InvestorClass investorClass,
        @From(TRANCHE) String tranche,
        @From(OWN_MANAGER) String manager,

        @As(value = BILLION_YEN, name = "amountBillionYen") @Between(low = "0.001", high = "5000")
        BigDecimal amountYen,

        @As(BASIS_POINTS) Optional<BigDecimal> limitBp) {

    public static final Act<TakeOrder> ACT = Act.of("order", TakeOrder.class)
            .by(Role.LEAD_MANAGER, Role.MANAGER)
            .passing(Gate.G5)
            .deed(TakeOrder::take)
            .entered();

    private Answer take(Standing deal, Asked by) {
        OwnFirm own = OwnFirm.of(manager, deal, by);
        var writing = new Answer.Writing()
                .refuse(deal.trancheMustBeLive("tranche", tranche))
                .refuse(own.refused());
        if (deal.one(Mandate.FACT).filter(m -> m.names().contains(own.name())).isEmpty()) {
            writing.refuse("manager", "unknownManager", manager);
        }
        if (deal.one(PricingApproved.FACT).isPresent()) {
            writing.refuse("investor", "bookIsClosed");
        }
        var order = new Order(investor, investorClass, tranche, own.name(), amountYen, limitBp.orElse(null));
        return writing.record(Order.FACT.at(order.key()), order).answer();
    }
}
