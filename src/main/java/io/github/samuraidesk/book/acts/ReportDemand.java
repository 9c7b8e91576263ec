package io.github.samuraidesk.book.acts;

import static io.github.samuraidesk.form.DealList.ISSUER_PERSON;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.book.DemandReport;
import io.github.samuraidesk.book.Orders;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.From;
import java.time.LocalDateTime;

/** The demand (需要情報) is told to the issuer before it decides on the pricing. */
public record ReportDemand(
        LocalDateTime givenAt, @From(ISSUER_PERSON) String receivedBy) {

    public static final Act<ReportDemand> ACT = Act.of("reportDemand", ReportDemand.class)
            .by(Role.LEAD_MANAGER)
            .passing(Gate.G5)
            .deed(ReportDemand::report)
            .played(stage ->
                    new ReportDemand(stage.minute(), stage.person(Role.ISSUER).value()));

    private Answer report(Standing deal, Asked by) {
        Orders orders = Orders.of(deal.file());
        var writing = new Answer.Writing();
        if (orders.all().isEmpty()) {
            writing.refuse("order", "noOrder", "");
        }
        return writing.record(DemandReport.Given.FACT, DemandReport.Given.of(givenAt, orders))
                .answer();
    }
}
