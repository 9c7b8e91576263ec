package io.github.samuraidesk.deal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The time of a deal. A real deal lives in real time; a practice deal (リハーサル) has a business time of its own that
 * people move forward, so that a deal of 2024 can be walked through today.
 */
public interface DealClock {

    ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    Instant now(DealId dealId);

    default LocalDate today(DealId dealId) {
        return now(dealId).atZone(TOKYO).toLocalDate();
    }
}
