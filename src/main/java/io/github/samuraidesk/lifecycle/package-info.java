/** What remains after closing: dated obligations. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"act", "calendar", "deal", "form", "law", "pricing", "registration", "settlement"})
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.lifecycle;
