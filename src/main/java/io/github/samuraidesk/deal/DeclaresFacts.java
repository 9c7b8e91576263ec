package io.github.samuraidesk.deal;

import java.util.List;

/** A trade's list of the kinds of fact that it stores. */
public interface DeclaresFacts {

    List<FactKind<?>> kinds();
}
