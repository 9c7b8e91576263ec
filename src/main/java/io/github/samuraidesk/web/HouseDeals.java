package io.github.samuraidesk.web;

import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.UnreadableFact;
import io.github.samuraidesk.law.Planner;
import java.security.Principal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Pricing dates of the house's deals; a deal has its name only for its members. */
@Component
class HouseDeals {

    private final DealBook deals;
    private final Reader reader;

    HouseDeals(DealBook deals, Reader reader) {
        this.deals = deals;
        this.reader = reader;
    }

    /** Real deals, as a plan meets them. */
    List<Planner.OtherDeal> real(Principal principal) {
        return those(id -> !deals.get(id).practice(), principal);
    }

    /** The other deals of a deal's own kind: practice deals meet practice deals. */
    List<Planner.OtherDeal> besides(DealFile mine, Principal principal) {
        boolean practice = mine.deal().practice();
        return those(id -> !id.equals(mine.id()) && deals.get(id).practice() == practice, principal);
    }

    private List<Planner.OtherDeal> those(Predicate<DealId> wanted, Principal principal) {
        var others = new ArrayList<Planner.OtherDeal>();
        for (DealId id : deals.ids()) {
            if (!wanted.test(id)) {
                continue;
            }
            String name = reader.roles(id, principal).isEmpty() ? "" : id.value();
            try {
                LocalDate pricing = deals.termSheet(id).dates().pricing();
                if (pricing != null) {
                    others.add(new Planner.OtherDeal(name, pricing));
                }
            } catch (UnreadableFact e) {
                others.add(new Planner.OtherDeal(name, null));
            }
        }
        return others;
    }
}
