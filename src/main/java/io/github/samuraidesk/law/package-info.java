/** Law as data: rule packs with their routes, forms, gates and clocks, each row with its source and date. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"calendar", "deal", "edinet"})
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.law;
