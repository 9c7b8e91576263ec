package io.github.samuraidesk.web;

import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.disclosure.PinnedTemplates;
import org.springframework.stereotype.Component;

/** Tells pages of a deal that its legal has not yet decided on newer templates. */
@Component("templateOffers")
class TemplateOffers {

    private final PinnedTemplates pinned;

    TemplateOffers(PinnedTemplates pinned) {
        this.pinned = pinned;
    }

    public boolean isOpen(DealId id) {
        return pinned.offered(id)
                .filter(offered -> pinned.decided(id, offered).isEmpty())
                .isPresent();
    }
}
