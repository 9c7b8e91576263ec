/** What people do to a deal as a whole: say what blocks it, postpone it, pull it, let an act pass a gate. */
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.workflow.acts;
