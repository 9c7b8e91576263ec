package io.github.samuraidesk.access;

import io.github.samuraidesk.deal.Finding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a password must be. */
final class Passwords {

    static final int LEAST_CHARACTERS = 12;
    /** bcrypt reads no more. */
    static final int MOST_BYTES = 72;

    private Passwords() {}

    static List<Finding> faults(String signIn, String password, String again) {
        var findings = new ArrayList<Finding>();
        if (password.codePointCount(0, password.length()) < LEAST_CHARACTERS) {
            findings.add(Finding.field("newPassword", "tooShort", String.valueOf(LEAST_CHARACTERS)));
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            findings.add(Finding.field("newPassword", "passwordTooLong", String.valueOf(MOST_BYTES)));
        }
        if (password.equalsIgnoreCase(signIn)) {
            findings.add(Finding.field("newPassword", "passwordIsName"));
        }
        if (!password.equals(again)) {
            findings.add(Finding.field("passwordAgain", "passwordsDiffer"));
        }
        return findings;
    }
}
