/** A tranche and a benchmark quote become a sealed pricing run that keeps every input. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"act", "bond", "calendar", "deal", "form", "law", "market", "underwriting"})
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.pricing;
