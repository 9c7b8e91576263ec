package io.github.samuraidesk.deal;

import java.util.Map;

/** What a feature adds to the evidence pack of a deal. */
public interface EvidencePart {

    /** Files by their name in the pack, for example {@code documents/prospectus.pdf}. */
    Map<String, byte[]> files(DealId id);
}
