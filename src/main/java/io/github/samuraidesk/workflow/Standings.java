package io.github.samuraidesk.workflow;

import io.github.samuraidesk.access.Firm;
import io.github.samuraidesk.access.Firms;
import io.github.samuraidesk.act.FirmNames;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.DealClock;
import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.law.RulePacks;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Adds to a deal's file what is said elsewhere: its law, its clock and the house's names of firms. */
@Component
public class Standings {

    private final RulePacks packs;
    private final DealClock clock;
    private final Firms firms;

    Standings(RulePacks packs, DealClock clock, Firms firms) {
        this.packs = packs;
        this.clock = clock;
        this.firms = firms;
    }

    public Standing of(DealFile deal) {
        return new Standing(deal, packs.of(deal), clock.now(deal.id()), new Listed(firms));
    }

    /** Reads the list only where a rule asks for a name: most do not. */
    private record Listed(Firms firms) implements FirmNames {

        @Override
        public Optional<String> japanese(String firm) {
            return firms.list().find(firm).map(Firm::nameJa);
        }

        @Override
        public String canonical(String text) {
            return firms.list().canonical(text);
        }

        @Override
        public boolean same(String one, String other) {
            return firms.list().same(one, other);
        }
    }
}
