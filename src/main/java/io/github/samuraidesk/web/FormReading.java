package io.github.samuraidesk.web;

import io.github.samuraidesk.form.Field;
import io.github.samuraidesk.form.FieldType;
import io.github.samuraidesk.form.FormValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;

/** Turns request parameters into form values: {@code name}, {@code table[0].column}; blank rows are left out. */
final class FormReading {

    private static final Pattern CELL = Pattern.compile("([A-Za-z][A-Za-z0-9.]*)\\[(\\d{1,4})]\\.([A-Za-z0-9]+)");

    private FormReading() {}

    static FormValues read(List<Field> fields, MultiValueMap<String, String> parameters) {
        var values = new LinkedHashMap<String, String>();
        var rows = new LinkedHashMap<String, TreeMap<Integer, Map<String, String>>>();
        for (Field f : fields) {
            if (f.type() == FieldType.TABLE) {
                rows.put(f.name(), new TreeMap<>());
            } else if (parameters.getFirst(f.name()) != null) {
                String text = parameters.getFirst(f.name());
                if (text != null && !text.isBlank()) {
                    values.put(f.name(), text.strip());
                }
            }
        }
        parameters.forEach((name, texts) -> {
            Matcher cell = CELL.matcher(name);
            if (cell.matches()
                    && rows.containsKey(cell.group(1))
                    && !texts.get(0).isBlank()) {
                rows.get(cell.group(1))
                        .computeIfAbsent(Integer.valueOf(cell.group(2)), k -> new LinkedHashMap<>())
                        .put(cell.group(3), texts.get(0).strip());
            }
        });
        var tables = new LinkedHashMap<String, List<Map<String, String>>>();
        rows.forEach((name, byIndex) -> {
            if (!byIndex.isEmpty()) {
                tables.put(name, new ArrayList<>(byIndex.values()));
            }
        });
        return new FormValues(values, tables);
    }
}
