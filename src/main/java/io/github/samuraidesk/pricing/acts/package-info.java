/** What people do on pricing day: prices, their approval, the subscription agreement. */
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.pricing.acts;
