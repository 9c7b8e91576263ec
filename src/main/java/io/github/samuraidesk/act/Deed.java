package io.github.samuraidesk.act;

/**
 * What an act means: from what was said, the deal as it stands and who says it, to what is recorded. It is a pure function:
 * it reads no clock, file or table but what it is given, and writes nothing.
 *
 * @param <I> what the act's form says
 */
@FunctionalInterface
public interface Deed<I extends Record> {

    Answer perform(I said, Standing deal, Asked by);

    /** Of an act that is recorded as its form and means nothing more. */
    static <I extends Record> Deed<I> ofRecord() {
        return (said, deal, by) -> new Answer.Writing().answer();
    }
}
