package io.github.samuraidesk.underwriting;

import java.util.List;

/** The appointed managers. @param kind AWARDED after an RFP, EXISTING with evidence */
public record Mandate(Kind kind, List<Appointed> managers, String reasons, String evidence) {

    public enum Kind {
        AWARDED,
        EXISTING
    }

    public record Appointed(String manager, boolean lead) {}
}
