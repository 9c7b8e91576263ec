package io.github.samuraidesk.deal;

import io.github.samuraidesk.form.FormValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads a term sheet file: every scalar stays the text that was written, so 0.750 is not turned into 0.75. */
public final class TermSheetYaml {

    /** A term sheet is some kilobytes; more is a mistake or an attack. */
    public static final int MOST_CHARACTERS = 1_000_000;

    private static final int MOST_ALIASES = 10;
    private static final int DEEPEST = 12;
    /** Sections of a file that are not term sheet: what the market published, and what only a rehearsal needs. */
    private static final Set<String> OTHER_SECTIONS = Set.of("outcome", "rehearsal");

    private TermSheetYaml() {}

    /** @param sections the parts of the file beside the term sheet, as read */
    public record Read(FormValues values, Map<String, Object> sections) {}

    /** @throws Refused with line and column when the text is no YAML, too large, or nested like a bomb */
    public static Read read(String text) {
        var values = new LinkedHashMap<String, String>();
        var tables = new LinkedHashMap<String, List<Map<String, String>>>();
        var sections = new LinkedHashMap<String, Object>();
        plain(text).forEach((key, value) -> {
            if (OTHER_SECTIONS.contains(String.valueOf(key))) {
                sections.put(String.valueOf(key), value);
            } else {
                flatten(String.valueOf(key), value, values, tables);
            }
        });
        return new Read(new FormValues(values, tables), sections);
    }

    /**
     * The mapping of a YAML file with every scalar left a text.
     *
     * @throws Refused with line and column when the text is no YAML mapping, too large, or nested like a bomb
     */
    public static Map<?, ?> plain(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw new Refused(List.of(Finding.field(
                    "file", "fileTooLarge", String.valueOf(text.length()), String.valueOf(MOST_CHARACTERS))));
        }
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(MOST_ALIASES);
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(MOST_CHARACTERS);
        var dumper = new DumperOptions();
        var yaml = new Yaml(new SafeConstructor(options), new Representer(dumper), dumper, options, new TextOnly());
        Object root;
        try {
            root = yaml.load(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (MarkedYAMLException e) {
            String line = e.getProblemMark() == null
                    ? "?"
                    : String.valueOf(e.getProblemMark().getLine() + 1);
            throw new Refused(List.of(Finding.field("file", "yamlUnreadable", line, String.valueOf(e.getProblem()))));
        } catch (YAMLException | ClassCastException e) {
            throw new Refused(List.of(Finding.field("file", "yamlUnreadable", "?", String.valueOf(e.getMessage()))));
        }
        if (!(root instanceof Map<?, ?> map)) {
            throw new Refused(List.of(Finding.field("file", "yamlUnreadable", "1", "no mapping")));
        }
        return map;
    }

    /** Lays assumed values over sourced ones; a sourced value is never replaced. */
    public static FormValues withAssumed(FormValues sourced, FormValues assumption, Set<String> assumed) {
        var values = new LinkedHashMap<>(sourced.values());
        assumption.values().forEach((name, value) -> {
            if (values.putIfAbsent(name, value) == null) {
                assumed.add(name);
            }
        });
        var tables = new LinkedHashMap<>(sourced.tables());
        assumption.tables().forEach((name, rows) -> {
            var merged = new ArrayList<>(tables.getOrDefault(name, List.of()));
            for (Map<String, String> row : rows) {
                int index = indexOf(merged, row);
                var target = index < 0 ? new LinkedHashMap<String, String>() : new LinkedHashMap<>(merged.get(index));
                int at = index < 0 ? merged.size() : index;
                row.forEach((column, value) -> {
                    if (target.putIfAbsent(column, value) == null) {
                        assumed.add(name + "[" + at + "]." + column);
                    }
                });
                if (index < 0) {
                    merged.add(target);
                } else {
                    merged.set(index, target);
                }
            }
            // A row with id "*" holds for every row that does not say otherwise.
            applyToAll(name, merged, assumed);
            tables.put(name, merged);
        });
        return new FormValues(values, tables);
    }

    private static void applyToAll(String name, List<Map<String, String>> rows, Set<String> assumed) {
        var all = rows.stream().filter(r -> "*".equals(r.get("id"))).toList();
        rows.removeAll(all);
        assumed.removeIf(path -> path.startsWith(name + "[" + rows.size() + "]"));
        for (int i = 0; i < rows.size(); i++) {
            var row = new LinkedHashMap<>(rows.get(i));
            for (Map<String, String> defaults : all) {
                for (var e : defaults.entrySet()) {
                    if (!e.getKey().equals("id") && row.putIfAbsent(e.getKey(), e.getValue()) == null) {
                        assumed.add(name + "[" + i + "]." + e.getKey());
                    }
                }
            }
            rows.set(i, row);
        }
    }

    private static int indexOf(List<Map<String, String>> rows, Map<String, String> row) {
        for (String key : List.of("id", "name")) {
            for (int i = 0; i < rows.size(); i++) {
                if (row.containsKey(key) && row.get(key).equals(rows.get(i).get(key))) {
                    return i;
                }
            }
        }
        return -1;
    }

    private static void flatten(
            String path, Object value, Map<String, String> values, Map<String, List<Map<String, String>>> tables) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, v) -> flatten(path + "." + key, v, values, tables));
        } else if (value instanceof List<?> list) {
            var rows = new ArrayList<Map<String, String>>();
            for (Object item : list) {
                var row = new LinkedHashMap<String, String>();
                if (item instanceof Map<?, ?> map) {
                    map.forEach((key, v) -> row.put(String.valueOf(key), v == null ? "" : String.valueOf(v)));
                } else {
                    row.put("?", String.valueOf(item));
                }
                rows.add(row);
            }
            tables.put(path, rows);
        } else {
            values.put(path, value == null ? "" : String.valueOf(value));
        }
    }

    /** Leaves every scalar a text. */
    private static final class TextOnly extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            // none: no numbers, dates, booleans or nulls are guessed
        }
    }
}
