/** A second engine, OpenGamma Strata, recomputes what {@code bond} computes and says where the two differ. */
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.pricing.control;
