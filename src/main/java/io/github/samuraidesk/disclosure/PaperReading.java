package io.github.samuraidesk.disclosure;

import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.FactKind;
import io.github.samuraidesk.deal.Origin;
import io.github.samuraidesk.deal.Said;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A deal's file as one paper reads it. What is read to be printed gives an origin to whatever value is made of it; what is
 * read only to decide what to print is noted apart, because whoever said it wrote nothing of the paper.
 */
final class PaperReading {

    private final DealFile file;
    private final Set<Origin> decided = new LinkedHashSet<>();

    PaperReading(DealFile file) {
        this.file = file;
    }

    <T extends Record> Optional<Source<T>> printing(FactKind.One<T> kind) {
        return file.said(kind).map(said -> new Source<>(kind, said));
    }

    <T extends Record> List<Source<T>> printing(FactKind.Per<T> kind) {
        return file.all(kind).stream().map(said -> new Source<>(kind, said)).toList();
    }

    <T extends Record> Optional<T> deciding(FactKind.One<T> kind) {
        return file.said(kind).map(said -> decided(kind, said));
    }

    <T extends Record> List<T> deciding(FactKind.Per<T> kind) {
        return file.all(kind).stream().map(said -> decided(kind, said)).toList();
    }

    private <T extends Record> T decided(FactKind<T> kind, Said<T> said) {
        decided.add(Origin.of(kind, said, ""));
        return said.value();
    }

    /**
     * A fact that was said once and does not stand, or may not be printed yet: what prints in its place comes from it too,
     * and a paper made before may still print it.
     */
    Set<Origin> open(FactKind.One<?> kind) {
        int versions = file.count(kind);
        return versions == 0 ? Set.of() : Set.of(new Origin(kind.name(), kind.key(), versions, ""));
    }

    Set<Origin> decided() {
        return decided;
    }
}
