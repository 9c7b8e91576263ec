package io.github.samuraidesk.disclosure;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.deal.DeclaresFacts;
import io.github.samuraidesk.deal.FactKind;
import io.github.samuraidesk.disclosure.acts.EngageRatingAgency;
import java.util.List;
import org.springframework.stereotype.Component;

/** Papers as they were set in type, and Part 2. */
@Component
public class Disclosure implements DeclaresFacts {

    public static final List<Act<?>> ACTS = List.of(EngageRatingAgency.ACT);

    @Override
    public List<FactKind<?>> kinds() {
        return List.of(PartTwo.FACT, RenderedPaper.FACT, TemplatesDecided.FACT, TemplatesPinned.FACT);
    }
}
