package io.github.samuraidesk.nets;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON text by what it says, blind to how it is written: keys are sorted; nothing said (null, an empty list) is left out,
 * also the empty text that the trail writes for a null in a list; a number equals the text of its digits, 1E+2 equals 100,
 * but 0.50 is not 0.5, since what was typed prints as it was typed. Of a binary fraction with more than twelve decimals ten
 * are kept: the last bits of a logarithm depend on the processor. The names under {@code assumed} are a set, whose order in a
 * text is another in every JVM.
 */
final class NormalForm {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    /** A number as JSON writes it; a code like 020000 is none. */
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d{1,3})?");

    private static final Set<String> SETS = Set.of("assumed");
    private static final int MOST_DECIMALS = 12;
    private static final int KEPT_DECIMALS = 10;

    private static final Pattern HASH = Pattern.compile("\\b[0-9a-f]{64}\\b");

    private final Predicate<String> keptHash;

    /** @param keptHash whether a SHA-256 is of bytes that stay; any other is written as {@code #} */
    NormalForm(Predicate<String> keptHash) {
        this.keptHash = keptHash;
    }

    String of(String json) {
        Object said = said(JSON.readTree(json));
        return said == null ? "" : JSON.writeValueAsString(said);
    }

    /** The fields of an object, each normalised. */
    JsonNode tree(String json) {
        String text = of(json);
        return JSON.readTree(text.isEmpty() ? "{}" : text);
    }

    private Object said(JsonNode node) {
        if (node.isNull() || node.isMissingNode() || (node.isArray() && node.isEmpty())) {
            return null;
        }
        if (node.isObject()) {
            Map<String, Object> sorted = new TreeMap<>();
            node.properties().forEach(e -> {
                Object value = said(e.getValue());
                if (value instanceof List<?> names && SETS.contains(e.getKey())) {
                    value = names.stream().map(String::valueOf).sorted().toList();
                }
                if (value != null) {
                    sorted.put(e.getKey(), value);
                }
            });
            return sorted;
        }
        if (node.isArray()) {
            List<Object> elements = new ArrayList<>();
            node.forEach(element -> {
                Object value = said(element);
                if (value != null && !value.equals("")) {
                    elements.add(value);
                }
            });
            return elements.isEmpty() ? null : elements;
        }
        if (node.isNumber()) {
            return number(node.decimalValue());
        }
        return node.isString() ? text(node.asString()) : node.asString();
    }

    private static String number(BigDecimal number) {
        boolean binary = number.scale() > MOST_DECIMALS;
        return (binary ? number.setScale(KEPT_DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros() : number)
                .toPlainString();
    }

    private String text(String text) {
        if (NUMBER.matcher(text).matches()) {
            return number(new BigDecimal(text));
        }
        return HASH.matcher(text).replaceAll(m -> keptHash.test(m.group()) ? m.group() : "#");
    }
}
