package io.github.samuraidesk.law;

import io.github.samuraidesk.deal.FactKind;

/**
 * A person moved a deal to another rule pack, or decided to keep its own.
 *
 * @param from pack the deal was pinned to
 * @param offered pack that was looked at
 * @param adopted whether the deal moved
 */
public record PackAdopted(String from, String offered, boolean adopted, String reason) {
    public static final FactKind.One<PackAdopted> FACT = FactKind.one("PackAdopted", PackAdopted.class, "pack");
}
