package io.github.samuraidesk.bond;

/**
 * A bond that pays fixed interest to its call date and floating interest after it (固定変動利付).
 *
 * @param fixed terms whose maturity is the call date
 * @param floating terms that start on the call date
 */
public record FixedToFloatingTerms(BondTerms fixed, FloatingTerms floating) {

    /** @throws IllegalArgumentException when floating interest does not start where fixed interest ends */
    public FixedToFloatingTerms {
        if (!fixed.maturity().equals(floating.start())) {
            throw new IllegalArgumentException("floating interest starts on " + floating.start()
                    + " but fixed interest ends on " + fixed.maturity());
        }
    }
}
