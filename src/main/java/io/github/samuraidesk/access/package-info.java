/** People, their membership of deals, their roles, and who may see or do what. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"deal"})
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.access;
