package io.github.samuraidesk.workflow;

import io.github.samuraidesk.act.Port;
import io.github.samuraidesk.deal.DealId;

/** How far the process of a deal has come. */
public interface Progress extends Port {

    /** Whether it has begun and not ended. */
    boolean isRunning(DealId id);

    /** @param task id of a person's task */
    boolean waitsFor(DealId id, String task);
}
