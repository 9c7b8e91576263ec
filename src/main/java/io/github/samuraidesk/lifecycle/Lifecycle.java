package io.github.samuraidesk.lifecycle;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.act.Rule;
import io.github.samuraidesk.deal.DeclaresFacts;
import io.github.samuraidesk.deal.FactKind;
import io.github.samuraidesk.lifecycle.acts.FinishFile;
import io.github.samuraidesk.lifecycle.acts.MeetObligation;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What is due after closing. */
@Component
public class Lifecycle implements DeclaresFacts {

    public static final List<Act<?>> ACTS = List.of(MeetObligation.ACT, FinishFile.ACT);

    public static final Map<Gate, Rule> GATES = Map.of(Gate.G13, LifecycleRules::postClosingReportsMustBeDone);

    @Override
    public List<FactKind<?>> kinds() {
        return List.of(Obligation.FACT);
    }
}
