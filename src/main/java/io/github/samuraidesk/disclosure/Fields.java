package io.github.samuraidesk.disclosure;

import io.github.samuraidesk.deal.Origin;
import io.github.samuraidesk.disclosure.PaperData.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Values of a paper by name under way, none of them without its origins. */
final class Fields {

    private final String prefix;
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Map<String, Set<Origin>> origins = new LinkedHashMap<>();

    /** @param prefix of the names by which figures are found, for example {@code 5Y.}; empty for the deal's own */
    Fields(String prefix) {
        this.prefix = prefix;
    }

    void put(String name, Value value, Origin origin) {
        put(name, value, Set.of(origin));
    }

    void put(String name, Value value, Set<Origin> from) {
        if (from.isEmpty()) {
            throw new IllegalArgumentException(prefix + name + " comes from nowhere");
        }
        values.put(name, value);
        note(name, from);
    }

    /** A value that no fact says: it follows from a decision or from the rule pack. */
    void putDecided(String name, Value value) {
        values.put(name, value);
        note(name, Set.of());
    }

    /** Origins of what prints under a name and is no single value, or is none now. */
    void note(String name, Set<Origin> from) {
        origins.put(prefix + name, Collections.unmodifiableSet(new LinkedHashSet<>(from)));
    }

    Set<Origin> origins(String name) {
        return origins.getOrDefault(prefix + name, Set.of());
    }

    Map<String, Set<Origin>> origins() {
        return origins;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** The values, each with the name by which it is found in every paper. */
    Map<String, Value> named() {
        var named = new LinkedHashMap<String, Value>();
        values.forEach((name, value) -> named.put(name, value.named(prefix + name)));
        return named;
    }

    @SafeVarargs
    static Set<Origin> all(Set<Origin>... some) {
        var all = new LinkedHashSet<Origin>();
        List.of(some).forEach(all::addAll);
        return all;
    }
}
