package io.github.samuraidesk.form;

/** A choice whose text in forms, drafts and REST bodies is another than its constant's name. */
public interface Spelled {

    String spelled();
}
