package io.github.samuraidesk.edinet;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a check of a package found.
 *
 * @param bytes size of the ZIP
 * @param files files in the ZIP, folders not counted
 * @param faults in the order of file, line and rule; at most 200 of a rule, then one that says how many more
 * @param rulesChecked ids of the rules a package can show
 */
public record CheckReport(long bytes, int files, List<EdinetFault> faults, Set<String> rulesChecked) {

    public CheckReport {
        faults = List.copyOf(faults);
        rulesChecked = Collections.unmodifiableSet(new LinkedHashSet<>(rulesChecked));
    }

    /** Whether nothing heavier than an info was found. */
    public boolean isClean() {
        return faults.stream().allMatch(fault -> fault.severity() == Severity.INFO);
    }

    /** Whether EDINET would refuse the package. */
    public boolean hasErrors() {
        return faults.stream().anyMatch(fault -> fault.severity() == Severity.ERROR);
    }
}
