package io.github.samuraidesk.registration;

import io.github.samuraidesk.registration.RouteDecider.Reason;
import java.util.List;

/** The route that counsel signed, with what the decision table had suggested. */
public record RouteConfirmed(Route route, Route suggested, List<Reason> reasons, String opinion) {}
