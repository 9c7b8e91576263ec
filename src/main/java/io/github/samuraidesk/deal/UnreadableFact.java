package io.github.samuraidesk.deal;

import org.jspecify.annotations.Nullable;

/**
 * An event whose text is no fact of its kind: somebody changed it past the desk. It is the fault of that one
 * deal; whatever looks at several deals goes on with the others and names the one.
 */
public class UnreadableFact extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final DealId dealId;

    UnreadableFact(DealId dealId, String kind, String key, int version, @Nullable Exception cause) {
        super(kind + " " + key + " v" + version + " of " + dealId + " cannot be read", cause);
        this.dealId = dealId;
    }

    public DealId dealId() {
        return dealId;
    }
}
