package io.github.samuraidesk.deal;

import java.util.Map;

/** Where events of the house go that belong to no deal; the audit trail implements it. Must be called inside a transaction. */
public interface HouseEvents {

    /** Waits for, and holds until commit, the one lock that every change of the house takes first. */
    void lock();

    /**
     * @param type for example {@code signedIn}, {@code personAdded}
     * @param person who did it; the program for what nobody did
     * @param body plain values, lists and maps; keys are sorted when the event is sealed
     */
    void append(String type, PersonId person, Map<String, Object> body);
}
