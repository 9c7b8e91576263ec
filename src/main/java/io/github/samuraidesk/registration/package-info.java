/** Which route applies and why, its forms, filings and statutory clocks. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"act", "deal", "law"})
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.registration;
