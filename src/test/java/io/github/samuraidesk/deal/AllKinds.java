package io.github.samuraidesk.deal;

import io.github.samuraidesk.book.Book;
import io.github.samuraidesk.clause.Clauses;
import io.github.samuraidesk.disclosure.Disclosure;
import io.github.samuraidesk.lifecycle.Lifecycle;
import io.github.samuraidesk.pricing.Pricing;
import io.github.samuraidesk.registration.Registration;
import io.github.samuraidesk.review.Review;
import io.github.samuraidesk.settlement.Settlement;
import io.github.samuraidesk.underwriting.Underwriting;
import io.github.samuraidesk.workflow.DeskFacts;
import java.util.List;

/** The kinds of fact of every trade, without an application context. */
public final class AllKinds {

    private AllKinds() {}

    public static FactKinds known() {
        return new FactKinds(List.of(
                new DealKinds(),
                new Underwriting(),
                new Book(),
                new Pricing(),
                new Registration(),
                new Clauses(),
                new Disclosure(),
                new Review(),
                new Settlement(),
                new Lifecycle(),
                new DeskFacts()));
    }
}
