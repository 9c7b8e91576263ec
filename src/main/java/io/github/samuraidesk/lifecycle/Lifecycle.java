package io.github.samuraidesk.lifecycle;

import io.github.samuraidesk.deal.DeclaresFacts;
import io.github.samuraidesk.deal.FactKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is due after closing. */
@Component
public class Lifecycle implements DeclaresFacts {

    @Override
    public List<FactKind<?>> kinds() {
        return List.of(Obligation.FACT);
    }
}
