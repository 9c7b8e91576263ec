/** A tranche and a benchmark quote become a sealed pricing run that keeps every input. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"bond", "calendar", "deal", "form", "market"})
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.pricing;
