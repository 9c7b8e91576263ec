package io.github.samuraidesk.bond;

/** The par rate of a swap, or a basis, of one tenor; decimal (0.0252). */
public record ParQuote(Tenor tenor, double rate) {

    /** @throws IllegalArgumentException when {@code rate} is not between −1 and 1 */
    public ParQuote {
        if (!(rate > -1 && rate < 1)) {
            throw new IllegalArgumentException(
                    "rate " + rate + " of " + tenor + " must be a decimal between -1 and 1 (2.52 percent is 0.0252)");
        }
    }

    /** The same tenor {@code change} higher. */
    public ParQuote shifted(double change) {
        return new ParQuote(tenor, rate + change);
    }
}
