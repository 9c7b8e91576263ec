package io.github.samuraidesk.pricing.batch;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that appears under its name only when it is complete. Until then it grows beside it under another name: a
 * passing one that is deleted when the file is not completed, even when the program is told to end, or, where rows are to
 * be seen as they come, {@code NAME.partial}, which stays.
 */
public final class ResultFile implements Closeable {

    private final Path target;
    private final Path growing;
    private final boolean visible;
    private final OutputStream out;
    private final Thread atShutdown = new Thread(this::drop, "drop unfinished result");
    private boolean ended;

    private ResultFile(Path target, Path growing, boolean visible) throws IOException {
        this.target = target;
        this.growing = growing;
        this.visible = visible;
        this.out = Files.newOutputStream(growing);
    }

    /**
     * Begins a file.
     *
     * @param visible whether it grows as {@code NAME.partial}
     * @throws IOException when it cannot be written, or {@code target} is there and no plain file
     */
    public static ResultFile begin(Path target, boolean visible) throws IOException {
        Path name = target.getFileName();
        if (name == null || Files.exists(target) && !Files.isRegularFile(target)) {
            throw new IOException(target + " is not a plain file");
        }
        String growing = visible
                ? name + ".partial"
                : "." + name + "." + Long.toString(System.nanoTime(), Character.MAX_RADIX) + ".tmp";
        ResultFile file = new ResultFile(target, target.resolveSibling(growing), visible);
        Runtime.getRuntime().addShutdownHook(file.atShutdown);
        return file;
    }

    public OutputStream stream() {
        return out;
    }

    /** Gives the file its name, in the place of one that is there. */
    public synchronized void complete() throws IOException {
        if (ended) {
            throw new IOException(target + " was given up");
        }
        out.close();
        Files.move(growing, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        ended = true;
    }

    /** Drops the file unless it is complete; {@code NAME.partial} stays. */
    @Override
    public void close() throws IOException {
        try {
            Runtime.getRuntime().removeShutdownHook(atShutdown);
        } catch (IllegalStateException shuttingDown) {
            // the hook has run or will find nothing to do
        }
        try {
            out.close();
        } finally {
            drop();
        }
    }

    /** Leaves the stream as it is: at shutdown another thread may still write to it. */
    private synchronized void drop() {
        if (ended) {
            return;
        }
        ended = true;
        try {
            if (!visible) {
                Files.deleteIfExists(growing);
            }
        } catch (IOException e) {
            // what is left is not under the target's name, which is all that was promised
        }
    }
}
