package io.github.samuraidesk.underwriting;

import io.github.samuraidesk.deal.FactKind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The appointed managers. @param kind AWARDED after an RFP, EXISTING with evidence */
public record Mandate(Kind kind, List<Appointed> managers, String reasons, String evidence) {

    public static final FactKind.One<Mandate> FACT = FactKind.one("Mandate", Mandate.class, "mandate");

    /** The appointed firms, the first appointed first. */
    public Set<String> names() {
        return managers.stream().map(Appointed::manager).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public enum Kind {
        AWARDED,
        EXISTING
    }

    /** @param nameJa Japanese name of the firm; empty in facts of earlier programs */
    public record Appointed(String manager, boolean lead, String nameJa) {

        public Appointed {
            nameJa = Objects.requireNonNullElse(nameJa, "");
        }
    }
}
