package io.github.samuraidesk.act;

import java.util.Optional;

/** The house's list of firms, as far as acts read it. */
public interface FirmNames {

    /** A list without firms. */
    FirmNames NONE = new FirmNames() {
        @Override
        public Optional<String> japanese(String firm) {
            return Optional.empty();
        }

        @Override
        public String canonical(String text) {
            return text.strip();
        }

        @Override
        public boolean same(String one, String other) {
            return canonical(one).equals(canonical(other));
        }
    };

    /** Japanese name of a firm, empty where the house does not list it. */
    Optional<String> japanese(String firm);

    /** The name of the firm that a text names in whatever spelling; the text itself where the house does not list it. */
    String canonical(String text);

    /** Whether two texts name the same firm. */
    boolean same(String one, String other);
}
