/** What people do to choose the underwriters, from the question how they are chosen to the check for conflicts: one file an act. */
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.underwriting.acts;
