package io.github.samuraidesk.book.acts;

import static io.github.samuraidesk.form.FieldType.LINES;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.book.Guidance;
import io.github.samuraidesk.book.Orders;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.deal.Tranche;
import io.github.samuraidesk.form.As;
import java.time.LocalDate;

/** S11, H06: the book is closed, with guidance (仮条件) and orders for every tranche. */
public record RunBook(
        LocalDate startedOn, LocalDate closedOn, @As(LINES) String summary) {

    public static final Act<RunBook> ACT = Act.of("runBook", RunBook.class)
            .doing("S11", "H06")
            .by(Role.LEAD_MANAGER)
            .passing(Gate.G5)
            .deed(RunBook::close)
            .played(stage -> new RunBook(stage.deal().today(), stage.deal().today(), stage.mark()));

    private Answer close(Standing deal, Asked by) {
        var writing = new Answer.Writing();
        if (closedOn.isBefore(startedOn)) {
            writing.refuse("closedOn", "dateBefore", closedOn.toString(), "startedOn", startedOn.toString());
        }
        Orders orders = Orders.of(deal.file());
        for (Tranche t : deal.liveTranches()) {
            if (deal.one(Guidance.FACT.at(t.id())).isEmpty()) {
                writing.refuse("guidance", "noGuidance", t.id());
            }
            if (orders.ofTranche(t.id()).isEmpty()) {
                writing.refuse("order", "noOrder", t.id());
            }
        }
        return writing.answer();
    }
}
