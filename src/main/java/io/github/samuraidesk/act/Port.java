package io.github.samuraidesk.act;

/**
 * Something that rules ask beside what was said: bytes of a stored file, a paper as it would be set today, the members of
 * a deal. A trade declares it as an interface of its own that extends this one, and whoever has the answer implements it.
 * A port answers, it records nothing.
 */
public interface Port {}
