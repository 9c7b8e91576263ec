package io.github.samuraidesk.bond;

import java.time.LocalDate;

/** Settlement on or after the last payment: nothing is left to buy. */
public final class NothingLeftException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    NothingLeftException(LocalDate settle, LocalDate lastPayment) {
        super("settlement " + settle + " must be before the last payment " + lastPayment);
    }
}
