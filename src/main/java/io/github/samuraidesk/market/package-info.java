/** Quotes with their day, side and source, and the curves they make. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"bond", "calendar", "form"})
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.market;
