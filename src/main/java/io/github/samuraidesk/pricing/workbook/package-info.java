/** A priced tranche as a spreadsheet whose figures are formulas over its inputs. */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("workbook")
package io.github.samuraidesk.pricing.workbook;
