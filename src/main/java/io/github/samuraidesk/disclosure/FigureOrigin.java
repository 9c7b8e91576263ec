package io.github.samuraidesk.disclosure;

import io.github.samuraidesk.deal.DealClock;
import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.Origin;
import io.github.samuraidesk.deal.Said;
import io.github.samuraidesk.market.QuoteSet;
import io.github.samuraidesk.pricing.PricingApproved;
import io.github.samuraidesk.pricing.PricingRun;
import io.github.samuraidesk.registration.Filing;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * An origin of a printed figure as a reader is told of it.
 *
 * @param kind stored name of the fact's kind
 * @param name the tranche of a pricing run, the document of a filing, else the component
 * @param person who gave that version
 * @param at when, in Tokyo
 * @param seal of the pricing run, or empty
 * @param approved whether the issuer approved that run
 * @param market quotes behind the run, described
 */
public record FigureOrigin(
        String kind,
        String name,
        int version,
        String person,
        LocalDateTime at,
        String seal,
        boolean approved,
        List<String> market) {

    /** One row per fact and name; a version that was withdrawn has none. */
    public static List<FigureOrigin> of(DealFile file, Collection<Origin> origins) {
        return origins.stream().flatMap(o -> of(file, o).stream()).distinct().toList();
    }

    private static Optional<FigureOrigin> of(DealFile file, Origin origin) {
        return file.stored(origin).map(stored -> {
            Optional<PricingRun> run = origin.kind().equals(PricingRun.FACT.name())
                    ? file.said(PricingRun.FACT.at(origin.key()))
                            .filter(s -> s.version() == origin.version())
                            .map(Said::value)
                    : Optional.empty();
            String name = run.isPresent()
                    ? origin.key()
                    : origin.kind().equals(Filing.FACT.name())
                            ? stored.value().path("documentId").asString()
                            : origin.component();
            return new FigureOrigin(
                    origin.kind(),
                    name,
                    origin.version(),
                    stored.person(),
                    Instant.parse(stored.businessAt())
                            .atZone(DealClock.TOKYO)
                            .toLocalDateTime()
                            .truncatedTo(ChronoUnit.SECONDS),
                    run.map(PricingRun::seal).orElse(""),
                    run.filter(r -> file.one(PricingApproved.FACT)
                                    .filter(a -> r.seal()
                                            .equals(a.seals().get(r.tranche().id())))
                                    .isPresent())
                            .isPresent(),
                    run.map(r -> r.market().stream().map(QuoteSet::described).toList())
                            .orElse(List.of()));
        });
    }
}
