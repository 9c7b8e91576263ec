package io.github.samuraidesk.deal;

/** A tranche was taken out of the offering before pricing. */
public record TrancheDropped(String tranche, String reason) {
    public static final FactKind.Per<TrancheDropped> FACT = FactKind.per("TrancheDropped", TrancheDropped.class);
}
