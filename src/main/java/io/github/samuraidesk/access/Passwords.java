package io.github.samuraidesk.access;

import io.github.samuraidesk.deal.Finding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a password must be. */
final class Passwords {

    static final int LEAST_CHARACTERS = 12;

    /** The demo prints it on its sign-in page. */
    static final String DEMO = "samurai-demo";

    private Passwords() {}

    /** @param demoProfile whether the password that the demo's sign-in page prints is one among others */
    static List<Finding> faults(String signIn, String password, String again, boolean demoProfile) {
        var findings = new ArrayList<Finding>();
        if (password.codePointCount(0, password.length()) < LEAST_CHARACTERS) {
            findings.add(Finding.field("newPassword", "tooShort", String.valueOf(LEAST_CHARACTERS)));
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > Accounts.MOST_PASSWORD_BYTES) {
            findings.add(Finding.field("newPassword", "passwordTooLong", String.valueOf(Accounts.MOST_PASSWORD_BYTES)));
        }
        if (password.equalsIgnoreCase(signIn)) {
            findings.add(Finding.field("newPassword", "passwordIsName"));
        }
        if (isOneCharacter(password)) {
            findings.add(Finding.field("newPassword", "passwordTooSimple"));
        }
        if (!demoProfile && password.strip().equalsIgnoreCase(DEMO)) {
            findings.add(Finding.field("newPassword", "passwordIsDemo"));
        }
        if (!password.equals(again)) {
            findings.add(Finding.field("passwordAgain", "passwordsDiffer"));
        }
        return findings;
    }

    /** Nothing but blanks, or one character over and over, with or without blanks and unseen marks between. */
    private static boolean isOneCharacter(String password) {
        return !password.isEmpty()
                && password.codePoints()
                                .filter(c -> !Character.isWhitespace(c)
                                        && !Character.isSpaceChar(c)
                                        && !Character.isISOControl(c)
                                        && Character.getType(c) != Character.FORMAT)
                                .distinct()
                                .count()
                        < 2;
    }
}
