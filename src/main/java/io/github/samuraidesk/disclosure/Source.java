package io.github.samuraidesk.disclosure;

import io.github.samuraidesk.deal.FactKind;
import io.github.samuraidesk.deal.Origin;
import io.github.samuraidesk.deal.Said;
import java.util.LinkedHashSet;
import java.util.Set;

/** A fact that was read to be printed; whoever takes a value from it says from which component. */
record Source<T extends Record>(FactKind<T> kind, Said<T> said) {

    T value() {
        return said.value();
    }

    Origin at(String component) {
        return Origin.of(kind, said, component);
    }

    /** @param components paths, in the order in which a reader should look them up */
    Set<Origin> at(String first, String... components) {
        var origins = new LinkedHashSet<Origin>();
        origins.add(at(first));
        for (String component : components) {
            origins.add(at(component));
        }
        return origins;
    }
}
