package io.github.samuraidesk.workflow;

import io.github.samuraidesk.disclosure.Papers;
import io.github.samuraidesk.disclosure.PartTwoReader;
import java.util.List;
import java.util.Optional;

/**
 * Long work of an act, done before the act takes the deal's lock: papers set in type, Part 2 read. Under the lock it is
 * used only if it still says what the facts say.
 */
record Ready(List<Papers.Draft> drafts, Optional<PartTwoReader.Prepared> partTwo) {

    static final Ready NOTHING = new Ready(List.of(), Optional.empty());

    static Ready papers(List<Papers.Draft> drafts) {
        return new Ready(drafts, Optional.empty());
    }

    static Ready partTwo(PartTwoReader.Prepared partTwo) {
        return new Ready(List.of(), Optional.of(partTwo));
    }

    /** What was made ready no longer fits the facts; the act begins anew, and nothing is recorded. */
    static final class Outdated extends RuntimeException {}
}
