/** Pictures of numbers as SVG, the same on a page and in a PDF. */
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.chart;
