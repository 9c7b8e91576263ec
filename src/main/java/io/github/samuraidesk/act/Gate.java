package io.github.samuraidesk.act;

import io.github.samuraidesk.law.Route;
import java.util.Arrays;

/** The gates of a deal; the rule pack says what each is and by what law. {@code TAKEDOWN} is the shelf's own. */
public enum Gate {
    G1,
    G2,
    G3,
    G4,
    G5,
    G6,
    G7,
    G8,
    G9,
    G10,
    G11,
    G12,
    G13,
    TAKEDOWN;

    /** Whether only some routes have what the gate watches, so that it waits for counsel's signature of the route. */
    public boolean waitsForRoute() {
        return Arrays.stream(Route.values()).anyMatch(r -> r != Route.NOT_A_SAMURAI && !appliesTo(r));
    }

    /**
     * Whether a route has what the gate watches: nothing is filed, effective or delivered where nothing is registered, and a
     * deal that is no Samurai bond passes no gate.
     */
    public boolean appliesTo(Route route) {
        if (route == Route.NOT_A_SAMURAI) {
            return false;
        }
        return switch (this) {
            case G4, G5, G6, G10 -> route.isRegistered();
            case TAKEDOWN -> route.isShelf();
            default -> true;
        };
    }
}
