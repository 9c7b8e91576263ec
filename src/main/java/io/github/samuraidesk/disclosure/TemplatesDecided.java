package io.github.samuraidesk.disclosure;

import io.github.samuraidesk.deal.FactKind;

/**
 * Legal took another set of templates for a deal, or decided to keep its own.
 *
 * @param from set the deal was pinned to
 * @param offered set that was looked at
 * @param adopted whether the deal took it
 */
public record TemplatesDecided(String from, String offered, boolean adopted, String reason) {

    public static final FactKind.One<TemplatesDecided> FACT =
            FactKind.one("TemplatesDecided", TemplatesDecided.class, "templates");
}
