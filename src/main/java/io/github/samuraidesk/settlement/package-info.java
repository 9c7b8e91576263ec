/** JASDEC issue information, account split, conditions precedent, flow of funds and reconciliation. */
@org.jspecify.annotations.NullMarked
package io.github.samuraidesk.settlement;
