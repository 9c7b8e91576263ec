package io.github.samuraidesk.workflow;

import io.github.samuraidesk.act.Port;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Role;
import java.util.Set;

/** What a person is on a deal. */
@FunctionalInterface
public interface RolesOnTheDeal extends Port {

    Set<Role> of(DealId id, String person);
}
