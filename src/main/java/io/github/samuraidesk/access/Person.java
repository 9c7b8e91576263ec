package io.github.samuraidesk.access;

/**
 * @param administrator creates accounts, but neither reads deals nor approves
 * @param mayOpenDeals the administrator gave the right to open deals
 */
public record Person(
        String signIn, String name, String nameJa, String passwordHash, boolean administrator, boolean mayOpenDeals) {}
