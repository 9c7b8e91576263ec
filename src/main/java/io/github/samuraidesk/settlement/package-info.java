/** JASDEC issue information, account split, conditions precedent, flow of funds and reconciliation. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"act", "book", "deal", "form", "law", "pricing", "registration"})
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.settlement;
