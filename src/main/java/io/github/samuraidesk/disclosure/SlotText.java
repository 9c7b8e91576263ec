package io.github.samuraidesk.disclosure;

/** Counsel's wording for a slot. */
public record SlotText(String slot, String text) {}
