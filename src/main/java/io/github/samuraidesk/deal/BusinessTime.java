package io.github.samuraidesk.deal;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The context's clock for real deals; the practice time that its events tell for practice deals. */
@Component
class BusinessTime implements DealClock {

    private final DealFiles files;
    private final Clock clock;

    BusinessTime(DealFiles files, Clock clock) {
        this.files = files;
        this.clock = clock;
    }

    @Override
    public Instant now(DealId dealId) {
        return files.find(dealId).flatMap(DealFile::practiceNow).orElseGet(clock::instant);
    }
}
