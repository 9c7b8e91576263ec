/** A tranche and a benchmark quote become a sealed pricing run that keeps every input. */
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.pricing;
