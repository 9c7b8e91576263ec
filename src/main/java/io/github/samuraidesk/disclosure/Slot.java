package io.github.samuraidesk.disclosure;

import java.util.Arrays;
import java.util.Optional;

/**
 * Wording outside the conditions of the bonds that only counsel can write: marked in the papers until a person fills it;
 * open, it blocks filing. Slots of the conditions are clauses of the library.
 */
public enum Slot {
    RISK_FACTORS("riskFactors"),
    LEGAL_OPINION("legalOpinion");

    private final String id;

    Slot(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    public static Optional<Slot> byId(String id) {
        return Arrays.stream(values()).filter(s -> s.id.equals(id)).findFirst();
    }
}
