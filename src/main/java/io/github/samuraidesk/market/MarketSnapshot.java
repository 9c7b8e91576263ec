package io.github.samuraidesk.market;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The quotes that a pricing reads, at most one set of each kind. */
public record MarketSnapshot(List<QuoteSet> sets) {

    /** @throws IllegalArgumentException when a kind comes twice */
    public MarketSnapshot {
        sets = List.copyOf(sets);
        if (sets.stream().map(QuoteSet::kind).distinct().count() != sets.size()) {
            throw new IllegalArgumentException("a snapshot holds one set of quotes of each kind");
        }
    }

    public static MarketSnapshot none() {
        return new MarketSnapshot(List.of());
    }

    public Optional<QuoteSet> find(QuoteKind kind) {
        return sets.stream().filter(set -> set.kind() == kind).findFirst();
    }

    /** The sets of exactly {@code day}. */
    public MarketSnapshot of(LocalDate day) {
        return new MarketSnapshot(
                sets.stream().filter(set -> set.date().equals(day)).toList());
    }
}
