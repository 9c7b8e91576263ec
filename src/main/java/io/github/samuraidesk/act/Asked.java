package io.github.samuraidesk.act;

import io.github.samuraidesk.deal.PersonId;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Who asks for an act. Whether they may is decided before the deed is asked.
 *
 * @param firms names of the firms for which the person bids and takes orders on the deal
 */
public record Asked(PersonId person, Set<String> firms) {

    public Asked {
        // the order is the one in which people read them
        firms = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(firms));
    }

    /** Somebody who speaks for no underwriter. */
    public Asked(PersonId person) {
        this(person, Set.of());
    }
}
