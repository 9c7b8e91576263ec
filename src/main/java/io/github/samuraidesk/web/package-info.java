/** Pages, forms and REST; no rules. */
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.web;
