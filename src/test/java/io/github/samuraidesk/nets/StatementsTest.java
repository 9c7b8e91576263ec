package io.github.samuraidesk.nets;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.TrancheDropped;
import io.github.samuraidesk.rehearsal.Cast;
import io.github.samuraidesk.workflow.HumanTask;
import io.github.samuraidesk.workflow.Visitor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** What a page of one deal asks of the database: a bounded number of statements, whatever the deal's history. */
@Import(CountedStatements.class)
class StatementsTest extends DeskTest {

    /** Engine and session included, first reading after a change. */
    private static final int MOST = 25;

    private static final List<String> PAGES = List.of(
            "/deals/%s",
            "/deals/%s/registration",
            "/deals/%s/calendar",
            "/deals/%s/clauses",
            "/deals/%s/papers",
            "/deals/%s/papers/amended-registration",
            "/deals/%s/papers/amended-registration/figures",
            "/deals/%s/book",
            "/deals/%s/prices",
            "/deals/%s/tranches/5Y",
            "/deals/%s/bids",
            "/deals/%s/history",
            "/deals/%s/members",
            "/deals/%s/entries/sounding",
            "/api/deals/%s",
            "/api/deals/%s/gates");

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void aPageOfADealCostsFewStatementsRightAfterAChange() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.CONFIRM_EFFECTIVENESS);
        var lead = new Visitor(port, Cast.LEAD.person().value(), PASSWORD);
        var dear = new ArrayList<String>();
        for (String address : PAGES) {
            String page = address.formatted(id);
            // the first visit of this program compiles templates and compares the whole deal
            read(lead, page);
            transaction.executeWithoutResult(status -> {
                deals.lock(id);
                facts.record(id, "none", new TrancheDropped("none", "x"), Cast.LEAD.person());
            });
            CountedStatements.clear();
            read(lead, page);
            System.out.println(CountedStatements.count() + " statements: " + address);
            if (CountedStatements.count() > MOST) {
                dear.add(address + ": " + CountedStatements.count() + "\n  "
                        + String.join("\n  ", CountedStatements.most()));
            }
        }
        assertThat(dear).as("pages with more than %d statements", MOST).isEmpty();
    }

    private static void read(Visitor lead, String page) {
        Visitor.Answer answer = page.startsWith("/api/") ? lead.read(page) : lead.get(page);
        assertThat(answer.status()).as(page).isEqualTo(200);
    }
}
