/** Soundings, guidance, orders, allocation, prospectus deliveries and the JSDA demand report. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"act", "deal", "form", "pricing", "underwriting"})
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.book;
