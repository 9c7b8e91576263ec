/** The same verbs from a shell. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"audit", "calendar", "deal", "edinet", "pricing", "pricing :: batch", "rehearsal"})
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.cli;
