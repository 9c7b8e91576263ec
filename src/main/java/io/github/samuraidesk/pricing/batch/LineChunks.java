package io.github.samuraidesk.pricing.batch;

import java.io.IOException;
import java.io.InputStream;

/**
 * Cuts a stream of any length into chunks of whole records (RFC 4180): lines, and lines that a quoted cell joins. A line
 * longer than {@link #LONGEST_LINE} is cut to one byte more, so that whoever reads the chunk can tell, and the rest of it
 * is skipped without being kept. A quote that is not closed within {@link #LONGEST_LINE} bytes joins nothing.
 */
final class LineChunks {

    /** Bytes of a line, without its line feed. */
    static final int LONGEST_LINE = 1 << 16;
    /** Bytes that a chunk's array must have. */
    static final int CHUNK = 1 << 17;
    /** A chunk is filled to here where its lines are short: some hundred bonds, and their findings if all are bad. */
    private static final int FILLED = 1 << 15;

    /** A record whose quoted cell is not closed yet. */
    private static final int OPEN = -1;
    /** A record whose quote closes nothing: its first line is taken alone. */
    private static final int BROKEN = -2;

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

    /**
     * Index of the line feed that ends the record at {@code from}, {@code end} where there is none. A cell that begins with
     * a quote runs to the quote that closes it, over line feeds; when none does within {@link #LONGEST_LINE} bytes, or
     * something other than a comma or the line's end follows it, the first line is the record.
     */
    static int recordEnd(byte[] bytes, int from, int end) {
        int at = closedEnd(bytes, from, end);
        return at < 0 ? lineEnd(bytes, from, end) : at;
    }

    /** The record's end, {@link #OPEN} when {@code end} comes within a quoted cell, or {@link #BROKEN}. */
    private static int closedEnd(byte[] bytes, int from, int end) {
        int last = Math.min(end, from + LONGEST_LINE);
        int i = from;
        boolean joined = false;
        while (true) {
            while (i < end && bytes[i] != '\n' && bytes[i] != '"') {
                i++;
            }
            if (i >= end || bytes[i] == '\n') {
                return joined && i - from > LONGEST_LINE ? BROKEN : i;
            }
            if (beginsCell(bytes, from, i)) {
                int after = afterQuoted(bytes, i + 1, last);
                if (after < 0) {
                    return last < end ? BROKEN : OPEN;
                }
                joined |= lines(bytes, i, after) > 1;
                i = after;
                while (i < end && (isBlank(bytes[i]) || bytes[i] == '\r')) {
                    i++;
                }
                if (i < end && bytes[i] != ',' && bytes[i] != '\n') {
                    return BROKEN;
                }
            } else {
                i++;
            }
        }
    }

    private static boolean beginsCell(byte[] bytes, int from, int quote) {
        int i = quote;
        while (i > from && isBlank(bytes[i - 1])) {
            i--;
        }
        return i == from || bytes[i - 1] == ',';
    }

    /** Index after the quote that closes a cell, {@link #OPEN} when there is none before {@code last}. */
    private static int afterQuoted(byte[] bytes, int from, int last) {
        int i = from;
        while (i < last) {
            if (bytes[i++] == '"') {
                if (i == last || bytes[i] != '"') {
                    return i;
                }
                i++;
            }
        }
        return OPEN;
    }

    /** Lines of the record, the last one's end at {@code end}. */
    static int lines(byte[] bytes, int from, int end) {
        int lines = 1;
        for (int i = from; i < end; i++) {
            lines += bytes[i] == '\n' ? 1 : 0;
        }
        return lines;
    }

    private static boolean isBlank(byte c) {
        return c == ' ' || c == '\t';
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
        int whole = 0;
        while (true) {
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
            whole = wholeRecords(chunk, lastFeed + 1, length);
            if (whole > 0 || length == CHUNK) {
                break;
            }
            // one record over many lines: more is read until it closes or is too long to
            length += readMore(chunk, length);
            lastFeed = lastFeed(chunk, 0, length);
        }
        carriedLength = length - whole;
        System.arraycopy(chunk, whole, carried, 0, carriedLength);
        return whole;
    }

    /** Bytes read behind {@code length}. */
    private int readMore(byte[] chunk, int length) throws IOException {
        int read = in.read(chunk, length, CHUNK - length);
        ended = read < 0;
        return Math.max(read, 0);
    }

    /**
     * Index after the last record that is known to end before {@code feeds}; a record that the bytes at hand leave open may
     * go on in those to come.
     */
    private static int wholeRecords(byte[] bytes, int feeds, int length) {
        if (!hasQuote(bytes, length)) {
            return feeds;
        }
        int from = 0;
        while (from < feeds) {
            int at = closedEnd(bytes, from, length);
            if (at == OPEN || at == length) {
                return from;
            }
            from = (at == BROKEN ? lineEnd(bytes, from, length) : at) + 1;
        }
        return from;
    }

    private static boolean hasQuote(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '"') {
                return true;
            }
        }
        return false;
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
