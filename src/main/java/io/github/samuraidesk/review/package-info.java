/** Verdicts on papers, bound to exact hashes, and comments. */
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.review;
