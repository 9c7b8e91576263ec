package io.github.samuraidesk.edinet;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number before a heading (目次番号).
 *
 * @param kind which sequence it counts in; {@link Kind#NONE} for a label EDINET gives no level to
 * @param value place in the sequence, from 1; 0 when it lies outside the sequence or has none
 */
record HeadingNumber(Kind kind, int value) {

    /** The sequences, those with a fixed level first; S:EDI-FILE, table 3-4-5. */
    enum Kind {
        PART,
        ARTICLE,
        NUMBER,
        IN_BRACKETS,
        CIRCLED,
        KANA_IN_BRACKETS,
        KANA,
        LETTER_IN_BRACKETS,
        LETTER,
        NONE;

        boolean hasFixedLevel() {
            return compareTo(IN_BRACKETS) <= 0;
        }
    }

    private static final Pattern PART = Pattern.compile("第([一二三四五六七八九十百0-9０-９]+)部");
    private static final Pattern ARTICLE = Pattern.compile("第([0-9]+)");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final Pattern IN_BRACKETS = Pattern.compile("\\(([0-9]+)\\)");
    private static final Pattern KANA_IN_BRACKETS = Pattern.compile("\\(([ァ-ヶ])\\)");
    private static final Pattern KANA = Pattern.compile("[ァ-ヶ]");
    private static final Pattern LETTER_IN_BRACKETS = Pattern.compile("\\(([a-z])\\)");
    private static final Pattern LETTER = Pattern.compile("[a-z]");
    private static final Pattern LABEL = Pattern.compile("[(（]?[A-Za-zＡ-Ｚａ-ｚⅠ-Ⅻ0-9０-９\\-－]{1,5}[)）]?[.．、]?");
    private static final String KANJI_DIGITS = "一二三四五六七八九";

    /**
     * @param circled how many circled numbers there are
     * @param kana the order of the kana
     */
    static HeadingNumber of(String text, long parts, long numbers, long circled, List<String> kana) {
        if (text.length() == 1 && text.charAt(0) >= '①' && text.charAt(0) <= '⑳') {
            return within(Kind.CIRCLED, text.charAt(0) - '①' + 1, circled);
        }
        if (text.length() == 1 && text.charAt(0) >= '㉑' && text.charAt(0) <= '㉟') {
            return new HeadingNumber(Kind.CIRCLED, 0);
        }
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        Matcher part = PART.matcher(plain);
        if (part.matches()) {
            return within(Kind.PART, kanji(part.group(1)), parts);
        }
        Matcher article = ARTICLE.matcher(plain);
        if (article.matches()) {
            return within(Kind.ARTICLE, number(article.group(1)), numbers);
        }
        if (NUMBER.matcher(plain).matches()) {
            return within(Kind.NUMBER, number(plain), numbers);
        }
        Matcher inBrackets = IN_BRACKETS.matcher(plain);
        if (inBrackets.matches() && text.length() > 1) {
            return within(Kind.IN_BRACKETS, number(inBrackets.group(1)), numbers);
        }
        Matcher kanaInBrackets = KANA_IN_BRACKETS.matcher(plain);
        if (kanaInBrackets.matches()) {
            return new HeadingNumber(Kind.KANA_IN_BRACKETS, kana.indexOf(kanaInBrackets.group(1)) + 1);
        }
        if (KANA.matcher(plain).matches()) {
            return new HeadingNumber(Kind.KANA, kana.indexOf(plain) + 1);
        }
        Matcher letterInBrackets = LETTER_IN_BRACKETS.matcher(plain);
        if (letterInBrackets.matches() && text.length() > 1) {
            return new HeadingNumber(
                    Kind.LETTER_IN_BRACKETS, letterInBrackets.group(1).charAt(0) - 'a' + 1);
        }
        if (LETTER.matcher(plain).matches()) {
            return new HeadingNumber(Kind.LETTER, plain.charAt(0) - 'a' + 1);
        }
        return new HeadingNumber(Kind.NONE, 0);
    }

    /** Whether the text before a bracket is a number or label, and not the start of a sentence. */
    static boolean isLabel(String text) {
        if (text.isEmpty() || LABEL.matcher(text).matches()) {
            return true;
        }
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return PART.matcher(plain).matches()
                || ARTICLE.matcher(plain).matches()
                || KANA.matcher(plain).matches()
                || KANA_IN_BRACKETS.matcher(plain).matches()
                || LABEL.matcher(plain).matches();
    }

    /** Whether half- and full-width signs meet in one number; the kanji of 第 and 部 have but one width. */
    static boolean isMixed(String text) {
        boolean half = false;
        boolean full = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            half |= c > ' ' && c < 0x7f;
            full |= c >= '！' && c <= '～';
        }
        return half && full;
    }

    /** Whether a bracket opens in one width and closes in the other. */
    static boolean hasMixedPair(String text) {
        var open = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(' || c == '（') {
                open.append(c);
            } else if ((c == ')' || c == '）') && open.length() > 0) {
                if ((open.charAt(open.length() - 1) == '(') != (c == ')')) {
                    return true;
                }
                open.setLength(open.length() - 1);
            }
        }
        return false;
    }

    private static HeadingNumber within(Kind kind, int value, long last) {
        return new HeadingNumber(kind, value >= 1 && value <= last ? value : 0);
    }

    private static int number(String digits) {
        return digits.length() > 6 ? 0 : Integer.parseInt(digits);
    }

    /** Kanji numerals up to 九十九; 0 for anything else, Arabic digits included. */
    private static int kanji(String text) {
        int ten = text.indexOf('十');
        if (ten < 0) {
            return text.length() == 1 ? KANJI_DIGITS.indexOf(text) + 1 : 0;
        }
        int tens = ten == 0 ? 1 : ten == 1 ? KANJI_DIGITS.indexOf(text.charAt(0)) + 1 : 0;
        String rest = text.substring(ten + 1);
        int ones = rest.isEmpty() ? 0 : rest.length() == 1 ? KANJI_DIGITS.indexOf(rest) + 1 : -1;
        return tens == 0 || ones < 0 || !rest.isEmpty() && ones == 0 ? 0 : tens * 10 + ones;
    }
}
