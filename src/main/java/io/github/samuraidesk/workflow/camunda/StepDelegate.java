package io.github.samuraidesk.workflow.camunda;

import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.workflow.DealSteps;
import io.github.samuraidesk.workflow.Step;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ObjectProvider;

/** One step of the program as the engine calls it; the steps are looked up late because they need the engine. */
record StepDelegate(Step step, ObjectProvider<DealSteps> steps) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        String paperSet = Optional.ofNullable(execution.getVariable("paperSet"))
                .map(String::valueOf)
                .orElse("");
        steps.getObject()
                .run(step, new DealId(execution.getProcessBusinessKey()), paperSet)
                .forEach(execution::setVariable);
    }
}
