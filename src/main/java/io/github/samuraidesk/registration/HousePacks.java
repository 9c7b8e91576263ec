package io.github.samuraidesk.registration;

import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.law.RulePacks;
import org.springframework.stereotype.Component;

/** The rule packs that the house has loaded. */
@Component
class HousePacks implements KnownPacks {

    private final RulePacks packs;

    HousePacks(RulePacks packs) {
        this.packs = packs;
    }

    @Override
    public boolean has(String sha256) {
        return packs.find(sha256).isPresent();
    }

    @Override
    public String pinned(DealFile deal) {
        return packs.pinned(deal);
    }
}
