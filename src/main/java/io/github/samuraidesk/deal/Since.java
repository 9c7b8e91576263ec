package io.github.samuraidesk.deal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The version of a kind of fact that brought this component, or this constant of an enumeration. A fact that does not say
 * it is written as the version before, which earlier programs read and write.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Since {

    /** Version of the kind, from 2. */
    int value();
}
