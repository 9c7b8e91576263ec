package io.github.samuraidesk.workflow;

import io.github.samuraidesk.deal.DealClock;
import io.github.samuraidesk.deal.DealEvent;
import io.github.samuraidesk.deal.DealEvents;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.Sha256;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Says by an event which drawings a deal runs on, so that the ones shown later can be held to it. */
@Component
class Drawings {

    private final DealProcess process;
    private final DealEvents events;
    private final DealClock clock;

    Drawings(DealProcess process, DealEvents events, DealClock clock) {
        this.process = process;
        this.events = events;
        this.clock = clock;
    }

    /** To be called where a deal's process has been started, or moved to other drawings. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void taken(DealId id, PersonId person) {
        var hashes = new TreeMap<String, Object>();
        process.drawings(id).forEach((name, bytes) -> hashes.put(name, Sha256.of(bytes)));
        events.append(new DealEvent(id, "drawingsTaken", person, clock.now(id), Map.of("drawings", hashes)));
    }
}
