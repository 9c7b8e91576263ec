package io.github.samuraidesk.pricing.acts;

import static io.github.samuraidesk.form.DealList.TRANCHE;
import static io.github.samuraidesk.form.FieldType.BASIS_POINTS;
import static io.github.samuraidesk.form.FieldType.BILLION_YEN;
import static io.github.samuraidesk.form.FieldType.PERCENT;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.act.Practice;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.bond.NoSolutionException;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Outcome;
import io.github.samuraidesk.deal.RateType;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.deal.TermSheet;
import io.github.samuraidesk.deal.Tranche;
import io.github.samuraidesk.form.As;
import io.github.samuraidesk.form.Between;
import io.github.samuraidesk.form.From;
import io.github.samuraidesk.market.MarketSnapshot;
import io.github.samuraidesk.market.QuoteKind;
import io.github.samuraidesk.market.QuotePlausibility;
import io.github.samuraidesk.market.QuoteSet;
import io.github.samuraidesk.market.Side;
import io.github.samuraidesk.pricing.BenchmarkQuote;
import io.github.samuraidesk.pricing.Demand;
import io.github.samuraidesk.pricing.Pricer;
import io.github.samuraidesk.pricing.Pricing;
import io.github.samuraidesk.pricing.PricingRun;
import io.github.samuraidesk.pricing.SizeSlip;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** S13, H07: size, coupon and price of each tranche are set, each computed and sealed as one pricing run. */
public record PriceTranches(List<Price> prices) {

    public enum BenchmarkSide {
        MID,
        OFFER
    }

    /** Benchmark fields are asked of a fixed part alone, and a floater has none of them. */
    public record Price(
            @From(TRANCHE) String tranche,

            @As(value = BILLION_YEN, name = "sizeBillionYen") @Between(low = "0.001", high = "5000")
            BigDecimal sizeYen,

            Optional<String> sizeInWords,
            @As(PERCENT) @Between(low = "-5", high = "20") Optional<BigDecimal> benchmarkPercent,
            Optional<String> benchmarkSource,
            Optional<BenchmarkSide> benchmarkSide,
            Optional<LocalDateTime> benchmarkAt,
            Optional<Boolean> benchmarkImplied,
            Optional<Boolean> benchmarkConfirmed,
            @As(BASIS_POINTS) BigDecimal spreadBp,
            @As(PERCENT) @Between(low = "0", high = "20") Optional<BigDecimal> couponPercent,
            @Between(low = "50", high = "150") BigDecimal issuePrice,
            Optional<LocalDate> maturity) {

        /** Names of the fields of the benchmark that were left out. */
        private Set<String> missing() {
            var missing = new LinkedHashSet<String>();
            missing(missing, "benchmarkPercent", benchmarkPercent);
            missing(missing, "benchmarkSource", benchmarkSource);
            missing(missing, "benchmarkSide", benchmarkSide);
            missing(missing, "benchmarkAt", benchmarkAt);
            return missing;
        }

        private static void missing(Set<String> missing, String name, Optional<?> value) {
            if (value.isEmpty()) {
                missing.add(name);
            }
        }

        private BenchmarkQuote quote(Tranche tranche) {
            return new BenchmarkQuote(
                    Optional.ofNullable(tranche.benchmark()).orElse("TONA mid swap"),
                    benchmarkPercent.orElseThrow(),
                    benchmarkSide.orElseThrow().name(),
                    benchmarkSource.orElseThrow(),
                    benchmarkAt.orElseThrow(),
                    benchmarkImplied.orElse(false));
        }
    }

    private static final Pricer PRICER = Pricer.standard();

    public static final Act<PriceTranches> ACT = Act.of("priceTranches", PriceTranches.class)
            .doing("S13", "H07")
            .by(Role.LEAD_MANAGER)
            .passing(Gate.G5, Gate.G7)
            .deed(PriceTranches::price)
            .played(PriceTranches::asPublished);

    private Answer price(Standing deal, Asked by) {
        var writing = new Answer.Writing();
        List<Tranche> live = deal.liveTranches();
        var priced = new LinkedHashMap<String, PricingRun>();
        for (int row = 0; row < prices.size(); row++) {
            Price price = prices.get(row);
            String path = "prices[" + row + "].";
            Optional<Tranche> tranche =
                    live.stream().filter(t -> t.id().equals(price.tranche())).findFirst();
            if (tranche.isEmpty()) {
                writing.refuse(path + "tranche", "unknownTranche", price.tranche());
            } else if (priced.containsKey(price.tranche())) {
                writing.refuse(path + "tranche", "duplicate", price.tranche());
            } else {
                run(writing, deal, tranche.get(), price, path).ifPresent(run -> priced.put(price.tranche(), run));
            }
        }
        live.stream()
                .filter(t -> prices.stream().noneMatch(p -> p.tranche().equals(t.id())))
                .forEach(t -> writing.refuse("prices", "notPriced", t.id()));
        // papers, covers and the timetable name the day of the term sheet; a price of an earlier day would belie them
        Optional.ofNullable(deal.terms().dates().pricing())
                .filter(deal.today()::isBefore)
                .ifPresent(day -> writing.refuse(
                        "prices", "pricingBeforeItsDay", deal.today().toString(), day.toString()));
        priced.forEach((tranche, run) -> writing.record(PricingRun.FACT.at(tranche), run));
        return writing.answer();
    }

    private Optional<PricingRun> run(Answer.Writing writing, Standing deal, Tranche tranche, Price price, String path) {
        BigDecimal size = price.sizeYen();
        if (size.remainder(tranche.denominationYen()).signum() != 0) {
            writing.refuse(
                    path + "sizeBillionYen",
                    "denominationDoesNotDivide",
                    tranche.denominationYen().toPlainString(),
                    size.toPlainString());
            return Optional.empty();
        }
        SizeSlip.asked(
                        size,
                        deal.ask(Demand.class).of(deal.file(), tranche.id()),
                        price.sizeInWords(),
                        path + "sizeInWords")
                .ifPresent(writing::refuse);
        boolean fixed = tranche.rateType() != RateType.FLOATING;
        if (fixed) {
            price.missing().forEach(field -> writing.refuse(path + field, "quoteIncomplete"));
            if (writing.isRefused()) {
                return Optional.empty();
            }
            if (!price.benchmarkConfirmed().orElse(false)) {
                writing.refuse(doubts(deal, tranche, price.quote(tranche), path));
            }
        } else {
            floaterHasNoBenchmark(writing, price, path);
        }
        Pricer.Decision decision = decision(deal, tranche, price, fixed);
        if (decision.paymentDate().isBefore(decision.pricingDate())) {
            writing.refuse(
                    path + "tranche",
                    "paymentBeforePricing",
                    decision.paymentDate().toString(),
                    decision.pricingDate().toString());
            return Optional.empty();
        }
        try {
            return fixed && !isByRule(writing, decision, path) ? Optional.empty() : Optional.of(PRICER.price(decision));
        } catch (IllegalArgumentException | NoSolutionException e) {
            writing.refuse(path + "tranche", "cannotPrice", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static void floaterHasNoBenchmark(Answer.Writing writing, Price price, String path) {
        var given = new LinkedHashSet<>(List.of("benchmarkPercent", "benchmarkSource", "benchmarkSide", "benchmarkAt"));
        given.removeAll(price.missing());
        if (price.couponPercent().isPresent()) {
            given.add("couponPercent");
        }
        given.forEach(field -> writing.refuse(path + field, "contradicts", "rateType", RateType.FLOATING.name()));
    }

    private static boolean isByRule(Answer.Writing writing, Pricer.Decision decision, String path) {
        BigDecimal given = decision.couponPercent();
        if (given == null) {
            return true;
        }
        BigDecimal byRule = PRICER.couponPercent(decision);
        if (byRule.compareTo(given) == 0) {
            return true;
        }
        writing.refuse(path + "couponPercent", "couponNotByRule", given.toPlainString(), byRule.toPlainString());
        return false;
    }

    private Pricer.Decision decision(Standing deal, Tranche tranche, Price price, boolean fixed) {
        TermSheet terms = deal.terms();
        return new Pricer.Decision(
                tranche,
                price.sizeYen(),
                deal.today(),
                Optional.ofNullable(terms.dates().payment()).orElseThrow(),
                price.maturity().orElse(null),
                fixed ? price.quote(tranche) : null,
                price.spreadBp(),
                price.couponPercent().orElse(null),
                price.issuePrice(),
                Optional.ofNullable(terms.costs().feePer100()).orElse(BigDecimal.ZERO),
                expenses(terms, price.sizeYen()),
                new MarketSnapshot(deal.current(Pricing.QUOTES)));
    }

    /** The deal's expenses shared over its tranches by size, cut below one yen. */
    private BigDecimal expenses(TermSheet terms, BigDecimal size) {
        BigDecimal total = prices.stream().map(Price::sizeYen).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal expenses = Optional.ofNullable(terms.costs().expensesYen()).orElse(BigDecimal.ZERO);
        return total.signum() == 0 ? BigDecimal.ZERO : expenses.multiply(size).divide(total, 0, RoundingMode.DOWN);
    }

    /** A benchmark is a swap rate like the deal's quotes: 9.65 for 0.965 is asked about before a coupon is set on it. */
    private static List<Finding> doubts(Standing deal, Tranche tranche, BenchmarkQuote quote, String path) {
        long months = tranche.tenorYears().multiply(BigDecimal.valueOf(12)).longValue();
        String tenor = months % 12 == 0 ? months / 12 + "Y" : months + "M";
        var set = new QuoteSet(
                QuoteKind.TONA_OIS,
                quote.at().toLocalDate(),
                Side.MID,
                quote.source(),
                List.of(new QuoteSet.Quote(tenor, quote.ratePercent())));
        return QuotePlausibility.doubts(set, QuotePlausibility.lastBefore(set, deal.current(Pricing.QUOTES))).stream()
                .map(doubt -> Finding.field(
                        path + "benchmarkConfirmed", doubt.code(), doubt.args().toArray(String[]::new)))
                .toList();
    }

    /** As the market published them; the benchmark is worked back from coupon and spread. */
    private static PriceTranches asPublished(Practice.Stage stage) {
        Outcome outcome = stage.deal().one(Outcome.FACT).orElse(new Outcome(List.of()));
        var prices = new ArrayList<Price>();
        for (Tranche t : stage.deal().liveTranches()) {
            Outcome.Row row = outcome.row(t.id());
            BigDecimal spread = Optional.ofNullable(row.spreadBp()).orElse(BigDecimal.ZERO);
            Optional<BigDecimal> coupon =
                    Optional.ofNullable(row.couponPercent()).filter(c -> t.rateType() != RateType.FLOATING);
            prices.add(new Price(
                    t.id(),
                    Optional.ofNullable(row.amountYen())
                            .orElseThrow(() -> new IllegalStateException("nobody published the amount of " + t.id())),
                    Optional.empty(),
                    coupon.map(c -> c.subtract(spread.movePointLeft(2))),
                    coupon.map(c -> stage.mark() + "：利率−スプレッドの逆算値 (implied)"),
                    coupon.map(c -> BenchmarkSide.MID),
                    coupon.map(c -> stage.minute()),
                    coupon.map(c -> true),
                    Optional.empty(),
                    spread,
                    coupon,
                    Optional.ofNullable(row.issuePrice()).orElse(t.issuePrice()),
                    Optional.ofNullable(row.maturity())));
        }
        return new PriceTranches(prices);
    }
}
