package io.github.samuraidesk.access;

/**
 * What a sign-in needs to know beside the person.
 *
 * @param mustChange somebody else knows the password: the next sign-in changes it
 * @param demo an account of the demo profile; shut in every other
 * @param version rises with every change of password and with disabling; sessions of an earlier version end
 */
public record Account(String signIn, boolean mustChange, boolean demo, boolean disabled, int version) {

    static Account ownPassword(String signIn) {
        return new Account(signIn, false, false, false, 1);
    }
}
