package io.github.samuraidesk.deal;

/** Sign-in name of a person; {@link #PROGRAM} is the program itself. */
public record PersonId(String value) {

    public static final PersonId PROGRAM = new PersonId("samurai-desk");

    @Override
    public String toString() {
        return value;
    }
}
