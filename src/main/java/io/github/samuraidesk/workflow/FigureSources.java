package io.github.samuraidesk.workflow;

import io.github.samuraidesk.deal.DealClock;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.deal.Said;
import io.github.samuraidesk.deal.TermSheet;
import io.github.samuraidesk.market.QuoteSet;
import io.github.samuraidesk.pricing.PricingApproved;
import io.github.samuraidesk.pricing.PricingRun;
import io.github.samuraidesk.registration.EffectivenessConfirmed;
import io.github.samuraidesk.registration.Filing;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Where a printed figure comes from: which fact, which pricing run and market, who gave it, and when. */
@Component
public class FigureSources {

    /** Figures of a tranche that exist only once it is priced. */
    private static final Set<String> PRICED = Set.of(
            "issuePrice",
            "maturity",
            "maturityEn",
            "maturityEra",
            "maturityIso",
            "gross",
            "fee",
            "coupon",
            "spread",
            "benchmarkRate",
            "simpleYield",
            "compoundYield",
            "issuersCost",
            "interestPerUnit",
            "firstCoupon",
            "firstCouponEn",
            "firstAmount",
            "lastAmount",
            "amount",
            "amountOku",
            "amountKanji",
            "amountMillions",
            "amountPlain");

    /** Sums over all tranches. */
    private static final Set<String> SUMS =
            Set.of("gross", "grossPlain", "grossOku", "grossKanji", "fee", "expenses", "costs", "net");

    private final Facts facts;

    FigureSources(Facts facts) {
        this.facts = facts;
    }

    /**
     * @param kind TERM_SHEET, PRICING_RUN, FILING or EFFECTIVENESS
     * @param person who gave it last
     * @param at when, in Tokyo
     * @param seal of the pricing run, or empty
     * @param approved whether the issuer approved that run
     * @param market quotes behind the run, described
     */
    public record Source(
            Kind kind,
            String name,
            int version,
            String person,
            LocalDateTime at,
            String seal,
            boolean approved,
            List<String> market) {}

    public enum Kind {
        TERM_SHEET,
        PRICING_RUN,
        FILING,
        EFFECTIVENESS
    }

    /** @param field as the papers name it, for example {@code 5Y.coupon} or {@code net} */
    public List<Source> of(DealId id, String field) {
        int dot = field.lastIndexOf('.');
        if (dot > 0) {
            String tranche = field.substring(0, dot);
            String name = field.substring(dot + 1);
            Optional<Said<PricingRun>> run = facts.of(id).said(PricingRun.FACT.at(tranche));
            return PRICED.contains(name) && run.isPresent()
                    ? List.of(run(id, run.get()))
                    : List.of(termSheet(id, "tranches." + tranche));
        }
        if (field.startsWith("statement")) {
            if (field.equals("statementEffective")) {
                return facts.of(id).said(EffectivenessConfirmed.FACT.at(Filing.Stage.STATEMENT.name())).stream()
                        .map(s -> source(Kind.EFFECTIVENESS, "effectiveOn", s, "", false, List.of()))
                        .toList();
            }
            return facts.of(id).said(Filing.FACT.at(Filing.Stage.STATEMENT.name())).stream()
                    .map(s -> source(Kind.FILING, s.value().documentId(), s, "", false, List.of()))
                    .toList();
        }
        List<Said<PricingRun>> runs = facts.of(id).all(PricingRun.FACT);
        if (SUMS.contains(field) && !runs.isEmpty()) {
            return runs.stream().map(r -> run(id, r)).toList();
        }
        return List.of(termSheet(id, field));
    }

    private Source run(DealId id, Said<PricingRun> stored) {
        PricingRun run = stored.value();
        boolean approved = facts.of(id)
                .one(PricingApproved.FACT)
                .filter(a -> run.seal().equals(a.seals().get(run.tranche().id())))
                .isPresent();
        return source(
                Kind.PRICING_RUN,
                run.tranche().id(),
                stored,
                run.seal(),
                approved,
                run.market().stream().map(QuoteSet::described).toList());
    }

    private Source termSheet(DealId id, String name) {
        Said<TermSheet> stored = facts.of(id).said(TermSheet.FACT).orElseThrow();
        return source(Kind.TERM_SHEET, name, stored, "", false, List.of());
    }

    private static Source source(
            Kind kind, String name, Said<?> stored, String seal, boolean approved, List<String> market) {
        return new Source(
                kind, name, stored.version(), stored.person(), tokyo(stored.businessAt()), seal, approved, market);
    }

    private static LocalDateTime tokyo(Instant at) {
        return at.atZone(DealClock.TOKYO).toLocalDateTime().truncatedTo(ChronoUnit.SECONDS);
    }
}
