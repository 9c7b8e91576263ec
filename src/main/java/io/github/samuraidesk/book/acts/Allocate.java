package io.github.samuraidesk.book.acts;

import static io.github.samuraidesk.form.DealList.INVESTOR;
import static io.github.samuraidesk.form.DealList.MANAGER;
import static io.github.samuraidesk.form.DealList.TRANCHE;
import static io.github.samuraidesk.form.FieldType.BILLION_YEN;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.act.Practice;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.book.Allocation;
import io.github.samuraidesk.book.Orders;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.As;
import io.github.samuraidesk.form.From;
import io.github.samuraidesk.pricing.IssueAmounts;
import io.github.samuraidesk.pricing.PricingRun;
import io.github.samuraidesk.underwriting.Mandate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** S14: bonds are allocated (配分) to investors, each within its order, and the whole issue and no more. */
public record Allocate(List<Line> allocations) {

    public record Line(
            @From(TRANCHE) String tranche,
            @From(INVESTOR) String investor,
            @From(MANAGER) String manager,

            @As(value = BILLION_YEN, name = "amountBillionYen")
            BigDecimal amountYen) {}

    public static final Act<Allocate> ACT = Act.of("allocate", Allocate.class)
            .doing("S14")
            .by(Role.LEAD_MANAGER)
            .passing(Gate.G6, Gate.G9)
            .deed(Allocate::allocate)
            .played(Allocate::asOrdered);

    private Answer allocate(Standing deal, Asked by) {
        var writing = new Answer.Writing();
        Orders orders = Orders.of(deal.file());
        Set<String> managers = deal.one(Mandate.FACT).map(Mandate::names).orElse(Set.of());
        for (int row = 0; row < allocations.size(); row++) {
            Line line = allocations.get(row);
            String path = "allocations[" + row + "].";
            BigDecimal ordered = orders.largestYen(line.investor(), line.tranche());
            if (line.amountYen().compareTo(ordered) > 0) {
                writing.refuse(
                        path + "amountBillionYen",
                        "allocatedMoreThanOrdered",
                        line.investor(),
                        line.amountYen().toPlainString(),
                        ordered.toPlainString());
            }
            if (!managers.contains(line.manager())) {
                writing.refuse(path + "manager", "unknownManager", line.manager());
            }
        }
        return writing.refuse(IssueAmounts.of(deal.file())
                        .mustBeSums("allocations", IssueAmounts.sums(allocations, Line::tranche, Line::amountYen)))
                .record(
                        Allocation.FACT,
                        new Allocation(allocations.stream()
                                .map(l -> new Allocation.Line(l.tranche(), l.investor(), l.manager(), l.amountYen()))
                                .toList()))
                .answer();
    }

    private static Allocate asOrdered(Practice.Stage stage) {
        Orders orders = Orders.of(stage.deal().file());
        return new Allocate(stage.deal().current(PricingRun.FACT).stream()
                .flatMap(run -> orders.ofTranche(run.tranche().id()).stream())
                .map(o -> new Line(o.tranche(), o.investor(), o.manager(), o.amountYen()))
                .toList());
    }
}
