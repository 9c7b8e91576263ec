package io.github.samuraidesk.clause;

/**
 * Counsel's Japanese wording outside the conditions of the bonds. Deals of earlier programs kept the slots of the
 * conditions so too; they still stand, and wait for their English twin.
 */
public record SlotText(String slot, String text) {}
