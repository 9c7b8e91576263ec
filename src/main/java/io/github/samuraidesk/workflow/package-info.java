/** What happens when: the desk, its steps, human tasks, entries and gates. */
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.workflow;
