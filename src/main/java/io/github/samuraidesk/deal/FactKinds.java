package io.github.samuraidesk.deal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Every kind of fact that this program knows. */
@Component
public class FactKinds {

    private final Map<String, FactKind<?>> byName = new TreeMap<>();
    private final Map<Class<?>, FactKind<?>> byType = new HashMap<>();

    FactKinds(List<DeclaresFacts> trades) {
        for (DeclaresFacts trade : trades) {
            for (FactKind<?> kind : trade.kinds()) {
                if (byName.put(kind.name(), kind) != null || byType.put(kind.type(), kind) != null) {
                    throw new IllegalStateException("declared twice: " + kind.name());
                }
            }
        }
    }

    public List<FactKind<?>> all() {
        return List.copyOf(byName.values());
    }

    public Optional<FactKind<?>> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    @SuppressWarnings("unchecked") // each kind stands under its own type
    <T extends Record> FactKind<T> of(Class<T> type) {
        FactKind<?> kind = byType.get(type);
        if (kind == null) {
            throw new IllegalArgumentException("no kind of fact is a " + type.getName());
        }
        return (FactKind<T>) kind;
    }

    /** Whether a text was written by a program that knows more than this one. */
    boolean isNewer(String name, int version) {
        FactKind<?> known = byName.get(name);
        return known == null || version > known.version();
    }
}
