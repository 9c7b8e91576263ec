package io.github.samuraidesk.rehearsal;

import io.github.samuraidesk.access.Firm;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Outcome;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.deal.TermSheetYaml;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.wording.ResourceTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A term sheet file with its assumptions and its published outcome.
 *
 * @param assumed fields (and outcome cells, as {@code outcome.<tranche>.<column>}) that are assumptions
 */
public record Sample(FormValues termSheet, Outcome outcome, Set<String> assumed) {

    public static Sample of(String sourced, Optional<String> assumption) {
        var assumed = new HashSet<String>();
        TermSheetYaml.Read facts = TermSheetYaml.read(sourced);
        FormValues values = facts.values();
        var rows = new LinkedHashMap<String, Map<String, String>>();
        readOutcome(facts.sections(), rows, new HashSet<>(), false);
        if (assumption.isPresent()) {
            TermSheetYaml.Read more = TermSheetYaml.read(assumption.get());
            values = TermSheetYaml.withAssumed(values, more.values(), assumed);
            readOutcome(more.sections(), rows, assumed, true);
        }
        return new Sample(values, outcome(rows), Set.copyOf(assumed));
    }

    /** The firms of the scripted people, and spellings of firms that the samples name often. */
    public static List<Firm> firms() {
        return ResourceTable.rows("/samples/firms.csv").stream()
                .map(r -> new Firm(
                        r.get("name"),
                        r.get("nameJa"),
                        Firm.Kind.valueOf(r.get("kind")),
                        r.get("aliases").isBlank()
                                ? List.of()
                                : List.of(r.get("aliases").split("; "))))
                .toList();
    }

    /** The managers of a term sheet as firms, as far as both names are there. */
    static List<Firm> managers(FormValues termSheet) {
        return termSheet.rows("managers").stream()
                .filter(m -> m.has("name") && m.has("nameJa"))
                .map(m -> Firm.securities(m.text("name"), m.text("nameJa")))
                .toList();
    }

    private static void readOutcome(
            Map<String, Object> sections, Map<String, Map<String, String>> rows, Set<String> assumed, boolean note) {
        if (!(sections.get("outcome") instanceof List<?> list)) {
            return;
        }
        for (Object item : list) {
            if (!(item instanceof Map<?, ?> map) || map.get("tranche") == null) {
                throw new Refused(List.of(Finding.field("outcome", "required", "tranche")));
            }
            String tranche = String.valueOf(map.get("tranche"));
            var row = rows.computeIfAbsent(tranche, k -> new HashMap<>());
            map.forEach((column, value) -> {
                if (row.putIfAbsent(String.valueOf(column), String.valueOf(value)) == null && note) {
                    assumed.add("outcome." + tranche + "." + column);
                }
            });
        }
    }

    private static Outcome outcome(Map<String, Map<String, String>> rows) {
        var list = new ArrayList<Outcome.Row>();
        rows.forEach((tranche, texts) -> {
            FormValues r = FormValues.of(texts);
            list.add(new Outcome.Row(
                    tranche,
                    r.yes("dropped"),
                    r.findBillionsAsYen("sizeBillionYen").orElse(null),
                    r.findNumber("couponPercent").orElse(null),
                    r.findNumber("spreadBp").orElse(null),
                    r.findNumber("issuePrice")
                            .map(BigDecimal::stripTrailingZeros)
                            .orElse(null),
                    r.findDate("maturity").map(LocalDate::from).orElse(null)));
        });
        return new Outcome(list);
    }
}
