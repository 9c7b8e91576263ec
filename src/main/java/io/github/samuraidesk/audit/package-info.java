/** The append-only, hash-chained trail of every deal event, the evidence pack and its offline verifier. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"deal"})
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.audit;
