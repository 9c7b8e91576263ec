package io.github.samuraidesk.workflow;

import io.github.samuraidesk.act.TaskDone;
import io.github.samuraidesk.deal.DeclaresFacts;
import io.github.samuraidesk.deal.FactKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the desk itself records: tasks done, overrides, halts and steps that were barred. */
@Component
public class DeskFacts implements DeclaresFacts {

    @Override
    public List<FactKind<?>> kinds() {
        return List.of(Blocked.FACT, GateOverride.FACT, Halt.FACT, TaskDone.FACT);
    }
}
