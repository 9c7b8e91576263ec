package io.github.samuraidesk.nets;

import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** JSON as lines, one a leaf by its path; names in their order, since that of a map says nothing. */
final class JsonLines {

    private JsonLines() {}

    static void add(String path, JsonNode node, List<String> lines) {
        if (node.isObject() && !node.isEmpty()) {
            for (String name : new TreeSet<>(node.propertyNames())) {
                add(path + "." + name, node.get(name), lines);
            }
        } else if (node.isArray() && !node.isEmpty()) {
            for (int i = 0; i < node.size(); i++) {
                add(path + "." + i, node.get(i), lines);
            }
        } else {
            lines.add(path + " = " + node);
        }
    }
}
