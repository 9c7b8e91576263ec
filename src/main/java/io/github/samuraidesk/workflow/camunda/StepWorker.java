package io.github.samuraidesk.workflow.camunda;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The threads of a served program that do its long steps; any number of nodes may share one database. */
@Component
@ConditionalOnProperty(name = "samurai-desk.jobs", havingValue = "true", matchIfMissing = true)
class StepWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(StepWorker.class);
    private static final long PAUSE_MILLIS = 300;
    private static final long PAUSE_AFTER_TROUBLE_MILLIS = 3_000;
    private static final long MOST_STOPPING_MILLIS = 5_000;

    private final LongSteps steps;
    private final int count;
    private final String node = UUID.randomUUID().toString();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    StepWorker(LongSteps steps, @Value("${samurai-desk.steps.threads:2}") int count) {
        this.steps = steps;
        this.count = count;
    }

    @Override
    public synchronized void start() {
        running = true;
        for (int i = 1; i <= count; i++) {
            var thread = new Thread(this::workUntilStopped, "steps-" + i);
            thread.setDaemon(true);
            // Templates and fonts are found through the application's class loader, also from within its jar.
            thread.setContextClassLoader(StepWorker.class.getClassLoader());
            threads.add(thread);
            thread.start();
        }
    }

    private void workUntilStopped() {
        while (running) {
            try {
                var task = steps.take(node, Optional.empty());
                task.ifPresentOrElse(steps::work, () -> pause(PAUSE_MILLIS));
            } catch (RuntimeException e) {
                if (running) {
                    LOG.warn("no step could be taken: {}", e.getMessage());
                    pause(PAUSE_AFTER_TROUBLE_MILLIS);
                }
            }
        }
    }

    private static void pause(long millis) {
        LockSupport.parkNanos(millis * 1_000_000);
    }

    /** Takes nothing more; a step that does not end in time is taken up again elsewhere when its lease ends. */
    @Override
    public synchronized void stop() {
        running = false;
        threads.forEach(LockSupport::unpark);
        try {
            for (Thread thread : threads) {
                thread.join(MOST_STOPPING_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
