package io.github.samuraidesk.pricing.batch;

import java.io.IOException;
import java.io.InputStream;

/**
 * Cuts a stream of any length into chunks of whole lines. A line longer than {@link #LONGEST_LINE} is cut to one byte
 * more, so that whoever reads the chunk can tell, and the rest of it is skipped without being kept.
 */
final class LineChunks {

    /** Bytes of a line, without its line feed. */
    static final int LONGEST_LINE = 1 << 16;
    /** Bytes that a chunk's array must have. */
    static final int CHUNK = 1 << 17;
    /** A chunk is filled to here where its lines are short: some hundred bonds, and their findings if all are bad. */
    private static final int FILLED = 1 << 15;

    private final String table;
    private final InputStream in;
    private final byte[] carried = new byte[CHUNK];
    private int carriedLength;
    private boolean ended;
    private boolean cutShort;

    /** @param table what a failure to read is to name */
    LineChunks(String table, InputStream in) {
        this.table = table;
        this.in = in;
    }

    /**
     * Fills {@code chunk} with the next lines.
     *
     * @return bytes filled; 0 at the end of the stream
     * @throws UnreadableTableException when the stream cannot be read
     */
    int next(byte[] chunk) throws UnreadableTableException {
        try {
            return fill(chunk);
        } catch (IOException e) {
            throw new UnreadableTableException(table, e);
        }
    }

    /** Whether the last chunk is one line that was cut. */
    boolean isCutShort() {
        return cutShort;
    }

    /** Index of the line feed that ends the line at {@code from}, {@code end} where there is none. */
    static int lineEnd(byte[] bytes, int from, int end) {
        int i = from;
        while (i < end && bytes[i] != '\n') {
            i++;
        }
        return i;
    }

    /** {@code to}, or one less where a carriage return is before it. */
    static int withoutReturn(byte[] bytes, int from, int to) {
        return to > from && bytes[to - 1] == '\r' ? to - 1 : to;
    }

    static boolean isBlank(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && (bytes[i] == ' ' || bytes[i] == '\t')) {
            i++;
        }
        return i == to;
    }

    private int fill(byte[] chunk) throws IOException {
        cutShort = false;
        System.arraycopy(carried, 0, chunk, 0, carriedLength);
        int length = carriedLength;
        int lastFeed = lastFeed(chunk, 0, length);
        carriedLength = 0;
        while (!ended && length < CHUNK && (length < FILLED || lastFeed < 0)) {
            int read = in.read(chunk, length, (length < FILLED ? FILLED : CHUNK) - length);
            ended = read < 0;
            if (read > 0) {
                lastFeed = Math.max(lastFeed, lastFeed(chunk, length, length + read));
                length += read;
            }
        }
        if (lastFeed < 0 && length == CHUNK) {
            cutShort = true;
            skipLine();
            chunk[LONGEST_LINE + 1] = '\n';
            return LONGEST_LINE + 2;
        }
        if (ended) {
            return length;
        }
        carriedLength = length - lastFeed - 1;
        System.arraycopy(chunk, lastFeed + 1, carried, 0, carriedLength);
        return lastFeed + 1;
    }

    /** −1 where there is none. */
    private static int lastFeed(byte[] bytes, int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private void skipLine() throws IOException {
        while (!ended) {
            int read = in.read(carried, 0, CHUNK);
            ended = read < 0;
            for (int i = 0; i < read; i++) {
                if (carried[i] == '\n') {
                    carriedLength = read - i - 1;
                    System.arraycopy(carried, i + 1, carried, 0, carriedLength);
                    return;
                }
            }
        }
    }
}
