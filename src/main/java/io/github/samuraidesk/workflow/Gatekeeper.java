package io.github.samuraidesk.workflow;

import io.github.samuraidesk.act.Port;
import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.Finding;
import java.util.List;
import java.util.Optional;

/** What stands in the way of an act. */
public interface Gatekeeper extends Port {

    /**
     * @param act id of a task or an entry
     * @return all that its gates find, whatever was overridden; empty where there is no such act
     */
    Optional<List<Finding>> inTheWayOf(DealFile deal, String act);
}
