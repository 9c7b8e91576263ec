package io.github.samuraidesk.bond;

/** A term of a bond for which this package holds no rule; it is refused by its name. */
public final class UnsupportedTermException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String term;

    /**
     * @param term name of the record component, for example {@code frequency}
     * @param message the value and what would be accepted
     */
    public UnsupportedTermException(String term, String message) {
        super(message);
        this.term = term;
    }

    /** Name of the term that has no rule. */
    public String term() {
        return term;
    }
}
