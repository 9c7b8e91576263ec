/** What a person fills in: fields with type, unit and limits, and every fault at once. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.form;
