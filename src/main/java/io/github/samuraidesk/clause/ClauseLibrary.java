package io.github.samuraidesk.clause;

import io.github.samuraidesk.deal.TermSheetYaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The clauses that the program comes with, in the order of printing, and the headings of their sections. */
public record ClauseLibrary(Map<Integer, Heading> headings, List<Clause> clauses) {

    private static final ClauseLibrary BUILT_IN = read(resource());

    public record Heading(String ja, String en) {}

    public static ClauseLibrary builtIn() {
        return BUILT_IN;
    }

    /** @throws IllegalArgumentException with every fault of the file */
    static ClauseLibrary read(String yaml) {
        var tables = TermSheetYaml.plain(yaml);
        var faults = new ArrayList<String>();
        var headings = new LinkedHashMap<Integer, Heading>();
        for (Map<?, ?> s : rows(tables, "sections", faults)) {
            headings.put(number(text(s, "number"), "section", faults), new Heading(text(s, "ja"), text(s, "en")));
        }
        var clauses = new ArrayList<Clause>();
        var seen = new HashSet<String>();
        for (Map<?, ?> c : rows(tables, "clauses", faults)) {
            String id = text(c, "id");
            if (!id.matches("[a-z][A-Za-z0-9]*") || !seen.add(id)) {
                faults.add(id + ": an id is one word, once");
            }
            for (String name : List.of("owner", "reason", "source")) {
                if (text(c, name).isBlank()) {
                    faults.add(id + ": " + name + " is missing");
                }
            }
            boolean slot = text(c, "slot").equals("yes");
            String ja = text(c, "ja");
            String en = text(c, "en");
            if (slot != ja.isBlank() || slot != en.isBlank()) {
                faults.add(id + ": a slot holds no text, any other clause both twins");
            }
            Clause.unknownFigures(ja + en).forEach(f -> faults.add(id + ": there is no figure {" + f + "}"));
            var clause = new Clause(
                    id,
                    number(text(c, "section"), id, faults),
                    number(text(c, "version"), id, faults),
                    text(c, "owner"),
                    date(text(c, "effective"), id, faults),
                    use(text(c, "use"), id, faults),
                    when(c.get("when"), id, faults),
                    slot,
                    text(c, "reason"),
                    text(c, "source"),
                    ja,
                    en);
            if (!headings.containsKey(clause.section())) {
                faults.add(id + ": there is no section " + clause.section());
            }
            clauses.add(clause);
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
        return new ClauseLibrary(headings, List.copyOf(clauses));
    }

    private static String resource() {
        try (InputStream in = ClauseLibrary.class.getResourceAsStream("/templates/clauses/conditions-of-bonds.yaml")) {
            if (in == null) {
                throw new IllegalStateException("the clause library is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Map<?, ?>> rows(Map<?, ?> root, String name, List<String> faults) {
        var rows = new ArrayList<Map<?, ?>>();
        if (root.get(name) instanceof List<?> list) {
            list.forEach(item -> {
                if (item instanceof Map<?, ?> map) {
                    rows.add(map);
                } else {
                    faults.add(name + ": not a mapping");
                }
            });
        } else {
            faults.add(name + " is missing");
        }
        return rows;
    }

    private static String text(Map<?, ?> row, String name) {
        Object value = row.get(name);
        return value == null ? "" : String.valueOf(value);
    }

    private static int number(String text, String id, List<String> faults) {
        if (text.matches("[1-9][0-9]{0,3}")) {
            return Integer.parseInt(text);
        }
        faults.add(id + ": not a number: " + text);
        return 0;
    }

    private static LocalDate date(String text, String id, List<String> faults) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            faults.add(id + ": not a date: " + text);
            return LocalDate.EPOCH;
        }
    }

    private static Clause.Use use(String text, String id, List<String> faults) {
        return Arrays.stream(Clause.Use.values())
                .filter(u -> u.name().equals(text))
                .findFirst()
                .orElseGet(() -> {
                    faults.add(id + ": use is REQUIRED, STANDARD or OPTIONAL, not " + text);
                    return Clause.Use.REQUIRED;
                });
    }

    private static Map<String, List<String>> when(Object value, String id, List<String> faults) {
        var when = new LinkedHashMap<String, List<String>>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, values) -> {
                if (Condition.byId(String.valueOf(name)).isEmpty()) {
                    faults.add(id + ": there is no condition " + name);
                }
                if (values instanceof List<?> list && !list.isEmpty()) {
                    when.put(
                            String.valueOf(name),
                            list.stream().map(String::valueOf).toList());
                } else {
                    faults.add(id + ": a condition lists its values: " + name);
                }
            });
        } else if (value != null) {
            faults.add(id + ": when is a mapping");
        }
        return when;
    }
}
