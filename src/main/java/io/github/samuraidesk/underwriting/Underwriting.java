package io.github.samuraidesk.underwriting;

import io.github.samuraidesk.deal.DeclaresFacts;
import io.github.samuraidesk.deal.FactKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** Underwriter selection: request for proposals, bids, conflicts, scores and the mandate. */
@Component
public class Underwriting implements DeclaresFacts {

    @Override
    public List<FactKind<?>> kinds() {
        return List.of(Bid.FACT, BidsOpened.FACT, ConflictCheck.FACT, Mandate.FACT, Rfp.FACT, Score.FACT);
    }
}
