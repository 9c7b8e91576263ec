/** Messages, era dates, yen amounts and line breaking. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.wording;
