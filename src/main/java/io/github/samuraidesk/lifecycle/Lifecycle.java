package io.github.samuraidesk.lifecycle;

import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.act.Rule;
import io.github.samuraidesk.deal.DeclaresFacts;
import io.github.samuraidesk.deal.FactKind;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What is due after closing. */
@Component
public class Lifecycle implements DeclaresFacts {

    public static final Map<Gate, Rule> GATES = Map.of(Gate.G13, LifecycleRules::postClosingReportsMustBeDone);

    @Override
    public List<FactKind<?>> kinds() {
        return List.of(Obligation.FACT);
    }
}
