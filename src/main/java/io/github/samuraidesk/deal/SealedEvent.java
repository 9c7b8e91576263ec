package io.github.samuraidesk.deal;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;

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

    /** What the first event of a chain names as the hash before it. */
    public static final String BEFORE_ALL = "0".repeat(64);

    /** Columns of {@code deal_event}, in the order in which {@link #of(ResultSet)} reads them. */
    public static final String COLUMNS =
            "deal_id, seq, type, person, business_at, recorded_at, body, previous_hash, hash";

    public static SealedEvent of(ResultSet rs) throws SQLException {
        return new SealedEvent(
                rs.getString(1),
                rs.getLong(2),
                rs.getString(3),
                rs.getString(4),
                rs.getString(5),
                rs.getString(6),
                rs.getString(7),
                rs.getString(8),
                rs.getString(9));
    }

    public static String hash(
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
        return Sha256.of(sealed.getBytes(StandardCharsets.UTF_8));
    }

    public boolean isIntact() {
        return hash.equals(contentHash());
    }

    /** The hash that its content has. */
    public String contentHash() {
        return hash(dealId, seq, type, person, businessAt, recordedAt, body, previousHash);
    }
}
