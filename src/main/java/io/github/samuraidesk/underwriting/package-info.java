/** RFP, bids, conflict findings, scorecard, award and mandate. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"act", "deal", "form", "law"})
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.underwriting;
