/** What remains after closing: dated obligations. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"deal"})
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.lifecycle;
