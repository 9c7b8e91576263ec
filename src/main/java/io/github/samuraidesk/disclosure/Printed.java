package io.github.samuraidesk.disclosure;

import io.github.samuraidesk.deal.Origin;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a paper prints and where it comes from. Origins stand beside the data and not in it: an approval names the hash of
 * the data, and a fact said again with the same words changes nothing that prints.
 *
 * @param origins by field as the figures of papers are named ({@code net}, {@code 5Y.coupon}); lists by the name of their
 *     component ({@code underwriters}, {@code 5Y.coupons}); a field that no fact says has none
 * @param decided facts that were read only to decide what prints
 */
public record Printed(PaperData data, Map<String, Set<Origin>> origins, Set<Origin> decided) {

    public Printed {
        origins = Collections.unmodifiableMap(new LinkedHashMap<>(origins));
        decided = Collections.unmodifiableSet(new LinkedHashSet<>(decided));
    }

    /** Where a figure comes from; empty where the paper has no such field, or no fact says it. */
    public Set<Origin> of(String field) {
        return origins.getOrDefault(field, Set.of());
    }

    /** Origins of the fields that a template asks for: the data is one for all papers, and each prints a part of it. */
    Set<Origin> of(AskedFields asked) {
        var all = new LinkedHashSet<Origin>();
        asked.deal().forEach(name -> all.addAll(of(name)));
        for (PaperData.TrancheData tranche : data.tranches()) {
            asked.tranche().forEach(name -> all.addAll(of(tranche.id() + "." + name)));
        }
        return all;
    }
}
