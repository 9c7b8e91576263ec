package io.github.samuraidesk.act;

import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.Role;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Who asks for an act. Whether they may is decided before the deed is asked.
 *
 * @param roles all that the person holds on the deal
 * @param firms names of the firms for which the person bids and takes orders on the deal
 */
public record Asked(PersonId person, Set<Role> roles, Set<String> firms) {

    public Asked {
        roles = Set.copyOf(roles);
        // the order is the one in which people read them
        firms = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(firms));
    }

    /** Somebody who speaks for no underwriter. */
    public Asked(PersonId person) {
        this(person, Set.of(), Set.of());
    }

    public Asked(PersonId person, Set<String> firms) {
        this(person, Set.of(), firms);
    }
}
