/** The same verbs from a shell. */
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.cli;
