package io.github.samuraidesk.disclosure;

/**
 * Legal took another set of templates for a deal, or decided to keep its own.
 *
 * @param from set the deal was pinned to
 * @param offered set that was looked at
 * @param adopted whether the deal took it
 */
public record TemplatesDecided(String from, String offered, boolean adopted, String reason) {}
