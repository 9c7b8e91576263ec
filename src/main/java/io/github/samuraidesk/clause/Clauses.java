package io.github.samuraidesk.clause;

import io.github.samuraidesk.deal.DeclaresFacts;
import io.github.samuraidesk.deal.FactKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** The wording of a deal: its pinned clauses, choices, slots, proposals and signatures. */
@Component
public class Clauses implements DeclaresFacts {

    @Override
    public List<FactKind<?>> kinds() {
        return List.of(
                ChangeProposal.FACT,
                ClauseChoice.FACT,
                ClauseText.FACT,
                ClausesPinned.FACT,
                ClausesSigned.FACT,
                SlotText.FACT);
    }
}
