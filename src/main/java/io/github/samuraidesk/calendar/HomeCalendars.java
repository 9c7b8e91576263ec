package io.github.samuraidesk.calendar;

import java.util.Optional;
import java.util.Set;

/** The calendar of an issuer's home, where the program has one. */
public final class HomeCalendars {

    /** Members of the euro area on 1 January 2026 (ECB); payments of their states follow TARGET. */
    private static final Set<String> EURO_AREA = Set.of(
            "AT", "BE", "BG", "CY", "DE", "EE", "ES", "FI", "FR", "GR", "HR", "IE", "IT", "LT", "LU", "LV", "MT", "NL",
            "PT", "SI", "SK");

    private HomeCalendars() {}

    /** @param country ISO 3166-1 alpha-2 code; empty where no calendar of that country is known here */
    public static Optional<BusinessCalendar> of(String country, CentreCalendars centres) {
        return switch (country) {
            case "GB" -> Optional.of(centres.london());
            case "US" -> Optional.of(centres.newYork());
            default -> EURO_AREA.contains(country) ? Optional.of(centres.target()) : Optional.empty();
        };
    }
}
