package io.github.samuraidesk.bond;

import java.time.LocalDate;

/** A curve was asked about a day before its valuation or past its last quote; it refuses instead of guessing. */
public final class CurveRangeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param last the last day that the curve answers for */
    public CurveRangeException(LocalDate asked, LocalDate valuation, LocalDate last) {
        super("the curve of " + valuation + " answers for days up to " + last + ", not for " + asked);
    }
}
