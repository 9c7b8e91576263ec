/** The only place that knows the process engine. */
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.workflow.camunda;
