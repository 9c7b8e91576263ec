/** Prices tables of bonds, row by row, on all cores and in constant memory. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("batch")
package io.github.samuraidesk.pricing.batch;
