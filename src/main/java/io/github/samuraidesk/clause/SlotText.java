package io.github.samuraidesk.clause;

import io.github.samuraidesk.deal.FactKind;

/**
 * Counsel's Japanese wording outside the conditions of the bonds. Deals of earlier programs kept the slots of the
 * conditions so too; they still stand, and wait for their English twin.
 */
public record SlotText(String slot, String text) {
    public static final FactKind.Per<SlotText> FACT = FactKind.per("SlotText", SlotText.class);
}
