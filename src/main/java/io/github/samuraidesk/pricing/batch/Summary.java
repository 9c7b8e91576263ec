package io.github.samuraidesk.pricing.batch;

/**
 * How a table went.
 *
 * @param rows rows read, without header and blank lines
 * @param priced rows written
 * @param refused rows with findings, not written
 */
public record Summary(long rows, long priced, long refused) {}
