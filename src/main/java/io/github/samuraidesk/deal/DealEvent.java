package io.github.samuraidesk.deal;

import java.time.Instant;
import java.util.Map;

/**
 * Something that happened on a deal, as a past-tense record.
 *
 * @param type for example {@code taskCompleted}, {@code factRecorded}, {@code gateRefused}
 * @param businessAt time by the deal's clock
 * @param body plain values, lists and maps; keys are sorted when the event is sealed
 */
public record DealEvent(DealId dealId, String type, PersonId person, Instant businessAt, Map<String, Object> body) {}
