package io.github.samuraidesk.book.acts;

import static io.github.samuraidesk.form.DealList.INVESTOR;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.act.Practice;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.book.Allocation;
import io.github.samuraidesk.book.Delivery;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.From;
import io.github.samuraidesk.form.OnlyIf;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** S14, H08: every investor that was allocated bonds gets the prospectus (目論見書の交付), at the latest with the sale. */
public record DeliverProspectus(List<Line> deliveries) {

    public record Line(
            @From(INVESTOR) String investor,
            LocalDateTime deliveredAt,
            Delivery.Means means,

            @OnlyIf(field = "means", is = "ELECTRONIC") Optional<Boolean> consent,

            LocalDateTime soldAt) {

        Delivery delivery() {
            return new Delivery(investor, deliveredAt, means, consent.orElse(false), soldAt);
        }
    }

    public static final Act<DeliverProspectus> ACT = Act.of("deliverProspectus", DeliverProspectus.class)
            .doing("S14", "H08")
            .by(Role.LEAD_MANAGER, Role.MANAGER)
            .passing(Gate.G6, Gate.G9)
            .deed(DeliverProspectus::deliver)
            .played(DeliverProspectus::electronically);

    private Answer deliver(Standing deal, Asked by) {
        var writing = new Answer.Writing();
        Set<String> allocated = allocated(deal);
        var served = new HashSet<String>();
        for (int row = 0; row < deliveries.size(); row++) {
            String path = "deliveries[" + row + "].";
            Delivery delivery = deliveries.get(row).delivery();
            if (!served.add(delivery.investor())) {
                writing.refuse(path + "investor", "duplicate", delivery.investor());
            }
            if (!allocated.contains(delivery.investor())) {
                writing.refuse(path + "investor", "soldWithoutAllocation", delivery.investor());
            }
            if (!delivery.isInTime()) {
                writing.refuse(Finding.rule(
                        "G10",
                        "S:FIEA15",
                        path + "deliveredAt",
                        "LEAD_MANAGER",
                        "prospectusLate",
                        delivery.investor()));
            }
            if (delivery.means() == Delivery.Means.ELECTRONIC && !delivery.consent()) {
                writing.refuse(path + "consent", "consentNeeded");
            }
            writing.record(Delivery.FACT.at(delivery.investor()), delivery);
        }
        allocated.stream()
                .filter(investor -> !served.contains(investor))
                .forEach(investor -> writing.refuse("deliveries", "prospectusNotDelivered", investor));
        return writing.answer();
    }

    private static Set<String> allocated(Standing deal) {
        return deal.one(Allocation.FACT).map(Allocation::investors).orElse(Set.of());
    }

    private static DeliverProspectus electronically(Practice.Stage stage) {
        LocalDateTime now = stage.minute();
        return new DeliverProspectus(allocated(stage.deal()).stream()
                .map(investor -> new Line(investor, now, Delivery.Means.ELECTRONIC, Optional.of(true), now))
                .toList());
    }
}
