package io.github.samuraidesk.workflow;

import io.github.samuraidesk.access.Firm;
import io.github.samuraidesk.access.FirmList;
import io.github.samuraidesk.access.Firms;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.form.FormValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The managers of a term sheet as firms of the house's list, whatever spelling the file or the form uses. */
final class TermSheetFirms {

    private static final String MANAGERS = "managers";

    private TermSheetFirms() {}

    /** The same term sheet with every manager under the firm's own names; what names no firm stays as written. */
    static FormValues resolved(FormValues termSheet, FirmList known) {
        List<Map<String, String>> rows = termSheet.tables().get(MANAGERS);
        if (rows == null) {
            return termSheet;
        }
        var resolved = new ArrayList<Map<String, String>>();
        for (Map<String, String> row : rows) {
            var with = new LinkedHashMap<>(row);
            firm(row, known).ifPresent(f -> {
                with.put("name", f.name());
                with.put("nameJa", f.nameJa());
            });
            resolved.add(with);
        }
        return termSheet.withTable(MANAGERS, resolved);
    }

    /** Every manager that names no firm, with the names that are near, or whose two names are those of two firms. */
    static List<Finding> check(FormValues termSheet, FirmList known) {
        var findings = new ArrayList<Finding>();
        int row = 0;
        for (FormValues m : termSheet.rows(MANAGERS)) {
            String path = MANAGERS + "[" + row++ + "].";
            for (String field : List.of("name", "nameJa")) {
                if (m.has(field) && known.find(m.text(field)).isEmpty()) {
                    findings.add(Firms.unknown(path + field, m.text(field), known));
                }
            }
            Optional<Firm> one = known.find(m.text("name"));
            Optional<Firm> other = known.find(m.text("nameJa"));
            if (one.isPresent() && other.isPresent() && !one.equals(other)) {
                findings.add(Finding.field(
                        path + "nameJa",
                        "namesOfTwoFirms",
                        one.get().name(),
                        other.get().name()));
            }
        }
        return findings;
    }

    private static Optional<Firm> firm(Map<String, String> row, FirmList known) {
        String name = row.getOrDefault("name", "");
        String nameJa = row.getOrDefault("nameJa", "");
        Optional<Firm> one = name.isBlank() ? known.find(nameJa) : known.find(name);
        return nameJa.isBlank() || one.equals(known.find(nameJa)) ? one : Optional.empty();
    }
}
