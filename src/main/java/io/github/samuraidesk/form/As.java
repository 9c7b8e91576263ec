package io.github.samuraidesk.form;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The kind of field that asks for a component, where its Java type alone does not say it: a unit, a file, a long text. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface As {

    FieldType value();

    /**
     * Name of the field, where it is another than the component's: a field is named for the unit that people type, a
     * component for the unit that it holds.
     */
    String name() default "";
}
