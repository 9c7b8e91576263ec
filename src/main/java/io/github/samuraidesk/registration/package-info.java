/** Which route applies and why, its forms, filings and statutory clocks. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"act", "calendar", "deal", "form", "law"})
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.registration;
