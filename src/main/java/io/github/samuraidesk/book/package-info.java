/** Soundings, guidance, orders, allocation, prospectus deliveries and the JSDA demand report. */
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.book;
