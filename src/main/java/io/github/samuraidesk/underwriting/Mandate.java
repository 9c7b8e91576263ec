package io.github.samuraidesk.underwriting;

import io.github.samuraidesk.act.FirmNames;
import io.github.samuraidesk.deal.FactKind;
import io.github.samuraidesk.deal.Finding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The appointed managers. @param kind AWARDED after an RFP, EXISTING with evidence */
public record Mandate(Kind kind, List<Appointed> managers, String reasons, String evidence) {

    public static final FactKind.One<Mandate> FACT = FactKind.one("Mandate", Mandate.class, "mandate");

    public enum Kind {
        AWARDED,
        EXISTING
    }

    /** @param nameJa Japanese name of the firm; empty in facts of earlier programs */
    public record Appointed(String manager, boolean lead, String nameJa) {

        public Appointed {
            nameJa = Objects.requireNonNullElse(nameJa, "");
        }

        /** The firm under the Japanese name by which the house lists it, if it does. */
        public static Appointed to(Position position, String manager, FirmNames firms) {
            return new Appointed(
                    manager, position == Position.LEAD, firms.japanese(manager).orElse(""));
        }
    }

    /** The appointed firms, the first appointed first. */
    public Set<String> names() {
        return managers.stream().map(Appointed::manager).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What is against it: somebody must lead, and nobody is appointed twice. */
    public List<Finding> faults() {
        var faults = new ArrayList<Finding>();
        if (managers.stream().noneMatch(Appointed::lead)) {
            faults.add(Finding.field("managers", "noLeadManager"));
        }
        if (names().size() != managers.size()) {
            faults.add(Finding.field("managers", "duplicate", ""));
        }
        return faults;
    }
}
