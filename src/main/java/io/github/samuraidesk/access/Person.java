package io.github.samuraidesk.access;

/**
 * @param administrator creates accounts, but neither reads deals nor approves
 * @param mayOpenDeals the administrator gave the right to open deals
 * @param mayKeepClauses the administrator gave the right to write and sign clauses of the house's library
 */
public record Person(
        String signIn,
        String name,
        String nameJa,
        String passwordHash,
        boolean administrator,
        boolean mayOpenDeals,
        boolean mayKeepClauses) {}
