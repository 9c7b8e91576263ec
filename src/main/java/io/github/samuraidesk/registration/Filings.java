package io.github.samuraidesk.registration;

import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.Said;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that the authority accepted for a deal. A postponement ends what a supplement or an amendment was filed for;
 * it stays filed, and whoever asks what was filed must be told of it.
 */
public final class Filings {

    private Filings() {}

    /** @param inUse whether the offering of today rests on it; false after a postponement */
    public record Accepted(Filing filing, boolean inUse) {}

    /** In the order of their acceptance. */
    public static List<Accepted> all(DealFile deal) {
        return Stream.of(Filing.Stage.values())
                .flatMap(stage -> {
                    Optional<Integer> inUse =
                            deal.said(Filing.FACT.at(stage.name())).map(Said::version);
                    return deal.history(Filing.FACT.at(stage.name())).stream()
                            .map(f -> new Accepted(
                                    f.value(),
                                    inUse.filter(version -> version == f.version())
                                            .isPresent()));
                })
                .sorted(Comparator.comparing(a -> a.filing().acceptedAt()))
                .toList();
    }
}
