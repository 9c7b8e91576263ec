package io.github.samuraidesk.web;

import io.github.samuraidesk.deal.TermSheetForm;
import io.github.samuraidesk.form.Field;
import io.github.samuraidesk.form.FieldType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The term sheet as JSON Schema, made from the same fields that the form and the file reader use. */
@RestController
class TermSheetSchema {

    private final MessageSource messages;

    TermSheetSchema(MessageSource messages) {
        this.messages = messages;
    }

    @GetMapping(value = "/term-sheet.schema.json", produces = "application/schema+json")
    Map<String, Object> schema() {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Samurai Desk term sheet");
        schema.putAll(object());
        for (Field field : TermSheetForm.FIELDS) {
            add(schema, field.name(), field);
        }
        return schema;
    }

    private static Map<String, Object> object() {
        var object = new LinkedHashMap<String, Object>();
        object.put("type", "object");
        object.put("additionalProperties", false);
        object.put("properties", new LinkedHashMap<String, Object>());
        object.put("required", new ArrayList<String>());
        return object;
    }

    @SuppressWarnings("unchecked")
    private void add(Map<String, Object> parent, String path, Field field) {
        var properties = (Map<String, Object>) parent.get("properties");
        var required = (List<String>) parent.get("required");
        int dot = path.indexOf('.');
        String name = dot < 0 ? path : path.substring(0, dot);
        if (field.required() && !required.contains(name)) {
            required.add(name);
        }
        if (dot >= 0) {
            add((Map<String, Object>) properties.computeIfAbsent(name, k -> object()), path.substring(dot + 1), field);
        } else {
            properties.put(name, property(field));
        }
    }

    private Map<String, Object> property(Field f) {
        var p = new LinkedHashMap<String, Object>();
        p.put("title", messages.getMessage("field." + f.name(), null, f.name(), Locale.ENGLISH));
        p.put("description", messages.getMessage("field." + f.name(), null, f.name(), Locale.JAPANESE));
        switch (f.type()) {
            case TABLE -> {
                p.put("type", "array");
                var row = object();
                f.columns().forEach(c -> add(row, c.name(), c));
                p.put("items", row);
            }
            case CHOICE -> p.put("enum", f.choices());
            case YES_NO -> p.put("enum", List.of("yes", "no"));
            case DATE -> {
                p.put("type", "string");
                p.put("format", "date");
            }
            case WHOLE, DECIMAL, PERCENT, BASIS_POINTS, YEN, BILLION_YEN -> {
                p.put("type", List.of("number", "string"));
                p.put("unit", f.type().name());
                if (f.min() != null) {
                    p.put("minimum", f.min());
                }
                if (f.max() != null) {
                    p.put("maximum", f.max());
                }
            }
            default -> {
                p.put("type", "string");
                p.put("maxLength", f.maxLength());
                if (f.pattern() != null) {
                    p.put("pattern", f.pattern().pattern());
                }
            }
        }
        if (f.type() == FieldType.DATE_TIME) {
            p.put("format", "date-time");
        }
        return p;
    }
}
