package io.github.samuraidesk.bond;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Money of one currency on a day; received is positive, paid is negative. */
public record CashFlow(LocalDate date, BigDecimal amount) {}
