package io.github.samuraidesk.deal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.support.SqlBinaryValue;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Files by the SHA-256 of their bytes; the same bytes are kept once. Whoever reads must check access to the deal. */
@Repository
public class Blobs {

    private final JdbcClient jdbc;

    Blobs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Blob(String sha256, String mediaType, String fileName, byte[] bytes) {}

    /** Stores bytes for a deal and returns their SHA-256 in lower-case hex. */
    @Transactional
    public String store(DealId dealId, String mediaType, String fileName, byte[] bytes) {
        return store(dealId, mediaType, fileName, Sha256.of(bytes), bytes.length, bytes);
    }

    /** Stores a spooled file for a deal, streaming it, and returns its SHA-256 in lower-case hex. */
    @Transactional
    public String store(DealId dealId, String mediaType, String fileName, IncomingFile file) {
        try (InputStream in = Files.newInputStream(file.path())) {
            var streamed = new SqlBinaryValue(in, file.size());
            return store(dealId, mediaType, fileName, file.sha256(), file.size(), streamed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String store(DealId dealId, String mediaType, String fileName, String sha256, long size, Object bytes) {
        // Two people may store the same bytes at once; the deal row is the lock both wait for.
        jdbc.sql("SELECT seq FROM deal_chain WHERE deal_id = ? FOR UPDATE")
                .param(dealId.value())
                .query(Long.class)
                .optional();
        if (!has(dealId, sha256)) {
            jdbc.sql(
                            "INSERT INTO blob (deal_id, sha256, media_type, file_name, size_bytes, bytes) VALUES (?,?,?,?,?,?)")
                    .params(dealId.value(), sha256, mediaType, fileName, size, bytes)
                    .update();
        }
        return sha256;
    }

    public boolean has(DealId dealId, String sha256) {
        return jdbc.sql("SELECT COUNT(*) FROM blob WHERE deal_id = ? AND sha256 = ?")
                        .params(dealId.value(), sha256)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** @throws Refused where the bytes are no longer those that were stored under the hash */
    public Optional<Blob> find(DealId dealId, String sha256) {
        Optional<Blob> found = asStored(dealId, sha256);
        found.filter(b -> !Sha256.of(b.bytes()).equals(sha256)).ifPresent(b -> {
            throw new Refused(
                    List.of(Finding.rule("TRAIL", "", "file", "AUDITOR", "fileDoesNotHold", b.fileName(), sha256)));
        });
        return found;
    }

    /** What is stored under a hash, whatever it has become: evidence shows it as it is. */
    public Optional<Blob> asStored(DealId dealId, String sha256) {
        return jdbc.sql("SELECT sha256, media_type, file_name, bytes FROM blob WHERE deal_id = ? AND sha256 = ?")
                .params(dealId.value(), sha256)
                .query((rs, i) -> new Blob(rs.getString(1), rs.getString(2), rs.getString(3), rs.getBytes(4)))
                .optional();
    }

    /** A stored file that a reader takes away: spooled to disk, so that no connection waits for a slow reader. */
    public record Spooled(String mediaType, String fileName, IncomingFile file) {}

    /** Copies a stored file to disk; the caller closes it. */
    public Optional<Spooled> spool(DealId dealId, String sha256) {
        return jdbc.sql("SELECT media_type, file_name, bytes FROM blob WHERE deal_id = ? AND sha256 = ?")
                .params(dealId.value(), sha256)
                .query((rs, i) -> {
                    try (InputStream in = rs.getBinaryStream(3)) {
                        return new Spooled(rs.getString(1), rs.getString(2), IncomingFile.copy(in));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .optional();
    }

    /** Deals that keep these bytes. Whoever reads must check access to each. */
    public List<DealId> dealsWith(String sha256) {
        return jdbc
                .sql("SELECT deal_id FROM blob WHERE sha256 = ? ORDER BY deal_id")
                .param(sha256)
                .query(String.class)
                .list()
                .stream()
                .map(DealId::new)
                .toList();
    }
}
