package io.github.samuraidesk.pricing.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineChunksTest {

    /** Hands out a few bytes at a time, as a network does. */
    private static InputStream inDrops(byte[] bytes, Random random) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int from, int length) {
                return super.read(into, from, Math.min(length, 1 + random.nextInt(5000)));
            }
        };
    }

    @Test
    void givesBackEveryByteInChunksOfWholeLines() throws IOException {
        Random random = new Random(8);
        for (int round = 0; round < 20; round++) {
            StringBuilder text = new StringBuilder();
            while (text.length() < 300_000) {
                text.append("x".repeat(random.nextInt(round == 0 ? LineChunks.LONGEST_LINE : 200)))
                        .append('\n');
            }
            if (round % 2 == 0) {
                text.append("no line feed at the end");
            }
            byte[] table = text.toString().getBytes(StandardCharsets.US_ASCII);
            LineChunks chunks = new LineChunks("table", inDrops(table, random));
            byte[] chunk = new byte[LineChunks.CHUNK];
            var all = new ByteArrayOutputStream();
            for (int end = chunks.next(chunk); end > 0; end = chunks.next(chunk)) {
                assertThat(chunks.isCutShort()).isFalse();
                all.write(chunk, 0, end);
                assertThat(chunk[end - 1] == '\n' || all.size() == table.length).isTrue();
            }
            assertThat(all.toByteArray()).isEqualTo(table);
        }
    }

    @Test
    void cutsLinesThatAreTooLongToOneByteMoreThanAllowed() throws IOException {
        for (int length : new int[] {LineChunks.CHUNK, LineChunks.CHUNK + 1, 3 * LineChunks.CHUNK, 1_000_000}) {
            for (String end : new String[] {"", "\n", "\nshort\n"}) {
                byte[] table = ("a\n" + "x".repeat(length) + end).getBytes(StandardCharsets.US_ASCII);
                LineChunks chunks = new LineChunks("table", inDrops(table, new Random(9)));
                byte[] chunk = new byte[LineChunks.CHUNK];
                var all = new ByteArrayOutputStream();
                for (int filled = chunks.next(chunk); filled > 0; filled = chunks.next(chunk)) {
                    all.write(chunk, 0, filled);
                }
                assertThat(all.toString(StandardCharsets.US_ASCII))
                        .isEqualTo("a\n" + "x".repeat(LineChunks.LONGEST_LINE + 1) + "\n"
                                + (end.length() > 1 ? end.substring(1) : ""));
            }
        }
    }
}
