package io.github.samuraidesk.deal;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Sign-in name of a person; {@link #PROGRAM} is the program itself. */
public record PersonId(String value) {

    public static final PersonId PROGRAM = new PersonId("samurai-desk");

    private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Whether a sign-in name would be taken for the program itself, whatever its case, width or marks. */
    public static boolean isReserved(String signIn) {
        return bare(signIn).equals(bare(PROGRAM.value));
    }

    private static String bare(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                .replaceAll("");
    }

    @Override
    public String toString() {
        return value;
    }
}
