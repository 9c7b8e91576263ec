package io.github.samuraidesk.audit;

import io.github.samuraidesk.deal.Blobs;
import java.nio.charset.StandardCharsets;

/**
 * An event as it stands in the trail. The hash covers every other component and the previous hash, each on a line of
 * its own, the body last (the only component that may hold a line break is the body, and JSON escapes it).
 */
public record SealedEvent(
        String dealId,
        long seq,
        String type,
        String person,
        String businessAt,
        String recordedAt,
        String body,
        String previousHash,
        String hash) {

    static String hash(
            String dealId,
            long seq,
            String type,
            String person,
            String businessAt,
            String recordedAt,
            String body,
            String previousHash) {
        String sealed = String.join(
                "\n", dealId, String.valueOf(seq), type, person, businessAt, recordedAt, previousHash, body);
        return Blobs.sha256(sealed.getBytes(StandardCharsets.UTF_8));
    }

    public boolean isIntact() {
        return hash.equals(contentHash());
    }

    /** The hash that its content has. */
    String contentHash() {
        return hash(dealId, seq, type, person, businessAt, recordedAt, body, previousHash);
    }
}
