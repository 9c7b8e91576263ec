/** Quotes with their day, side and source, and the curves they make. */
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.market;
