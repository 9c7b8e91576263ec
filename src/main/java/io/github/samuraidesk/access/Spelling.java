package io.github.samuraidesk.access;

import com.ibm.icu.text.Normalizer2;
import java.util.Locale;
import java.util.regex.Pattern;

/** Folds what people write alike: width, case, blanks, punctuation, the legal form of a company, the old form of 証. */
public final class Spelling {

    private static final Pattern LEGAL_FORM = Pattern.compile(
            "株式会社|\\(株\\)|\\b(co\\.?,? *ltd\\.?|ltd\\.?|limited|inc\\.?|k\\.?k\\.?|plc|llc)(?=$|[ ,)])");
    private static final Pattern MARKS = Pattern.compile("[\\p{Z}\\s\\p{P}\\p{S}]+");

    private Spelling() {}

    /** @return the folded text; empty when nothing but marks was written */
    public static String folded(String text) {
        String plain = Normalizer2.getNFKCInstance().normalize(text).toLowerCase(Locale.ROOT);
        String bare = MARKS.matcher(LEGAL_FORM.matcher(plain).replaceAll(" ")).replaceAll("");
        String folded = bare.isEmpty() ? MARKS.matcher(plain).replaceAll("") : bare;
        return folded.replace('證', '証');
    }

    /** Edits (insert, delete, replace one character) from one text to the other. */
    static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replace = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replace, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
