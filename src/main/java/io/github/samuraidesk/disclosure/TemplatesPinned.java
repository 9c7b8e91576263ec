package io.github.samuraidesk.disclosure;

import io.github.samuraidesk.deal.FactKind;
import java.util.Map;
import java.util.TreeMap;

/**
 * The set of templates that a deal's papers are set with: recorded when the deal first drafts, and again when legal takes
 * another.
 *
 * @param set name of the set
 * @param files SHA-256 of each file's text by name, so that a file can be held to the event by itself
 */
public record TemplatesPinned(String set, Map<String, String> files) {

    public static final FactKind.One<TemplatesPinned> FACT =
            FactKind.one("TemplatesPinned", TemplatesPinned.class, "templates");

    public TemplatesPinned {
        files = new TreeMap<>(files);
    }

    static TemplatesPinned to(TemplateSet set) {
        return new TemplatesPinned(set.sha256(), set.files());
    }
}
