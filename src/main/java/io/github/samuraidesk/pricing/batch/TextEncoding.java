package io.github.samuraidesk.pricing.batch;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Tells UTF-8 from Shift_JIS (windows-31j) as a file goes by. A file is UTF-8 until a line comes that is not and decodes
 * as Shift_JIS; from that line on it is Shift_JIS. Not so after a byte order mark or after a line with whole UTF-8
 * sequences of three bytes, which Japanese text in Shift_JIS hardly forms by accident: there a broken byte is one row's
 * fault and does not turn the rest of the file into other characters.
 */
final class TextEncoding {

    static final Charset SHIFT_JIS = Charset.forName("windows-31j");

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long HIGH_BITS = 0x8080808080808080L;

    private boolean decided;
    private boolean shiftJis;

    void decideForUtf8() {
        decided = true;
    }

    /** Length of the UTF-8 byte order mark that a file begins with, 0 without one. */
    static int byteOrderMark(byte[] bytes, int end) {
        return end >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF ? 3 : 0;
    }

    /**
     * Looks at whole lines.
     *
     * @return where the first line of Shift_JIS begins, {@code end} when there is none
     */
    int shiftJisFrom(byte[] bytes, int from, int end) {
        if (shiftJis) {
            return from;
        }
        boolean threeBytes = false;
        int i = decided ? end : firstHighByte(bytes, from, end);
        while (i < end && !decided) {
            int next = afterUtf8(bytes, i, end);
            if (next < 0) {
                int lineStart = lineStart(bytes, from, i);
                int lineEnd = LineChunks.lineEnd(bytes, i, end);
                threeBytes = false;
                if (isShiftJis(bytes, lineStart, lineEnd)) {
                    shiftJis = true;
                    return lineStart;
                }
                next = lineEnd;
            } else if (bytes[i] == '\n') {
                decided = threeBytes;
            } else if (next - i > 2) {
                threeBytes = true;
            }
            i = next;
        }
        decided |= threeBytes;
        return end;
    }

    static boolean isUtf8(byte[] bytes, int from, int to) {
        int i = firstHighByte(bytes, from, to);
        while (i >= 0 && i < to) {
            i = afterUtf8(bytes, i, to);
        }
        return i >= 0;
    }

    static boolean isAscii(byte[] bytes, int from, int to) {
        return firstHighByte(bytes, from, to) == to;
    }

    static boolean isShiftJis(byte[] bytes, int from, int to) {
        try {
            SHIFT_JIS.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    static byte[] utf8FromShiftJis(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, SHIFT_JIS).getBytes(StandardCharsets.UTF_8);
    }

    private static int firstHighByte(byte[] bytes, int from, int end) {
        int i = from;
        while (i + Long.BYTES <= end && ((long) EIGHT_BYTES.get(bytes, i) & HIGH_BITS) == 0) {
            i += Long.BYTES;
        }
        while (i < end && bytes[i] >= 0) {
            i++;
        }
        return i;
    }

    private static int lineStart(byte[] bytes, int from, int at) {
        int i = at;
        while (i > from && bytes[i - 1] != '\n') {
            i--;
        }
        return i;
    }

    /** Index after the character at {@code i}, or −1 when it is not UTF-8 (Unicode 15, table 3-7). */
    private static int afterUtf8(byte[] bytes, int i, int end) {
        int lead = bytes[i] & 0xFF;
        if (lead < 0x80) {
            return i + 1;
        }
        int more = lead < 0xC2 ? -1 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : lead < 0xF5 ? 3 : -1;
        if (more < 0 || i + more >= end) {
            return -1;
        }
        int second = bytes[i + 1] & 0xFF;
        int least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int greatest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        if (second < least || second > greatest) {
            return -1;
        }
        for (int k = 2; k <= more; k++) {
            if ((bytes[i + k] & 0xC0) != 0x80) {
                return -1;
            }
        }
        return i + more + 1;
    }
}
