/** The clause library: Japanese and English twins with owner, dates and conditions, and the clauses of each deal. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"bond", "deal"})
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.clause;
