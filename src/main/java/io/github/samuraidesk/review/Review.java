package io.github.samuraidesk.review;

import io.github.samuraidesk.deal.DeclaresFacts;
import io.github.samuraidesk.deal.FactKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** Legal review: verdicts, comments and what was read. */
@Component
public class Review implements DeclaresFacts {

    @Override
    public List<FactKind<?>> kinds() {
        return List.of(Comment.FACT, PaperRead.FACT, Verdict.FACT);
    }
}
