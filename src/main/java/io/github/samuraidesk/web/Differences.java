package io.github.samuraidesk.web;

import io.github.samuraidesk.audit.Difference;
import io.github.samuraidesk.audit.TrailCheck;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.UnreadableFact;
import io.github.samuraidesk.workflow.Sealed;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Where a deal differs from its audit trail, as far as a person may see it: a bid stays sealed even when it was forged. */
@Component
class Differences {

    private static final Set<String> SEALED_KINDS = Set.of("Bid", "Score");
    private static final Set<String> KINDS_OF_ORDERS = Set.of("Order", "Allocation", "Delivery", "TaskDone");

    private final TrailCheck check;
    private final Sealed sealed;
    private final Wording wording;

    Differences(TrailCheck check, Sealed sealed, Wording wording) {
        this.check = check;
        this.sealed = sealed;
        this.wording = wording;
    }

    /** What is known since this process first read the deal, and what came since. */
    List<Difference> known(DealId id, PersonId person) {
        return shown(check.differences(id), id, person);
    }

    /** Everything compared anew. */
    List<Difference> whole(DealId id, PersonId person) {
        return shown(check.whole(id), id, person);
    }

    /** The differences as refusals, for where nothing else can be shown. */
    static List<Finding> findings(List<Difference> differences) {
        return differences.stream()
                .map(d -> Finding.rule(
                        "TRAIL",
                        "",
                        "deal",
                        "AUDITOR",
                        "dealIsUnreadable",
                        d.rowOrTable(),
                        d.qualifiedColumn(),
                        d.stored(),
                        d.byEvents()))
                .toList();
    }

    private List<Difference> shown(List<Difference> differences, DealId id, PersonId person) {
        if (differences.isEmpty()) {
            return differences;
        }
        Sealed.Reading reading;
        try {
            reading = sealed.reading(id, person);
        } catch (UnreadableFact e) {
            // nobody can tell what is sealed: what holds no fact is told to everybody
            return differences.stream()
                    .filter(d -> !d.table().equals("deal_fact"))
                    .toList();
        }
        return reading.seesAllBids()
                ? differences
                : differences.stream().map(d -> sealed(d, reading)).toList();
    }

    private Difference sealed(Difference d, Sealed.Reading reading) {
        boolean fact = d.table().equals("deal_fact");
        // a row that no event knows may be a bid under another name
        boolean hidden = fact
                && (SEALED_KINDS.contains(d.kind())
                        || (!reading.seesAllOrders() && KINDS_OF_ORDERS.contains(d.kind()))
                        || d.column().equals("row"));
        if (!hidden && !(d.table().equals("blob") && d.column().equals("file_name"))) {
            return d;
        }
        String instead = wording.text("page.differenceSealed");
        return new Difference(d.table(), d.kind(), fact ? instead : d.key(), d.version(), d.column(), instead, instead);
    }
}
