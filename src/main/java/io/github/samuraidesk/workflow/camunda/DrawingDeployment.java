package io.github.samuraidesk.workflow.camunda;

import io.github.samuraidesk.workflow.Step;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the drawings and decision tables of this program into the engine: all of them together as soon as one differs
 * from the last deployment, since a call activity looks for its process in its own deployment only. Deals that run go on
 * on the drawing they began on.
 */
@Component
class DrawingDeployment implements InitializingBean {

    private static final String NAME = "samurai-desk";
    /** How long a killed program keeps a timer; no step of today's drawings works under such a lock. */
    private static final int SHORT_LOCK_MILLIS = 30_000;

    private final RepositoryService repository;
    private final ManagementService management;
    private final RuntimeService runtime;
    private final SpringJobExecutor jobExecutor;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Resource[] files;

    DrawingDeployment(
            RepositoryService repository,
            ManagementService management,
            RuntimeService runtime,
            SpringJobExecutor jobExecutor,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            @Value("${samurai-desk.drawings:classpath*:processes/*}") Resource[] files) {
        this.repository = repository;
        this.management = management;
        this.runtime = runtime;
        this.jobExecutor = jobExecutor;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.files = files;
    }

    @Override
    public void afterPropertiesSet() {
        Map<String, byte[]> ours = read(files);
        transaction.executeWithoutResult(status -> {
            // The engine's own lock for deployments: of two nodes that start at once, one deploys and one finds it
            // done.
            jdbc.sql("SELECT VALUE_ FROM ACT_GE_PROPERTY WHERE NAME_ = 'deployment.lock' FOR UPDATE")
                    .query(String.class)
                    .single();
            if (!isDeployed(ours)) {
                var deployment = repository.createDeployment().name(NAME);
                ours.forEach((name, bytes) -> deployment.addInputStream(name, new ByteArrayInputStream(bytes)));
                deployment.deploy();
            }
        });
        if (!earlierDrawingsWorkInJobs()) {
            jobExecutor.setLockTimeInMillis(SHORT_LOCK_MILLIS);
        }
    }

    private static Map<String, byte[]> read(Resource[] files) {
        var bytes = new TreeMap<String, byte[]>();
        try {
            for (Resource file : files) {
                String name = Objects.requireNonNull(file.getFilename());
                if (name.endsWith(".bpmn") || name.endsWith(".dmn")) {
                    bytes.put(name, file.getContentAsByteArray());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (bytes.isEmpty()) {
            throw new IllegalStateException("the program has no drawings");
        }
        return bytes;
    }

    private boolean isDeployed(Map<String, byte[]> ours) {
        List<Deployment> last = repository
                .createDeploymentQuery()
                .deploymentName(NAME)
                .orderByDeploymentTime()
                .desc()
                .listPage(0, 1);
        if (last.isEmpty()) {
            return false;
        }
        var theirs = new TreeMap<String, byte[]>();
        repository.getDeploymentResources(last.get(0).getId()).forEach(r -> theirs.put(r.getName(), r.getBytes()));
        return theirs.keySet().equals(ours.keySet())
                && ours.entrySet().stream().allMatch(f -> Arrays.equals(f.getValue(), theirs.get(f.getKey())));
    }

    /** Whether a deal runs on a drawing whose long steps are jobs of the engine, as they were in earlier programs. */
    private boolean earlierDrawingsWorkInJobs() {
        String[] longSteps =
                Arrays.stream(Step.values()).filter(Step::isLong).map(Step::id).toArray(String[]::new);
        return management.createJobDefinitionQuery().activityIdIn(longSteps).list().stream()
                .map(job -> repository
                        .getProcessDefinition(job.getProcessDefinitionId())
                        .getDeploymentId())
                .distinct()
                .anyMatch(deployment -> runtime.createProcessInstanceQuery()
                                .deploymentId(deployment)
                                .count()
                        > 0);
    }
}
