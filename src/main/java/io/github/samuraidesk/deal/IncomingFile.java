package io.github.samuraidesk.deal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A file on its way in or out: spooled to disk and hashed while it streams, never whole in memory; closing deletes it. */
public final class IncomingFile implements AutoCloseable {

    /** Largest file that the desk takes, in bytes. */
    public static final long MOST_BYTES = 60L * 1024 * 1024;

    private static final int CHUNK_BYTES = 64 * 1024;

    private final Path path;
    private final String sha256;
    private final long size;

    private IncomingFile(Path path, String sha256, long size) {
        this.path = path;
        this.sha256 = sha256;
        this.size = size;
    }

    /**
     * Takes a stream to its end.
     *
     * @throws Refused with {@code fileTooLarge} once it is longer than {@link #MOST_BYTES}; nothing is left on disk then
     */
    public static IncomingFile spool(InputStream in) throws IOException {
        return take(in, MOST_BYTES);
    }

    /** Takes what is stored already, whatever its length. */
    static IncomingFile copy(InputStream in) throws IOException {
        return take(in, Long.MAX_VALUE);
    }

    private static IncomingFile take(InputStream in, long most) throws IOException {
        Path path = Files.createTempFile("samurai-desk-file", ".bin");
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long size = 0;
            try (OutputStream out = new DigestOutputStream(Files.newOutputStream(path), digest)) {
                byte[] chunk = new byte[CHUNK_BYTES];
                for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                    size += n;
                    if (size > most) {
                        throw tooLarge();
                    }
                    out.write(chunk, 0, n);
                }
            }
            return new IncomingFile(path, HexFormat.of().formatHex(digest.digest()), size);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    public static IncomingFile of(byte[] bytes) {
        try {
            return spool(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The refusal of what is beyond the limit. */
    public static Refused tooLarge() {
        String most = MOST_BYTES / (1024 * 1024) + " MB";
        return new Refused(List.of(Finding.rule(Finding.TOO_LARGE, "", "file", "", "fileTooLarge", "> " + most, most)));
    }

    public Path path() {
        return path;
    }

    /** Lower-case hex. */
    public String sha256() {
        return sha256;
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
