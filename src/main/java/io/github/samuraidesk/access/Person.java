package io.github.samuraidesk.access;

/** @param administrator creates accounts and names members, but neither reads deals nor approves */
public record Person(String signIn, String name, String nameJa, String passwordHash, boolean administrator) {}
