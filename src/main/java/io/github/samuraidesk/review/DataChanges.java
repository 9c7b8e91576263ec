package io.github.samuraidesk.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What differs between the data of two versions of a paper. */
public final class DataChanges {

    /** A clause that changed in every tranche is one change. */
    private static final Pattern CLAUSE = Pattern.compile("^.*clauses/([A-Za-z0-9]+)\\..*$");

    private DataChanges() {}

    /** @param field figure that differs, for example {@code 5Y.coupon}, or its place in the data */
    public record Change(String field, String before, String after) {

        /** The clause that changed, or empty where it is another figure. */
        public String clause() {
            return field.startsWith("clause:") ? field.substring("clause:".length()) : "";
        }
    }

    /**
     * What differs; a figure that prints in several places stands once.
     *
     * @param order fields in the order in which the paper has them; what is not among them comes last
     */
    public static List<Change> between(JsonNode before, JsonNode after, List<String> order) {
        var changes = new LinkedHashSet<Change>();
        walk("", before, after, changes);
        var sorted = new ArrayList<>(changes);
        sorted.sort(Comparator.comparingInt(c -> {
            int place = order.indexOf(c.field());
            return place < 0 ? order.size() : place;
        }));
        return sorted;
    }

    private static void walk(String path, JsonNode before, JsonNode after, LinkedHashSet<Change> changes) {
        if (before.equals(after)) {
            return;
        }
        if (after.isObject() && after.has("field") && after.has("text")) {
            String field = after.path("field").asString("");
            changes.add(new Change(field.isEmpty() ? path : field, printed(before), printed(after)));
        } else if (after.isObject() || before.isObject()) {
            var names = new LinkedHashSet<String>();
            after.propertyNames().forEach(names::add);
            before.propertyNames().forEach(names::add);
            names.forEach(n -> walk(path.isEmpty() ? n : path + "." + n, before.path(n), after.path(n), changes));
        } else if (after.isArray() || before.isArray()) {
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                JsonNode newer = after.path(i);
                JsonNode named = newer.isMissingNode() ? before.path(i) : newer;
                String id = named.path("id").asString(String.valueOf(i + 1));
                walk(path + "/" + id, before.path(i), newer, changes);
            }
        } else {
            changes.add(new Change(CLAUSE.matcher(path).replaceFirst("clause:$1"), printed(before), printed(after)));
        }
    }

    private static String printed(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return "";
        }
        String text = node.isObject() ? node.path("text").asString("") : node.isValueNode() ? node.asString() : "";
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }
}
