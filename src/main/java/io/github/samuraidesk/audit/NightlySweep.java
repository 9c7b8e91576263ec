package io.github.samuraidesk.audit;

import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.HouseEvents;
import io.github.samuraidesk.deal.PersonId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Holds every deal to its events once a night, one after the other with a pause between them. What differs is an event of
 * the house, and shows on the deal's own pages.
 */
@Component
@EnableScheduling
@ConditionalOnProperty(name = "samurai-desk.jobs", havingValue = "true", matchIfMissing = true)
class NightlySweep {

    private static final Logger LOG = LoggerFactory.getLogger(NightlySweep.class);

    /** People who work at night come first. */
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final TrailCheck check;
    private final DealBook deals;
    private final HouseEvents events;
    private final TransactionTemplate transaction;

    NightlySweep(TrailCheck check, DealBook deals, HouseEvents events, TransactionTemplate transaction) {
        this.check = check;
        this.deals = deals;
        this.events = events;
        this.transaction = transaction;
    }

    @Scheduled(cron = "${samurai-desk.sweep:0 30 2 * * *}", zone = "Asia/Tokyo")
    void sweep() throws InterruptedException {
        for (DealId id : deals.ids()) {
            try {
                List<Difference> differences = check.whole(id);
                if (!differences.isEmpty()) {
                    tell(id, differences);
                }
            } catch (RuntimeException e) {
                // one deal that cannot be looked at keeps nobody from looking at the others
                LOG.error("{} could not be held to its events", id, e);
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private void tell(DealId id, List<Difference> differences) {
        LOG.error("{} differs from its events in {} places", id, differences.size());
        transaction.executeWithoutResult(status -> events.append(
                "dealDiffers", PersonId.PROGRAM, Map.of("deal", id.value(), "differences", differences.size())));
    }
}
