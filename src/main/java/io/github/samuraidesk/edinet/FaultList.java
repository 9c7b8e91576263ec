package io.github.samuraidesk.edinet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gathers faults, and only counts those of a rule beyond the cap, so that a hostile file cannot fill the memory. */
final class FaultList {

    /** Nobody mends more than this many of one kind by hand; the rest follows from the same cause. */
    static final int CAP = 200;

    private final EdinetRules rules;
    private final List<EdinetFault> faults = new ArrayList<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    FaultList(EdinetRules rules) {
        this.rules = rules;
    }

    void add(String rule, String file, int line, String code, Object... args) {
        Severity severity = rule.equals(PackageCheck.ZIP)
                ? Severity.ERROR
                : rules.rule(rule).severity();
        add(rule, severity, file, line, code, args);
    }

    void addInfo(String rule, String file, int line, String code, Object... args) {
        add(rule, Severity.INFO, file, line, code, args);
    }

    private void add(String rule, Severity severity, String file, int line, String code, Object... args) {
        if (counts.merge(rule, 1, Integer::sum) > CAP) {
            return;
        }
        var texts = new ArrayList<String>();
        for (Object arg : args) {
            texts.add(shown(String.valueOf(arg)));
        }
        faults.add(new EdinetFault(rule, severity, shown(file), line, code, texts));
    }

    /** Takes over what another list found, its count of unlisted faults included. */
    void addAll(FaultList other) {
        var listed = new LinkedHashMap<String, Integer>();
        for (EdinetFault fault : other.faults) {
            listed.merge(fault.rule(), 1, Integer::sum);
            if (counts.merge(fault.rule(), 1, Integer::sum) <= CAP) {
                faults.add(fault);
            }
        }
        other.counts.forEach((rule, count) -> {
            int unlisted = count - listed.getOrDefault(rule, 0);
            if (unlisted > 0) {
                counts.merge(rule, unlisted, Integer::sum);
            }
        });
    }

    List<EdinetFault> sorted() {
        var all = new ArrayList<>(faults);
        all.sort(Comparator.comparing(EdinetFault::file)
                .thenComparingInt(EdinetFault::line)
                .thenComparing(EdinetFault::rule)
                .thenComparing(EdinetFault::code));
        new TreeMap<>(counts).forEach((rule, count) -> {
            if (count > CAP) {
                Severity severity = rule.equals(PackageCheck.ZIP)
                        ? Severity.ERROR
                        : rules.rule(rule).severity();
                all.add(new EdinetFault(rule, severity, "", 0, "more", List.of(Integer.toString(count - CAP))));
            }
        });
        return all;
    }

    /** Control characters would tear a report apart, and a long value says no more than its start. */
    private static String shown(String text) {
        var out = new StringBuilder();
        for (int i = 0; i < text.length() && out.length() < 200; i++) {
            char c = text.charAt(i);
            out.append(Character.isISOControl(c) ? '\uFFFD' : c);
        }
        return out.toString();
    }
}
