package io.github.samuraidesk.edinet;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;

/**
 * The characters EDINET takes: ASCII and the double-byte part of the rule's charset. Half-width katakana are single
 * bytes there and so stay out, as do the lead bytes F0 to F9, which are free for users and mean nothing to a reader.
 */
public final class Characters {

    /** Made on first use: reading the charset is no work for a start-up. */
    private static final class BuiltIn {
        private static final Characters ALL = new Characters(EdinetRules.builtIn());
    }

    /** The characters by the rules that come with the program. */
    public static Characters builtIn() {
        return BuiltIn.ALL;
    }

    private final boolean[] allowed = new boolean[1 << 16];

    Characters(EdinetRules rules) {
        allowed['\t'] = allowed['\n'] = allowed['\r'] = true;
        for (char c = ' '; c < 0x7f; c++) {
            allowed[c] = true;
        }
        CharsetDecoder decoder = rules.charset("E029", "charset").newDecoder();
        for (int lead = 0x81; lead <= 0xfc; lead++) {
            if (lead >= 0xa0 && lead <= 0xdf || lead >= 0xf0 && lead <= 0xf9) {
                continue;
            }
            for (int trail = 0x40; trail <= 0xfc; trail++) {
                allow(decoder, (byte) lead, (byte) trail);
            }
        }
        // The same JIS characters have two code points, one by the JIS table and one by Windows; both are meant.
        for (String codePoint : rules.words("E029", "also")) {
            allowed[Integer.parseInt(codePoint.substring(2), 16)] = true;
        }
    }

    /** Whether the character may stand in a file as it is. */
    public boolean isAllowed(char c) {
        return allowed[c];
    }

    private void allow(CharsetDecoder decoder, byte lead, byte trail) {
        try {
            CharBuffer out = decoder.decode(ByteBuffer.wrap(new byte[] {lead, trail}));
            if (out.length() == 1) {
                allowed[out.get(0)] = true;
            }
        } catch (CharacterCodingException e) {
            // A pair without a character is no character of the set.
        }
    }
}
