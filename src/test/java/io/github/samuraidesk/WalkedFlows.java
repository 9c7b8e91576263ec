package io.github.samuraidesk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Notes every sequence flow that a deal of a test takes; the engine's own history tells activities only. */
@TestConfiguration(proxyBeanMethods = false)
public class WalkedFlows {

    /** {@code process#flow}. */
    public static final Set<String> TAKEN = new ConcurrentSkipListSet<>();

    @Bean
    static BeanPostProcessor everyFlowIsNoted() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof ProcessEngineConfigurationImpl config) {
                    // the engine adds its own to this list
                    config.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new Noting())));
                }
                return bean;
            }
        };
    }

    private static final class Noting extends AbstractBpmnParseListener {
        @Override
        public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
            String taken = ((ProcessDefinitionEntity) scope.getProcessDefinition()).getKey() + "#" + flow.getId();
            ExecutionListener note = execution -> TAKEN.add(taken);
            flow.addListener(ExecutionListener.EVENTNAME_TAKE, note);
        }
    }
}
