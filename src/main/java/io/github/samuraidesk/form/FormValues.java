package io.github.samuraidesk.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was typed, unread: texts by field name, tables as rows, evidence as SHA-256 of the stored file. Getters are for
 * values that {@link FormCheck} has passed; they throw on anything else, because that is a caller's mistake.
 */
public record FormValues(Map<String, String> values, Map<String, List<Map<String, String>>> tables) {

    public static final BigDecimal BILLION = new BigDecimal("1000000000");

    public FormValues {
        values = Map.copyOf(values);
        tables = Map.copyOf(tables);
    }

    public static FormValues of(Map<String, String> values) {
        return new FormValues(values, Map.of());
    }

    public static FormValues empty() {
        return new FormValues(Map.of(), Map.of());
    }

    /** Names and values in turn. */
    public static FormValues of(String... namesAndValues) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return of(map);
    }

    public FormValues withTable(String name, List<Map<String, String>> rows) {
        var all = new LinkedHashMap<>(tables);
        all.put(name, rows);
        return new FormValues(values, all);
    }

    public FormValues with(String name, String value) {
        var all = new LinkedHashMap<>(values);
        all.put(name, value);
        return new FormValues(all, tables);
    }

    public boolean has(String name) {
        return !text(name).isEmpty();
    }

    /** The text without outer blanks; empty when the field was left out. */
    public String text(String name) {
        return values.getOrDefault(name, "").strip();
    }

    public Optional<String> find(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    public boolean yes(String name) {
        return "yes".equals(text(name));
    }

    public LocalDate date(String name) {
        return LocalDate.parse(text(name));
    }

    public Optional<LocalDate> findDate(String name) {
        return find(name).map(LocalDate::parse);
    }

    public LocalDateTime dateTime(String name) {
        return LocalDateTime.parse(text(name));
    }

    /** @throws NumberFormatException when the text is no number, or its comma could be a decimal point */
    public BigDecimal number(String name) {
        return NumberText.readAmount(text(name))
                .value()
                .orElseThrow(() -> new NumberFormatException(name + ": " + text(name)));
    }

    public Optional<BigDecimal> findNumber(String name) {
        return has(name) ? Optional.of(number(name)) : Optional.empty();
    }

    /** A field in billions of yen, as yen. */
    public Optional<BigDecimal> findBillionsAsYen(String name) {
        return findNumber(name).map(n -> n.multiply(BILLION).stripTrailingZeros());
    }

    public <E extends Enum<E>> E choice(String name, Class<E> type) {
        return Enum.valueOf(type, text(name));
    }

    public List<FormValues> rows(String table) {
        return tables.getOrDefault(table, List.of()).stream()
                .map(FormValues::of)
                .toList();
    }
}
