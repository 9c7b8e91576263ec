/** What remains after closing: dated obligations. */
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.lifecycle;
