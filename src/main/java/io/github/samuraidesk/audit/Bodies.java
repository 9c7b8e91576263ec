package io.github.samuraidesk.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads JSON texts without losing a digit, and says where two of them differ. */
final class Bodies {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** What an event leaves out although a file states it: the event is of a program that did not know the component. */
    enum LeftOut {
        DIFFERS,
        IS_A_DEFAULT
    }

    /** @param path components from the outside in, with dots; empty for the whole */
    record Unlike(String path, String stored, String byEvents) {}

    private Bodies() {}

    /** The text as JSON; a missing node where it is none. */
    static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            return JsonNodeFactory.instance.missingNode();
        }
    }

    static JsonNode read(byte[] text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            return JsonNodeFactory.instance.missingNode();
        }
    }

    /** @throws JacksonException where the text is nothing of the kind */
    static <T> T as(byte[] text, Class<T> type) {
        T value = JSON.readValue(text, type);
        if (value == null) {
            throw DatabindException.from((JsonParser) null, "null");
        }
        return value;
    }

    /** Numbers are equal as decimals, texts exactly; a component that is absent is one that is null. */
    static List<Unlike> compare(JsonNode stored, JsonNode byEvents, LeftOut leftOut) {
        var found = new ArrayList<Unlike>();
        compare("", stored, byEvents, leftOut, found);
        return found;
    }

    private static void compare(String path, JsonNode stored, JsonNode byEvents, LeftOut leftOut, List<Unlike> found) {
        if (stored.isObject() && byEvents.isObject()) {
            var names = new TreeSet<String>(stored.propertyNames());
            names.addAll(byEvents.propertyNames());
            for (String name : names) {
                if (byEvents.has(name) || leftOut == LeftOut.DIFFERS) {
                    compare(inside(path, name), stored.path(name), byEvents.path(name), leftOut, found);
                }
            }
        } else if (stored.isArray() && byEvents.isArray()) {
            for (int i = 0; i < Math.max(stored.size(), byEvents.size()); i++) {
                JsonNode element = stored.path(i);
                // the trail writes an element that is null as an empty text
                boolean nullElement =
                        element.isNull() && byEvents.path(i).asString("null").isEmpty();
                if (!nullElement) {
                    compare(inside(path, String.valueOf(i)), element, byEvents.path(i), leftOut, found);
                }
            }
        } else if (!isEqual(stored, byEvents)) {
            found.add(new Unlike(path, text(stored), text(byEvents)));
        }
    }

    private static boolean isEqual(JsonNode one, JsonNode other) {
        boolean nothing = one.isMissingNode() || one.isNull();
        if (nothing) {
            return other.isMissingNode() || other.isNull();
        }
        if (one.isNumber() && other.isNumber()) {
            return decimal(one).compareTo(decimal(other)) == 0;
        }
        return one.equals(other);
    }

    /** Components that a file states and the events do not, except those that say nothing. */
    static List<Unlike> unsaid(JsonNode stored, JsonNode byEvents) {
        var found = new ArrayList<Unlike>();
        unsaid("", stored, byEvents, found);
        return found;
    }

    private static void unsaid(String path, JsonNode stored, JsonNode byEvents, List<Unlike> found) {
        if (stored.isObject() && byEvents.isObject()) {
            stored.propertyNames().forEach(n -> unsaid(inside(path, n), stored.path(n), byEvents.path(n), found));
        } else if (stored.isArray() && byEvents.isArray()) {
            for (int i = 0; i < stored.size(); i++) {
                unsaid(inside(path, String.valueOf(i)), stored.path(i), byEvents.path(i), found);
            }
        } else if (byEvents.isMissingNode() && !saysNothing(stored)) {
            found.add(new Unlike(path, text(stored), ""));
        }
    }

    private static boolean saysNothing(JsonNode node) {
        return node.isNull()
                || node.isMissingNode()
                || (node.isContainer() && node.isEmpty())
                || (node.isString() && node.asString().isEmpty())
                || (node.isBoolean() && !node.booleanValue())
                || (node.isNumber() && decimal(node).signum() == 0);
    }

    private static BigDecimal decimal(JsonNode number) {
        return number.decimalValue();
    }

    private static String inside(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    static String text(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return node.isNull() ? "null" : "";
        }
        return node.isValueNode() ? node.asString() : node.toString();
    }
}
