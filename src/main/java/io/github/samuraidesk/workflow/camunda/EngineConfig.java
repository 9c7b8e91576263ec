package io.github.samuraidesk.workflow.camunda;

import io.github.samuraidesk.workflow.DealSteps;
import io.github.samuraidesk.workflow.Step;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/** The engine, wired by hand: it shares the application's data source and transactions, and reaches the steps alone. */
@Configuration(proxyBeanMethods = false)
class EngineConfig {

    private static final Duration LONGEST_JOB = Duration.ofMinutes(15);

    @Bean
    ThreadPoolTaskExecutor jobThreads() {
        var threads = new ThreadPoolTaskExecutor();
        threads.setCorePoolSize(2);
        threads.setMaxPoolSize(4);
        threads.setQueueCapacity(10);
        threads.setThreadNamePrefix("job-");
        return threads;
    }

    @Bean
    SpringJobExecutor jobExecutor(ThreadPoolTaskExecutor jobThreads) {
        var executor = new SpringJobExecutor();
        executor.setTaskExecutor(jobThreads);
        executor.setWaitTimeInMillis(500);
        executor.setMaxWait(5_000);
        executor.setMaxJobsPerAcquisition(4);
        // Drawings of earlier programs set papers in type in a job: longer than the longest such work, since a job
        // whose
        // lock ends is taken again while it still runs. See DrawingDeployment for when that is not needed.
        executor.setLockTimeInMillis((int) LONGEST_JOB.toMillis());
        return executor;
    }

    @Bean
    @DependsOnDatabaseInitialization
    SpringProcessEngineConfiguration processEngineConfiguration(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            SpringJobExecutor jobExecutor,
            ObjectProvider<DealSteps> steps,
            @Value("${samurai-desk.jobs:true}") boolean jobs) {
        var config = new SpringProcessEngineConfiguration();
        config.setProcessEngineName("default");
        config.setDataSource(dataSource);
        config.setTransactionManager(transactions);
        config.setTransactionsExternallyManaged(true);
        config.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
        config.setJobExecutor(jobExecutor);
        config.setJobExecutorActivate(jobs);
        config.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
        config.setHistoryTimeToLive("P3650D");
        config.setDbMetricsReporterActivate(false);
        config.setTaskMetricsEnabled(false);
        config.setAuthorizationEnabled(false);
        config.setDefaultNumberOfRetries(3);
        config.setJdbcStatementTimeout(60);
        // the engine's own generator takes ids in blocks on a second connection while the act holds the first one
        config.setIdGenerator(() -> UUID.randomUUID().toString());
        config.getProcessEnginePlugins().add(new StepsOnly(steps));
        return config;
    }

    @Bean
    ProcessEngineFactoryBean processEngine(SpringProcessEngineConfiguration config) {
        var factory = new ProcessEngineFactoryBean();
        factory.setProcessEngineConfiguration(config);
        return factory;
    }

    @Bean
    RuntimeService runtimeService(ProcessEngine engine) {
        return engine.getRuntimeService();
    }

    @Bean
    TaskService taskService(ProcessEngine engine) {
        return engine.getTaskService();
    }

    @Bean
    HistoryService historyService(ProcessEngine engine) {
        return engine.getHistoryService();
    }

    @Bean
    ManagementService managementService(ProcessEngine engine) {
        return engine.getManagementService();
    }

    @Bean
    ExternalTaskService externalTaskService(ProcessEngine engine) {
        return engine.getExternalTaskService();
    }

    @Bean
    RepositoryService repositoryService(ProcessEngine engine) {
        return engine.getRepositoryService();
    }

    /** Expressions in a process can name the steps and nothing else of the application. */
    private static final class StepsOnly extends AbstractProcessEnginePlugin {
        private final ObjectProvider<DealSteps> steps;

        StepsOnly(ObjectProvider<DealSteps> steps) {
            this.steps = steps;
        }

        @Override
        public void preInit(ProcessEngineConfigurationImpl config) {
            Map<Object, Object> beans = new HashMap<>();
            for (Step step : Step.values()) {
                beans.put(step.id(), new StepDelegate(step, steps));
            }
            config.setExpressionManager(new JuelExpressionManager(beans));
        }
    }
}
