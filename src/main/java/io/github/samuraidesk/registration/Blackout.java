package io.github.samuraidesk.registration;

import java.time.LocalDate;

/** Days, both included, on which a deal must not price. */
public record Blackout(LocalDate from, LocalDate to, String reason) {}
