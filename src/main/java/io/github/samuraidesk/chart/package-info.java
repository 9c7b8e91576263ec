/** Pictures of numbers as SVG, the same on a page and in a PDF. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.chart;
