package io.github.samuraidesk.deal;

import java.time.Instant;

/**
 * A fact as somebody said it.
 *
 * @param version its number among the facts of its kind and key, from 1; withdrawn ones count
 * @param businessAt time by the deal's clock
 */
public record Said<T>(String key, int version, String person, Instant businessAt, T value) {}
