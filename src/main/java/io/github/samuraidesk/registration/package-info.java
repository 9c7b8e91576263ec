/** Which route applies and why, its forms, filings and statutory clocks. */
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.registration;
