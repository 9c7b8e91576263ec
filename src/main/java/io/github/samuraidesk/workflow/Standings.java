package io.github.samuraidesk.workflow;

import io.github.samuraidesk.access.Firm;
import io.github.samuraidesk.access.FirmList;
import io.github.samuraidesk.access.Firms;
import io.github.samuraidesk.access.People;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.FirmNames;
import io.github.samuraidesk.act.Port;
import io.github.samuraidesk.act.Ports;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.DealClock;
import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.law.RulePacks;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * Adds to a deal's file what is said elsewhere: its law, its clock, the house's names of firms and whoever answers a port; and
 * to a person for whom they speak.
 */
@Component
public class Standings {

    private final RulePacks packs;
    private final DealClock clock;
    private final Firms firms;
    private final People people;
    private final Ports ports;

    Standings(RulePacks packs, DealClock clock, Firms firms, People people, ApplicationContext context) {
        // whoever answers may be made after this
        this.ports = new Ports() {
            @Override
            public <P extends Port> P of(Class<P> port) {
                return context.getBean(port);
            }
        };
        this.packs = packs;
        this.clock = clock;
        this.firms = firms;
        this.people = people;
    }

    public Standing of(DealFile deal) {
        return new Standing(deal, packs.of(deal), clock.now(deal.id()), new HouseFirms(firms), ports);
    }

    public Asked asked(DealId id, PersonId person) {
        return new Asked(person, people.biddingFirms(id, person));
    }

    /** The list as it was when a rule first asked; most rules never do. */
    private static final class HouseFirms implements FirmNames {

        private final Firms firms;
        private @Nullable FirmList list;

        HouseFirms(Firms firms) {
            this.firms = firms;
        }

        private FirmList list() {
            FirmList known = list;
            if (known == null) {
                known = firms.list();
                list = known;
            }
            return known;
        }

        @Override
        public Optional<String> japanese(String firm) {
            return list().find(firm).map(Firm::nameJa);
        }

        @Override
        public String canonical(String text) {
            return list().canonical(text);
        }

        @Override
        public boolean same(String one, String other) {
            return list().same(one, other);
        }
    }
}
