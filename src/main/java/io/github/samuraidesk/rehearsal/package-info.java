/** A deal walked through by scripted people: from the shell, for the sample deals, and for practice. */
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.rehearsal;
