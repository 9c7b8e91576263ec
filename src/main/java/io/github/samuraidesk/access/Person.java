package io.github.samuraidesk.access;

import org.jspecify.annotations.Nullable;

/**
 * @param administrator creates accounts, but neither reads deals nor approves
 * @param mayOpenDeals the administrator gave the right to open deals
 * @param mayKeepClauses the administrator gave the right to write and sign clauses of the house's library
 * @param firm name of the one firm the person belongs to; null for administrators and accounts of earlier programs
 */
public record Person(
        String signIn,
        String name,
        String nameJa,
        String passwordHash,
        boolean administrator,
        boolean mayOpenDeals,
        boolean mayKeepClauses,
        @Nullable String firm) {

    /** A person of no firm. */
    public Person(
            String signIn,
            String name,
            String nameJa,
            String passwordHash,
            boolean administrator,
            boolean mayOpenDeals,
            boolean mayKeepClauses) {
        this(signIn, name, nameJa, passwordHash, administrator, mayOpenDeals, mayKeepClauses, null);
    }

    /** Both names, as pages show them. */
    public String shown() {
        return name + "　" + nameJa;
    }
}
