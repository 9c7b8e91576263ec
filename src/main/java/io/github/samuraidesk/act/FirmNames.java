package io.github.samuraidesk.act;

import java.util.Optional;

/** The house's list of firms, as far as acts read it. */
@FunctionalInterface
public interface FirmNames {

    FirmNames NONE = firm -> Optional.empty();

    /** Japanese name of a firm, empty where the house does not list it. */
    Optional<String> japanese(String firm);
}
