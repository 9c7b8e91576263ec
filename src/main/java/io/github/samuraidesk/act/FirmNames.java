package io.github.samuraidesk.act;

import java.util.Optional;

/** The house's list of firms, as far as acts read it. */
public interface FirmNames {

    /** A house that lists no firm: every name stands as it is written. */
    FirmNames NONE = new FirmNames() {
        @Override
        public Optional<String> japanese(String firm) {
            return Optional.empty();
        }

        @Override
        public String canonical(String text) {
            return text;
        }

        @Override
        public boolean same(String one, String other) {
            return one.equals(other);
        }
    };

    /** Japanese name of a firm, empty where the house does not list it. */
    Optional<String> japanese(String firm);

    /** Name of the firm that a text names in whatever spelling; what names none stays as it is. */
    String canonical(String text);

    /** Whether two texts name the same firm. */
    boolean same(String one, String other);
}
