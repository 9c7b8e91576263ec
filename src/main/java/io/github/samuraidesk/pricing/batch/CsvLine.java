package io.github.samuraidesk.pricing.batch;

import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * The cells of one record (RFC 4180) as places in its bytes. Quoted cells are unescaped in place; blanks around a cell do
 * not count. A quoted cell may hold line breaks; {@link LineChunks#recordEnd} says where the record ends, and gives a
 * quote that nothing closes to its first line alone: it is a fault of that line, not of the rest of the file.
 */
final class CsvLine {

    private static final int LONGEST_SHOWN = 40;

    private byte[] bytes = new byte[0];
    private int[] starts = new int[32];
    private int[] ends = new int[32];
    private int count;

    /** Whether the line could be cut: every quote is closed and followed by a comma or the line's end. */
    boolean cut(byte[] line, int from, int to) {
        bytes = line;
        count = 0;
        int i = from;
        while (true) {
            while (i < to && isBlank(line[i])) {
                i++;
            }
            int start = i;
            int end;
            if (i < to && line[i] == '"') {
                end = unescape(i, to);
                if (end < 0) {
                    return false;
                }
                start = i + 1;
                i = afterQuote;
                if (i < to && line[i] != ',') {
                    return false;
                }
            } else {
                while (i < to && line[i] != ',') {
                    i++;
                }
                end = i;
            }
            while (end > start && isBlank(line[end - 1])) {
                end--;
            }
            add(start, end);
            if (i >= to) {
                return true;
            }
            i++;
        }
    }

    private int afterQuote;

    /** Returns where the unescaped text ends, or −1 when the quote is open. */
    private int unescape(int quote, int to) {
        int write = quote + 1;
        int i = quote + 1;
        while (i < to) {
            byte c = bytes[i++];
            if (c == '"') {
                if (i == to || bytes[i] != '"') {
                    while (i < to && isBlank(bytes[i])) {
                        i++;
                    }
                    afterQuote = i;
                    return write;
                }
                i++;
            }
            bytes[write++] = c;
        }
        return -1;
    }

    private static boolean isBlank(byte c) {
        return c == ' ' || c == '\t';
    }

    private void add(int start, int end) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
        }
        starts[count] = start;
        ends[count] = end;
        count++;
    }

    int count() {
        return count;
    }

    byte[] bytes() {
        return bytes;
    }

    int start(int cell) {
        return starts[cell];
    }

    int end(int cell) {
        return ends[cell];
    }

    boolean isEmpty(int cell) {
        return starts[cell] == ends[cell];
    }

    /** The number × 10^{@code power}, or NaN. */
    double number(int cell, int power) {
        return DecimalText.parse(bytes, starts[cell], ends[cell], power);
    }

    String text(int cell, Charset charset) {
        return new String(bytes, starts[cell], ends[cell] - starts[cell], charset);
    }

    /** The cell for a message: no control characters and not much of it. */
    String shown(int cell, Charset charset) {
        int length = Math.min(ends[cell] - starts[cell], 4 * LONGEST_SHOWN);
        return shown(new String(bytes, starts[cell], length, charset));
    }

    static String shown(String text) {
        String start = text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
        return start.replaceAll("\\p{Cntrl}", "?");
    }
}
