package io.github.samuraidesk.settlement;

/** International securities identification number; a Samurai's starts with JP (証券コード協議会). */
public final class Isin {

    private Isin() {}

    /** ISO 6166 check digit: letters become two digits, then the Luhn sum over all digits ends in zero. */
    public static boolean isValid(String isin) {
        if (!isin.matches("[A-Z]{2}[A-Z0-9]{9}[0-9]")) {
            return false;
        }
        var digits = new StringBuilder();
        isin.chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return luhn(digits) % 10 == 0;
    }

    /** Adds the check digit to the first eleven characters. */
    public static String withCheckDigit(String elevenCharacters) {
        for (int digit = 0; digit < 10; digit++) {
            if (isValid(elevenCharacters + digit)) {
                return elevenCharacters + digit;
            }
        }
        throw new IllegalArgumentException("not the start of an ISIN: " + elevenCharacters);
    }

    private static int luhn(CharSequence digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 1 ? digit * 2 : digit;
            sum += doubled / 10 + doubled % 10;
        }
        return sum;
    }
}
