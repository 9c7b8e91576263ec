package io.github.samuraidesk.act;

import io.github.samuraidesk.deal.Finding;
import java.util.List;

/** A rule over a deal as it stands: all that is against it, or nothing. It is pure, as a {@link Deed} is. */
@FunctionalInterface
public interface Rule {

    List<Finding> check(Standing deal);
}
