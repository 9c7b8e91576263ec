package io.github.samuraidesk.deal;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one text that a fact has: JSON in the canonical form of RFC 8785, of the record's components alone. Decimals are
 * strings, so that no reader rounds them; what is null, an empty Optional or an empty list was not said and is absent;
 * false and zero are written. Equal facts have equal texts, and a component that a later program adds changes the text of
 * no fact that does not say it.
 */
public final class FactText {

    /** What a number is that the trail wrote: its digits as they stand. */
    record Digits(String text) {}

    /** A fact's text, and the least version of its kind that can say all of it. */
    record Written(String text, int version) {}

    private static final JsonSetter.Value NOTHING_SAID = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .withConfigOverride(List.class, c -> c.setNullHandling(NOTHING_SAID))
            .withConfigOverride(Set.class, c -> c.setNullHandling(NOTHING_SAID))
            .withConfigOverride(Map.class, c -> c.setNullHandling(NOTHING_SAID))
            .build();

    private static final int EXACT_BITS = 53;

    private FactText() {}

    /** @throws IllegalArgumentException where a component is of a type that has no text */
    public static String of(Record fact) {
        return write(fact).text();
    }

    /**
     * The canonical text of an event's body; the facts in it keep the text that they are stored with.
     *
     * @throws IllegalArgumentException where a value is of a type that has no text
     */
    public static String ofEvent(Map<String, Object> body) {
        return canonical(tree(body, new int[] {1}));
    }

    static Written write(Record fact) {
        int[] version = {1};
        Object tree = tree(fact, version);
        return new Written(plain(tree), version[0]);
    }

    /**
     * Reads a text of any program; components that this one does not know are passed over.
     *
     * @throws JacksonException where it is no fact of the type
     */
    public static <T> T read(String text, Class<T> type) {
        return JSON.readValue(text, type);
    }

    /** The text as JSON; one that is none as the text that it is. */
    static JsonNode node(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            return JSON.getNodeFactory().stringNode(text);
        }
    }

    /** Reads the text of a version of a kind. */
    static <T extends Record> T read(String text, FactKind<T> kind, int version) {
        List<FactKind.Upcast> steps = kind.upcasts();
        boolean nothingToDo = steps.stream().skip(version).allMatch(s -> s == FactKind.Upcast.NONE);
        if (nothingToDo || !(parse(text) instanceof Map<?, ?> said)) {
            return read(text, kind.type());
        }
        Map<String, Object> components = named(said);
        for (int v = version; v < Math.min(kind.version(), steps.size()); v++) {
            components = steps.get(v).apply(components);
        }
        return read(plain(components), kind.type());
    }

    /**
     * A stored text as it was before one of its components was filled in: that component empty, the rest as it stands.
     * Programs that knew no versions wrote components in the order of the record, the trail keeps them by name.
     */
    public static String emptied(DealFile.StoredText stored, String component, Class<? extends Record> type) {
        if (!(parse(stored.text()) instanceof Map<?, ?> said)) {
            return stored.text();
        }
        Map<String, Object> components = named(said);
        components.put(component, "");
        return stored.version() > 0 ? canonical(components) : plain(inOrderOf(type, components));
    }

    private static @Nullable Object inOrderOf(Type type, @Nullable Object tree) {
        if (type instanceof Class<?> record && record.isRecord() && tree instanceof Map<?, ?> object) {
            var ordered = new LinkedHashMap<String, @Nullable Object>();
            for (RecordComponent c : record.getRecordComponents()) {
                if (object.containsKey(c.getName())) {
                    ordered.put(c.getName(), inOrderOf(c.getGenericType(), object.get(c.getName())));
                }
            }
            // what was derived from the components came after them
            object.forEach((name, value) -> ordered.putIfAbsent(String.valueOf(name), value));
            return ordered;
        }
        if (type instanceof ParameterizedType many && tree instanceof List<?> list) {
            var ordered = new ArrayList<@Nullable Object>();
            list.forEach(v -> ordered.add(inOrderOf(many.getActualTypeArguments()[0], v)));
            return ordered;
        }
        return tree;
    }

    private static Map<String, Object> named(Map<?, ?> object) {
        var named = new LinkedHashMap<String, Object>();
        object.forEach((k, v) -> named.put(String.valueOf(k), v));
        return named;
    }

    private static @Nullable Object tree(@Nullable Object value, int[] version) {
        if (value == null || value instanceof String || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Optional<?> optional) {
            return tree(optional.orElse(null), version);
        }
        if (value instanceof DealFile.StoredText stored) {
            return parse(stored.text());
        }
        if (value instanceof Record record) {
            return components(record, version);
        }
        if (value instanceof Map<?, ?> map) {
            var object = new TreeMap<String, Object>();
            map.forEach((k, v) -> {
                Object said = tree(v, version);
                if (said != null) {
                    object.put(k instanceof Enum<?> e ? e.name() : String.valueOf(k), said);
                }
            });
            return object;
        }
        if (value instanceof Collection<?> many) {
            var list = new ArrayList<@Nullable Object>();
            many.forEach(v -> list.add(tree(v, version)));
            if (value instanceof Set<?>) {
                // a set has no order of its own
                list.sort(Comparator.comparing(FactText::canonical));
            }
            return list;
        }
        return scalar(value, version);
    }

    private static Object scalar(Object value, int[] version) {
        if (value instanceof Enum<?> constant) {
            brought(CONSTANTS.get(constant.getDeclaringClass()).getOrDefault(constant.name(), 1), version);
            return constant.name();
        }
        if (value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte) {
            return whole(BigInteger.valueOf(((Number) value).longValue()));
        }
        if (value instanceof BigInteger whole) {
            return whole(whole);
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (value instanceof Double || value instanceof Float) {
            return value.toString();
        }
        if (value instanceof LocalDateTime time) {
            return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
        }
        if (value instanceof TemporalAccessor time) {
            return time.toString();
        }
        throw new IllegalArgumentException(
                "a fact has no text for " + value.getClass().getName());
    }

    /** Beyond 53 bits a number is not exact to every reader of JSON. */
    private static Object whole(BigInteger number) {
        return number.bitLength() > EXACT_BITS ? number.toString() : new Digits(number.toString());
    }

    /** A component, read once for its class: asking a class for its components and their annotations is slow. */
    private record Component(String name, Method accessor, int since) {

        Component(RecordComponent component) {
            this(
                    component.getName(),
                    component.getAccessor(),
                    Optional.ofNullable(component.getAnnotation(Since.class))
                            .map(Since::value)
                            .orElse(1));
            accessor.setAccessible(true);
        }

        @Nullable
        Object of(Record record) {
            try {
                return accessor.invoke(record);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(accessor.toString(), e);
            }
        }
    }

    private static final ClassValue<List<Component>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<Component> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Component::new).toList();
        }
    };

    private static final ClassValue<Map<String, Integer>> CONSTANTS = new ClassValue<>() {
        @Override
        protected Map<String, Integer> computeValue(Class<?> type) {
            var since = new HashMap<String, Integer>();
            for (Field field : type.getFields()) {
                Since brought = field.getAnnotation(Since.class);
                if (field.isEnumConstant() && brought != null) {
                    since.put(field.getName(), brought.value());
                }
            }
            return since;
        }
    };

    private static Map<String, Object> components(Record record, int[] version) {
        var object = new TreeMap<String, Object>();
        for (Component component : COMPONENTS.get(record.getClass())) {
            Object said = tree(component.of(record), version);
            boolean nothing = said == null || (said instanceof List<?> list && list.isEmpty());
            if (!nothing) {
                object.put(component.name(), said);
                brought(component.since(), version);
            }
        }
        return object;
    }

    private static void brought(int by, int[] version) {
        version[0] = Math.max(version[0], by);
    }

    /**
     * The text as maps, lists, strings, booleans and {@link Digits}.
     *
     * @throws JacksonException where it is no JSON
     */
    static @Nullable Object parse(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            parser.nextToken();
            return value(parser);
        }
    }

    private static @Nullable Object value(JsonParser parser) {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> {
                var object = new LinkedHashMap<String, Object>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    object.put(name, value(parser));
                }
                yield object;
            }
            case START_ARRAY -> {
                var list = new ArrayList<@Nullable Object>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(parser));
                }
                yield list;
            }
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Digits(parser.getString());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    /** The canonical text of a tree; the order of names is that of their UTF-16 units. */
    static String canonical(@Nullable Object tree) {
        var out = new StringBuilder();
        append(sorted(tree), out);
        return out.toString();
    }

    /** The text of a tree, names in the order that they have there. */
    static String plain(@Nullable Object tree) {
        var out = new StringBuilder();
        append(tree, out);
        return out.toString();
    }

    private static @Nullable Object sorted(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> object) {
            var sorted = new TreeMap<String, @Nullable Object>();
            object.forEach((k, v) -> sorted.put(String.valueOf(k), sorted(v)));
            return sorted;
        }
        if (tree instanceof List<?> list) {
            var sorted = new ArrayList<@Nullable Object>();
            list.forEach(v -> sorted.add(sorted(v)));
            return sorted;
        }
        return tree;
    }

    private static void append(@Nullable Object tree, StringBuilder out) {
        if (tree instanceof Map<?, ?> object) {
            String comma = "";
            out.append('{');
            for (Map.Entry<?, ?> e : object.entrySet()) {
                out.append(comma);
                quote(String.valueOf(e.getKey()), out);
                out.append(':');
                append(e.getValue(), out);
                comma = ",";
            }
            out.append('}');
        } else if (tree instanceof List<?> list) {
            String comma = "";
            out.append('[');
            for (Object v : list) {
                out.append(comma);
                append(v, out);
                comma = ",";
            }
            out.append(']');
        } else if (tree instanceof String text) {
            quote(text, out);
        } else if (tree instanceof Digits number) {
            out.append(number.text());
        } else {
            out.append(tree);
        }
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < ' ') {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
