package io.github.samuraidesk.deal;

/**
 * Where a printed value comes from: a fact, in the version that was read.
 *
 * @param kind stored name of the fact's kind
 * @param version its number among the facts of its kind and key, from 1
 * @param component path of the component in the fact, for example {@code tranches.5Y.sizeYen}: list entries by their id;
 *     empty for the whole fact
 */
public record Origin(String kind, String key, int version, String component) {

    public static Origin of(FactKind<?> kind, Said<?> said, String component) {
        return new Origin(kind.name(), said.key(), said.version(), component);
    }
}
