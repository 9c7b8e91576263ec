/** Checks a filing package (ZIP) against the file rules of EDINET before it is uploaded. */
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.edinet;
