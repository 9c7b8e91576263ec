/** Messages, era dates, yen amounts and line breaking. */
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.wording;
