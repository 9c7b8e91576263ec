package io.github.samuraidesk.pricing;

import static io.github.samuraidesk.Answers.places;
import static io.github.samuraidesk.Answers.refusals;
import static io.github.samuraidesk.PricedDeal.FIVE_YEARS;
import static io.github.samuraidesk.PricedDeal.PAYMENT;
import static io.github.samuraidesk.PricedDeal.SOMEBODY;
import static io.github.samuraidesk.PricedDeal.THREE_YEARS;
import static io.github.samuraidesk.PricedDeal.marketed;
import static io.github.samuraidesk.PricedDeal.opened;
import static io.github.samuraidesk.PricedDeal.standing;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Effect;
import io.github.samuraidesk.act.Files;
import io.github.samuraidesk.act.GatewayFact;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Blobs;
import io.github.samuraidesk.deal.FileOf;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.TermSheet;
import io.github.samuraidesk.deal.Tranche;
import io.github.samuraidesk.deal.TrancheDropped;
import io.github.samuraidesk.market.QuoteKind;
import io.github.samuraidesk.market.QuoteSet;
import io.github.samuraidesk.market.Side;
import io.github.samuraidesk.pricing.acts.ApprovePricing;
import io.github.samuraidesk.pricing.acts.ChangeTranche;
import io.github.samuraidesk.pricing.acts.DropTranche;
import io.github.samuraidesk.pricing.acts.PriceTranches;
import io.github.samuraidesk.pricing.acts.PriceTranches.BenchmarkSide;
import io.github.samuraidesk.pricing.acts.PriceTranches.Price;
import io.github.samuraidesk.pricing.acts.RecordQuotes;
import io.github.samuraidesk.pricing.acts.SignSubscription;
import io.github.samuraidesk.underwriting.Mandate;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each act of pricing day accepted once and refused once for each finding that it can return, by values alone. */
class PricingActsTest {

    /** gov.si, 2024-08-29. */
    private static final LocalDate PRICING = LocalDate.of(2024, 8, 29);

    private static final BigDecimal NOTHING = BigDecimal.ZERO;

    private static Answer price(FileOf facts, LocalDate day, BigDecimal demand, Price... prices) {
        Demand book = (deal, tranche) -> demand;
        return PriceTranches.ACT
                .deed()
                .perform(new PriceTranches(List.of(prices)), standing(facts.file(), day, book), SOMEBODY);
    }

    private static Answer price(Price... prices) {
        return price(marketed(), PRICING, NOTHING, prices);
    }

    /** A price at par on a mid swap of 0.51 % (three years) or 0.60 % (five), as coupon less spread gives it. */
    private static Price of(String tranche, BigDecimal size) {
        boolean three = tranche.equals("3Y");
        return of(tranche, size, three ? "0.51" : "0.60", three ? "24" : "29", three ? "0.750" : "0.89", "100");
    }

    private static Price of(
            String tranche, BigDecimal size, String benchmark, String spread, String coupon, String price) {
        return new Price(
                tranche,
                size,
                Optional.empty(),
                Optional.of(benchmark).filter(b -> !b.isEmpty()).map(BigDecimal::new),
                Optional.of("a screen").filter(b -> !benchmark.isEmpty()),
                Optional.of(BenchmarkSide.MID).filter(b -> !benchmark.isEmpty()),
                Optional.of(PRICING.atTime(10, 0)).filter(b -> !benchmark.isEmpty()),
                Optional.empty(),
                Optional.empty(),
                new BigDecimal(spread),
                Optional.of(coupon).filter(c -> !c.isEmpty()).map(BigDecimal::new),
                new BigDecimal(price),
                Optional.empty());
    }

    @Test
    void everyTrancheIsPricedOnceOnItsDay() {
        Answer answer = price(of("3Y", THREE_YEARS), of("5Y", FIVE_YEARS));
        assertThat(answer.refused()).isEmpty();
        assertThat(answer.facts()).extracting(f -> f.kind().key()).containsExactly("3Y", "5Y");
        assertThat(answer.facts())
                .extracting(f -> ((PricingRun) f.fact()).couponPercent())
                .usingElementComparator(BigDecimal::compareTo)
                .as("as published")
                .containsExactly(new BigDecimal("0.75"), new BigDecimal("0.89"));

        assertThat(refusals(price(of("3Y", THREE_YEARS), of("3Y", THREE_YEARS), of("7Y", FIVE_YEARS))))
                .containsExactly("prices[1].tranche duplicate", "prices[2].tranche unknownTranche", "prices notPriced");
        assertThat(refusals(
                        price(marketed(), PRICING.minusDays(1), NOTHING, of("3Y", THREE_YEARS), of("5Y", FIVE_YEARS))))
                .containsExactly("prices pricingBeforeItsDay");
    }

    @Test
    void aSizeIsOfWholeBondsAndNoSlipOfTheUnit() {
        assertThat(refusals(price(of("3Y", THREE_YEARS.add(BigDecimal.ONE)), of("5Y", FIVE_YEARS))))
                .containsExactly("prices[0].sizeBillionYen denominationDoesNotDivide");
        BigDecimal demand = new BigDecimal("45100000000");
        assertThat(refusals(price(
                        marketed(), PRICING, demand, of("3Y", THREE_YEARS), of("5Y", new BigDecimal("4500000000")))))
                .as("a tenth of the demand and less")
                .containsExactly("prices[1].sizeInWords sizeTenfold");
    }

    @Test
    void aFixedCouponNeedsItsBenchmarkAndFollowsTheRule() {
        assertThat(refusals(price(of("3Y", THREE_YEARS, "", "24", "0.75", "100"), of("5Y", FIVE_YEARS))))
                .containsExactly(
                        "prices[0].benchmarkPercent quoteIncomplete",
                        "prices[0].benchmarkSource quoteIncomplete",
                        "prices[0].benchmarkSide quoteIncomplete",
                        "prices[0].benchmarkAt quoteIncomplete");
        assertThat(refusals(price(of("3Y", THREE_YEARS, "0.51", "24", "0.76", "100"), of("5Y", FIVE_YEARS))))
                .containsExactly("prices[0].couponPercent couponNotByRule");
        assertThat(refusals(price(of("3Y", THREE_YEARS, "9.65", "24", "", "100"), of("5Y", FIVE_YEARS))))
                .as("a swap rate of 9.65 % is asked about")
                .hasSize(1)
                .allMatch(f -> f.startsWith("prices[0].benchmarkConfirmed "));
    }

    @Test
    void whatCannotBePricedSaysWhy() {
        Price late = of("3Y", THREE_YEARS);
        var beforePayment = new Price(
                late.tranche(),
                late.sizeYen(),
                late.sizeInWords(),
                late.benchmarkPercent(),
                late.benchmarkSource(),
                late.benchmarkSide(),
                late.benchmarkAt(),
                late.benchmarkImplied(),
                late.benchmarkConfirmed(),
                late.spreadBp(),
                Optional.empty(),
                late.issuePrice(),
                Optional.of(PAYMENT.minusDays(1)));
        assertThat(refusals(price(beforePayment, of("5Y", FIVE_YEARS))))
                .containsExactly("prices[0].tranche cannotPrice");
        assertThat(refusals(
                        price(marketed(), PAYMENT.plusDays(1), NOTHING, of("3Y", THREE_YEARS), of("5Y", FIVE_YEARS))))
                .contains("prices[0].tranche paymentBeforePricing");
    }

    /** CASA's floater of 2025. */
    @Test
    void aFloaterHasNoBenchmarkAndNoCoupon() {
        FileOf deal = opened("CASA-2025");
        List<String> refused = places(price(
                        deal,
                        LocalDate.of(2026, 1, 15),
                        NOTHING,
                        of("5Y-FRN", new BigDecimal("10000000000"), "0.6", "50", "1.1", "100"))
                .refused());
        assertThat(refused)
                .contains(
                        "prices[0].benchmarkPercent contradicts",
                        "prices[0].benchmarkSource contradicts",
                        "prices[0].benchmarkSide contradicts",
                        "prices[0].benchmarkAt contradicts",
                        "prices[0].couponPercent contradicts");
    }

    private static FileOf priced() {
        FileOf facts = marketed();
        price(facts, PRICING, NOTHING, of("3Y", THREE_YEARS), of("5Y", FIVE_YEARS))
                .facts()
                .forEach(f -> {
                    PricingRun run = (PricingRun) f.fact();
                    facts.said(PricingRun.FACT.at(run.tranche().id()), run, "lead");
                });
        return facts;
    }

    private static Answer approve(FileOf facts, boolean approved, String person) {
        return ApprovePricing.ACT
                .deed()
                .perform(
                        new ApprovePricing(approved, "", ""),
                        standing(facts.file(), PRICING),
                        new Asked(new PersonId(person)));
    }

    @Test
    void theIssuerApprovesSoundRunsOfSomebodyElse() {
        Answer answer = approve(priced(), true, "treasurer");
        assertThat(answer.refused()).isEmpty();
        assertThat(answer.gateway()).isEqualTo(Map.of(GatewayFact.PRICING_APPROVED, true));
        Answer sentBack = approve(priced(), false, "treasurer");
        assertThat(sentBack.facts()).isEmpty();
        assertThat(sentBack.gateway()).isEqualTo(Map.of(GatewayFact.PRICING_APPROVED, false));

        assertThat(refusals(approve(priced(), true, "lead")))
                .containsExactly("approved preparerCannotApprove", "approved preparerCannotApprove");
        assertThat(refusals(approve(marketed(), true, "treasurer")))
                .containsExactly("approved notPriced", "approved notPriced");
        FileOf spoiled = priced();
        PricingRun run = spoiled.file().one(PricingRun.FACT.at("3Y")).orElseThrow();
        spoiled.said(PricingRun.FACT.at("3Y"), with(run, run.control(), "0".repeat(64)), "lead");
        assertThat(refusals(approve(spoiled, true, "treasurer"))).containsExactly("approved sealBroken");
        FileOf differing = priced();
        PricingRun.Control.Line line = run.control().lines().get(0);
        var breach = new PricingRun.Control(
                run.control().engine(),
                List.of(new PricingRun.Control.Line(line.measure(), 1, 2, -1, line.tolerance(), false, "planted")),
                List.of());
        differing.said(PricingRun.FACT.at("3Y"), Pricer.standard().sealed(with(run, breach, "")), "lead");
        assertThat(refusals(approve(differing, true, "treasurer"))).containsExactly("approved controlDiffers");
    }

    private static PricingRun with(PricingRun r, PricingRun.Control control, String seal) {
        return new PricingRun(
                r.tranche(),
                r.amountYen(),
                r.pricingDate(),
                r.paymentDate(),
                r.maturity(),
                r.benchmark(),
                r.spreadBp(),
                r.couponPercent(),
                r.issuePrice(),
                r.feePer100(),
                r.expensesYen(),
                r.coupons(),
                r.figuresTo(),
                r.figures(),
                r.calendars(),
                r.market(),
                r.onCurve(),
                r.onProjection(),
                r.noCurveBecause(),
                control,
                seal);
    }

    private static Answer sign(SignSubscription.Commitment... commitments) {
        FileOf facts = priced().said(
                        Mandate.FACT,
                        new Mandate(
                                Mandate.Kind.EXISTING,
                                Arrays.asList(new Mandate.Appointed("Nomura", true, "")),
                                "",
                                ""),
                        "issuer");
        return SignSubscription.ACT
                .deed()
                .perform(
                        new SignSubscription(
                                LocalDateTime.of(2024, 8, 29, 12, 0),
                                SubscriptionSigned.Kind.FIRM_JOINT,
                                List.of(commitments),
                                ""),
                        standing(facts.file(), PRICING),
                        SOMEBODY);
    }

    @Test
    void mandatedManagersCommitToTheWholeIssue() {
        assertThat(sign(
                                new SignSubscription.Commitment("3Y", "Nomura", THREE_YEARS),
                                new SignSubscription.Commitment("5Y", "Nomura", FIVE_YEARS))
                        .refused())
                .isEmpty();
        assertThat(refusals(sign(
                        new SignSubscription.Commitment("3Y", "Another", THREE_YEARS),
                        new SignSubscription.Commitment("7Y", "Nomura", FIVE_YEARS))))
                .containsExactly(
                        "commitments[0].manager unknownManager",
                        "commitments sumDiffers",
                        "commitments unknownTranche");
    }

    /** G8. */
    @Test
    void nobodySignsBeforeTheIssuerHasApprovedTheseVeryRuns() {
        Standing unpriced = standing(marketed().file());
        assertThat(places(PricingRules.pricingMustBeApproved(unpriced)))
                .containsExactly("priceTranches notPriced", "priceTranches notPriced");
        FileOf facts = priced();
        assertThat(places(PricingRules.pricingMustBeApproved(standing(facts.file()))))
                .containsExactly("approvePricing pricingNotApproved", "approvePricing pricingNotApproved");
        approve(facts, true, "treasurer")
                .facts()
                .forEach(f -> facts.said(PricingApproved.FACT, (PricingApproved) f.fact(), "treasurer"));
        assertThat(PricingRules.pricingMustBeApproved(standing(facts.file()))).isEmpty();
    }

    @Test
    void partsAreWholeBondsAndTheRestGoesToTheFirst() {
        assertThat(Shares.inWholeBonds(
                        new BigDecimal("1000000000"), new BigDecimal("100000000"), new int[] {33, 33, 33}))
                .containsExactly(new BigDecimal("400000000"), new BigDecimal("300000000"), new BigDecimal("300000000"));
    }

    private static RecordQuotes quotes(LocalDate day, String lines, boolean confirmed) {
        return new RecordQuotes(
                QuoteKind.TONA_OIS,
                day,
                Side.MID,
                "a screen",
                Optional.of(lines),
                Optional.empty(),
                Optional.of(confirmed));
    }

    private static Answer record(FileOf facts, RecordQuotes said) {
        Curves curves = set -> set.quotes().size() > 1 ? Optional.empty() : Optional.of("one quote");
        Files files = (id, sha256) -> Optional.of(
                new Blobs.Blob(sha256, "text/csv", "quotes.csv", "1Y,0.20\n5Y,0.60".getBytes(StandardCharsets.UTF_8)));
        return RecordQuotes.ACT.deed().perform(said, standing(facts.file(), PRICING, curves, files), SOMEBODY);
    }

    @Test
    void quotesAreOfADayThatHasComeAndMakeACurve() {
        Answer typed = record(marketed(), quotes(PRICING, "1Y,0.20\n5Y,0.60", false));
        assertThat(typed.facts()).singleElement().satisfies(f -> {
            assertThat(f.kind().key()).isEqualTo("TONA_OIS");
            assertThat(((QuoteSet) f.fact()).quotes()).hasSize(2);
        });
        var uploaded = new RecordQuotes(
                QuoteKind.TONA_OIS,
                PRICING,
                Side.MID,
                "a screen",
                Optional.empty(),
                Optional.of("0".repeat(64)),
                Optional.empty());
        assertThat(record(marketed(), uploaded).facts()).isEqualTo(typed.facts());

        assertThat(refusals(record(marketed(), quotes(PRICING.plusDays(1), "1Y,0.20\n5Y,0.60", false))))
                .containsExactly("quoteDate quotesAfterToday");
        assertThat(refusals(record(marketed(), quotes(PRICING, "5Y,0.60", false))))
                .containsExactly("quoteLines quotesMakeNoCurve");
        assertThat(refusals(record(marketed(), quotes(PRICING, "5Y,so much", false))))
                .hasSize(1)
                .allMatch(code -> code.startsWith("quoteLines"));
        var neither = new RecordQuotes(
                QuoteKind.TONA_OIS, PRICING, Side.MID, "", Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(refusals(record(marketed(), neither))).containsExactly("quoteLines linesOrFile");
    }

    /** 2.0 for 0.20. */
    @Test
    void aSlipOfTheUnitIsAskedAboutAndItsConfirmationIsKept() {
        FileOf facts = marketed()
                .said(
                        Pricing.QUOTES.at("TONA_OIS"),
                        (QuoteSet) record(marketed(), quotes(PRICING.minusDays(1), "1Y,0.20\n5Y,0.60", false))
                                .facts()
                                .get(0)
                                .fact(),
                        "lead");
        assertThat(refusals(record(facts, quotes(PRICING, "1Y,0.20\n5Y,6.0", false))))
                .isNotEmpty()
                .allMatch(code -> code.startsWith("quotesConfirmed "));
        assertThat(record(facts, quotes(PRICING, "1Y,0.20\n5Y,6.0", true)).facts())
                .extracting(f -> f.kind().name())
                .containsExactly("QuoteSet", "QuoteDoubtsConfirmed");
    }

    private static FileOf approved() {
        return marketed().said(PricingApproved.FACT, new PricingApproved(Map.of(), "", ""), "issuer");
    }

    private static Answer drop(FileOf facts, String tranche) {
        return DropTranche.ACT.deed().perform(new DropTranche(tranche, "no demand"), standing(facts.file()), SOMEBODY);
    }

    @Test
    void aTrancheIsDroppedBeforeItsPriceIsApprovedAndNeverTheLast() {
        assertThat(drop(marketed(), "5Y").effects())
                .hasSize(2)
                .last()
                .isEqualTo(new Effect.Withdrawal(PricingRun.FACT.at("5Y"), "tranche dropped"));
        assertThat(refusals(drop(approved(), "7Y"))).containsExactly("tranche unknownTranche", "tranche alreadyPriced");
        FileOf one = marketed().said(TrancheDropped.FACT.at("5Y"), new TrancheDropped("5Y", ""), "lead");
        assertThat(refusals(drop(one, "3Y"))).containsExactly("tranche lastTranche");
    }

    private static Answer change(FileOf facts, String tranche, String size, String words, String low, String high) {
        return ChangeTranche.ACT
                .deed()
                .perform(
                        new ChangeTranche(
                                tranche,
                                Optional.of(size).filter(s -> !s.isEmpty()).map(BigDecimal::new),
                                Optional.of(words).filter(s -> !s.isEmpty()),
                                Optional.of(low).filter(s -> !s.isEmpty()).map(BigDecimal::new),
                                Optional.of(high).filter(s -> !s.isEmpty()).map(BigDecimal::new),
                                "demand"),
                        standing(facts.file()),
                        SOMEBODY);
    }

    @Test
    void aTrancheChangesInSizeAndGuidanceAndKeepsTheRest() {
        Tranche before = standing(marketed().file()).liveTranches().get(0);
        Answer answer = change(marketed(), "3Y", "30000000000", "", "20", "25");
        Tranche after = ((TermSheet) answer.facts().get(0).fact()).tranches().get(0);
        assertThat(after.sizeYen()).isEqualByComparingTo("30000000000");
        assertThat(after)
                .isEqualTo(
                        before.marketedAs(new BigDecimal("30000000000"), new BigDecimal("20"), new BigDecimal("25")));
        assertThat(answer.effects())
                .last()
                .isEqualTo(new Effect.Withdrawal(PricingRun.FACT.at("3Y"), "tranche changed: demand"));

        assertThat(refusals(change(approved(), "10Y", "30000000000", "", "20", "25")))
                .containsExactly("tranche unknownTranche", "tranche alreadyPriced");
        assertThat(refusals(change(marketed(), "3Y", "30000000001", "", "25", "20")))
                .containsExactly("guidanceLowBp rangeReversed", "sizeBillionYen denominationDoesNotDivide");
    }

    /** Ten times what the term sheet says is a slip until it is said in words. */
    @Test
    void aSizeTenfoldIsSaidInWords() {
        FileOf sized = marketed();
        TermSheet terms = standing(sized.file()).terms();
        sized.said(
                TermSheet.FACT,
                terms.withTranches(terms.tranches().stream()
                        .map(t -> t.marketedAs(new BigDecimal("3000000000"), null, null))
                        .toList()),
                "lead");
        assertThat(refusals(change(sized, "3Y", "30000000000", "", "", ""))).containsExactly("sizeInWords sizeTenfold");
        assertThat(change(sized, "3Y", "30000000000", "三百億円", "", "").refused()).isEmpty();
    }
}
