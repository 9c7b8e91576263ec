/** Verdicts on papers, bound to exact hashes, and comments. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"deal", "disclosure", "wording"})
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.review;
