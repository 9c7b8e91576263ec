package io.github.samuraidesk.bond;

/** The asked figure does not exist, or not within the range a solver covers; never reported as NaN. */
public final class NoSolutionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what was sought and why there is none */
    public NoSolutionException(String message) {
        super(message);
    }
}
