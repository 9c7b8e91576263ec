package io.github.samuraidesk.form;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A component that is asked only where another field of its form, or of its row, has one of these values. It is an Optional
 * or a list, and needed wherever it is asked unless {@link #needed()} says otherwise.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface OnlyIf {

    String field();

    /** Values of the other field; the empty text stands for no answer. */
    String[] is();

    boolean needed() default true;
}
