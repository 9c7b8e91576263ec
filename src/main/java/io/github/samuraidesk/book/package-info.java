/** Soundings, guidance, orders, allocation, prospectus deliveries and the JSDA demand report. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"deal"})
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.book;
