package io.github.samuraidesk.deal;

import java.util.List;
import org.springframework.stereotype.Component;

/** What stands of a deal itself: its terms, the tranches that were dropped, and the published outcome. */
@Component
class DealKinds implements DeclaresFacts {

    @Override
    public List<FactKind<?>> kinds() {
        return List.of(Outcome.FACT, TermSheet.FACT, TrancheDropped.FACT);
    }
}
