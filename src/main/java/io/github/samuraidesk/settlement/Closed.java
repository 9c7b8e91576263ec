package io.github.samuraidesk.settlement;

import java.time.LocalDate;

/** The deal was closed on this day. */
public record Closed(LocalDate on) {}
