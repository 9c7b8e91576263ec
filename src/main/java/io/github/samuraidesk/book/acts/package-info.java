/** What people do with the book: soundings, guidance, orders, the report of demand, allocation and prospectuses. */
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.book.acts;
