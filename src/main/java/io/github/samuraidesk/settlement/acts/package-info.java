/** What people do for the book-entry system, from the appointment of agents to the closing: one file an act. */
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.settlement.acts;
