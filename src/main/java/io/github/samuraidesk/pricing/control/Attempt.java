package io.github.samuraidesk.pricing.control;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that is made once, on first use, for one thread. When making it fails, every use fails in the same way, so
 * that each figure which needs it says so.
 */
final class Attempt<T> implements Supplier<T> {

    private final Supplier<T> maker;
    private @Nullable T made;
    private @Nullable RuntimeException failure;

    Attempt(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public T get() {
        if (failure != null) {
            throw failure;
        }
        T value = made;
        if (value == null) {
            try {
                value = maker.get();
            } catch (RuntimeException failed) {
                failure = failed;
                throw failed;
            }
            made = value;
        }
        return value;
    }
}
