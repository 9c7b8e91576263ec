package io.github.samuraidesk.settlement;

import io.github.samuraidesk.law.RulePack;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** JASDEC's weekly cut-off for forms of participation: Thursday 17:00 in Japan [S:JASDEC-FLOW]. */
public final class WeeklyCutOff {

    private static final LocalTime CLOSES = LocalTime.of(17, 0);

    private WeeklyCutOff() {}

    /** Whether forms that arrived then are of the next week: at 17:00 sharp they are still in time. */
    public static boolean isMissed(LocalDateTime received) {
        return received.getDayOfWeek() == DayOfWeek.THURSDAY
                && received.toLocalTime().isAfter(CLOSES);
    }

    /** Earliest day of participation for forms that arrived then. */
    public static LocalDate participation(RulePack pack, LocalDateTime received) {
        return pack.plan().participationForForms(received.toLocalDate().plusDays(isMissed(received) ? 1 : 0));
    }
}
