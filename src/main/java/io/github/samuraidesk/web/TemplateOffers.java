package io.github.samuraidesk.web;

import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.disclosure.PinnedTemplates;
import org.springframework.stereotype.Component;

/** Tells pages of a deal that its legal has not yet decided on newer templates. */
@Component("templateOffers")
class TemplateOffers {

    private final Facts facts;
    private final PinnedTemplates pinned;

    TemplateOffers(Facts facts, PinnedTemplates pinned) {
        this.facts = facts;
        this.pinned = pinned;
    }

    public boolean isOpen(DealId id) {
        DealFile deal = facts.of(id);
        return pinned.offered(deal)
                .filter(offered -> pinned.decided(deal, offered).isEmpty())
                .isPresent();
    }
}
