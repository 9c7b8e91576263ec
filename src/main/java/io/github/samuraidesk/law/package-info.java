/** Law as data: rule packs with their routes, forms, gates and clocks, each row with its source and date. */
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.law;
