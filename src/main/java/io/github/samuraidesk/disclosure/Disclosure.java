package io.github.samuraidesk.disclosure;

import io.github.samuraidesk.deal.DeclaresFacts;
import io.github.samuraidesk.deal.FactKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** Papers as they were set in type, and Part 2. */
@Component
public class Disclosure implements DeclaresFacts {

    @Override
    public List<FactKind<?>> kinds() {
        return List.of(PartTwo.FACT, RenderedPaper.FACT, TemplatesDecided.FACT, TemplatesPinned.FACT);
    }
}
