/** The deal file: issuer, term sheet, tranches, the facts recorded on it, and who said them. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"bond", "form"})
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.deal;
