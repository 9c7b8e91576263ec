package io.github.samuraidesk.pricing.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextEncodingTest {

    private static int shiftJisFrom(byte[] bytes) {
        return new TextEncoding().shiftJisFrom(bytes, 0, bytes.length);
    }

    @Test
    void staysWithUtf8AndAscii() {
        byte[] table = "a,b\n円建外債,𠮷\nc,d\n".getBytes(UTF_8);
        assertThat(shiftJisFrom(table)).isEqualTo(table.length);
        byte[] ascii = "plain,ascii,and,more,than,eight\n".getBytes(UTF_8);
        assertThat(shiftJisFrom(ascii)).isEqualTo(ascii.length);
    }

    @Test
    void turnsAtTheFirstLineThatIsShiftJis() {
        byte[] table = "a,b\nc,円建\nd,e\n".getBytes(TextEncoding.SHIFT_JIS);
        TextEncoding encoding = new TextEncoding();
        assertThat(encoding.shiftJisFrom(table, 0, table.length)).isEqualTo(4);
        assertThat(encoding.shiftJisFrom(table, 2, table.length)).isEqualTo(2);
    }

    @Test
    void twoByteSequencesAloneDoNotMakeAFileUtf8() {
        // half-width ﾃｽ is C3 BD, which is also a letter of UTF-8
        byte[] table = "ﾃｽ\n円建\n".getBytes(TextEncoding.SHIFT_JIS);
        assertThat(shiftJisFrom(table)).isEqualTo(3);
    }

    @Test
    void neverTurnsAfterAByteOrderMarkOrJapaneseInUtf8() {
        byte[] shiftJis = "円建\n".getBytes(TextEncoding.SHIFT_JIS);
        TextEncoding marked = new TextEncoding();
        marked.decideForUtf8();
        assertThat(marked.shiftJisFrom(shiftJis, 0, shiftJis.length)).isEqualTo(shiftJis.length);
        TextEncoding seen = new TextEncoding();
        byte[] utf8 = "円建\n".getBytes(UTF_8);
        seen.shiftJisFrom(utf8, 0, utf8.length);
        assertThat(seen.shiftJisFrom(shiftJis, 0, shiftJis.length)).isEqualTo(shiftJis.length);
    }

    @Test
    void leavesBytesThatAreNeither() {
        byte[] euc = {'a', '\n', (byte) 0xC6, (byte) 0xFC, (byte) 0xCB, (byte) 0xDC, '\n'};
        assertThat(shiftJisFrom(euc)).isEqualTo(euc.length);
    }

    @Test
    void knowsUtf8AsTheDecoderOfTheJdkDoes() {
        Random random = new Random(10);
        for (int i = 0; i < 50_000; i++) {
            byte[] bytes = new byte[1 + random.nextInt(9)];
            for (int k = 0; k < bytes.length; k++) {
                // mostly leads and continuations near the edges of the table
                bytes[k] = (byte) (random.nextInt(4) == 0 ? random.nextInt(256) : 0x80 + random.nextInt(0x78));
            }
            boolean valid;
            try {
                UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
                valid = true;
            } catch (CharacterCodingException e) {
                valid = false;
            }
            assertThat(TextEncoding.isUtf8(bytes, 0, bytes.length)).isEqualTo(valid);
        }
    }
}
