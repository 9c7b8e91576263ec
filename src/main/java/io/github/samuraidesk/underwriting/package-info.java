/** RFP, bids, conflict findings, scorecard, award and mandate. */
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.underwriting;
