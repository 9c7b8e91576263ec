/** What people do for the papers of a deal. */
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.disclosure.acts;
