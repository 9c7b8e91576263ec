package io.github.samuraidesk.book;

import static io.github.samuraidesk.Answers.refusals;
import static io.github.samuraidesk.PricedDeal.FIVE_YEARS;
import static io.github.samuraidesk.PricedDeal.PAYMENT;
import static io.github.samuraidesk.PricedDeal.SOMEBODY;
import static io.github.samuraidesk.PricedDeal.THREE_YEARS;
import static io.github.samuraidesk.PricedDeal.marketed;
import static io.github.samuraidesk.PricedDeal.standing;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.PricedDeal;
import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.FirmNames;
import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.book.acts.Allocate;
import io.github.samuraidesk.book.acts.ConductSounding;
import io.github.samuraidesk.book.acts.DeliverProspectus;
import io.github.samuraidesk.book.acts.GiveGuidance;
import io.github.samuraidesk.book.acts.HoldRoadshow;
import io.github.samuraidesk.book.acts.RecordSounding;
import io.github.samuraidesk.book.acts.ReportDemand;
import io.github.samuraidesk.book.acts.RunBook;
import io.github.samuraidesk.book.acts.TakeOrder;
import io.github.samuraidesk.deal.FileOf;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.pricing.PricingApproved;
import io.github.samuraidesk.underwriting.Mandate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each act of the book accepted once and refused once for each finding that it can return, by values alone. */
class BookActsTest {

    private static final LocalDateTime NOW = PAYMENT.atTime(10, 0);
    private static final LocalDate DAY = PAYMENT;
    private static final BigDecimal TEN_BILLION = new BigDecimal("10000000000");
    private static final Asked NOMURA = new Asked(new PersonId("lead"), Set.of("Nomura"));

    /** A house that knows one firm by two names. */
    private static final FirmNames HOUSE = new FirmNames() {
        @Override
        public Optional<String> japanese(String firm) {
            return Optional.empty();
        }

        @Override
        public String canonical(String text) {
            return text.equals("野村證券") ? "Nomura" : text;
        }

        @Override
        public boolean same(String one, String other) {
            return canonical(one).equals(canonical(other));
        }
    };

    private static <I extends Record> Answer perform(Act<I> act, I said, FileOf facts, Asked by) {
        Standing plain = standing(facts.file());
        return act.deed().perform(said, new Standing(plain.file(), plain.pack(), plain.now(), HOUSE), by);
    }

    private static <I extends Record> Answer perform(Act<I> act, I said, FileOf facts) {
        return perform(act, said, facts, SOMEBODY);
    }

    private static void accepted(Answer answer, String... keys) {
        assertThat(answer.refused()).isEmpty();
        assertThat(answer.facts()).extracting(f -> f.kind().key()).containsExactly(keys);
    }

    private static FileOf mandated(FileOf facts, String... managers) {
        return facts.said(
                Mandate.FACT,
                new Mandate(
                        Mandate.Kind.EXISTING,
                        Arrays.stream(managers)
                                .map(m -> new Mandate.Appointed(m, m.equals(managers[0]), ""))
                                .toList(),
                        "",
                        ""),
                "treasurer");
    }

    private static FileOf ordered(FileOf facts, String investor, String tranche, String manager, BigDecimal amount) {
        var order = new Order(investor, InvestorClass.LIFE_INSURER, tranche, manager, amount, null);
        return facts.said(Order.FACT.at(order.key()), order, "lead");
    }

    /** One investor orders both tranches, another some of one of them through two firms. */
    private static FileOf book(FileOf facts) {
        ordered(facts, "An investor", "3Y", "Nomura", THREE_YEARS);
        ordered(facts, "An investor", "5Y", "SMBC Nikko", FIVE_YEARS);
        ordered(facts, "Another", "3Y", "Nomura", TEN_BILLION);
        return ordered(facts, "Another", "3Y", "SMBC Nikko", BigDecimal.ONE);
    }

    private static RecordSounding sounding(String tranche, LocalDateTime at, boolean wallCrossed) {
        return new RecordSounding(
                "An investor",
                InvestorClass.LIFE_INSURER,
                at,
                wallCrossed,
                "script",
                tranche,
                Optional.of(TEN_BILLION),
                Optional.empty());
    }

    @Test
    void whoIsSoundedWasBroughtOverTheWall() {
        Answer answer = perform(RecordSounding.ACT, sounding("3Y", NOW, true), marketed());
        accepted(answer, "An investor/3Y/2024-09-05T10:00");
        assertThat(answer.facts().get(0).fact())
                .isEqualTo(new Sounding(
                        "An investor", InvestorClass.LIFE_INSURER, NOW, true, "script", "3Y", TEN_BILLION, null));

        assertThat(refusals(perform(RecordSounding.ACT, sounding("7Y", NOW.plusMinutes(1), false), marketed())))
                .as("a dropped tranche, the wall, a minute ahead")
                .containsExactly("tranche unknownTranche", "wallCrossed wallCrossingNeeded", "at inTheFuture");
    }

    @Test
    void soundingEndsOnceSomebodyWasSounded() {
        FileOf sounded = marketed();
        perform(RecordSounding.ACT, sounding("3Y", NOW, true), sounded)
                .facts()
                .forEach(f -> sounded.said(Sounding.FACT.at(f.kind().key()), (Sounding) f.fact(), "lead"));
        accepted(perform(ConductSounding.ACT, new ConductSounding(DAY, DAY), sounded));
        assertThat(refusals(perform(ConductSounding.ACT, new ConductSounding(DAY, DAY.minusDays(1)), marketed())))
                .containsExactly("endedOn dateBefore", "sounding noSounding");
    }

    @Test
    void guidanceIsARangeOfALiveTranche() {
        var low = new BigDecimal("20");
        var high = new BigDecimal("24");
        accepted(perform(GiveGuidance.ACT, new GiveGuidance("3Y", low, high, ""), marketed()), "3Y");
        accepted(perform(GiveGuidance.ACT, new GiveGuidance("3Y", low, low, ""), marketed()), "3Y");
        assertThat(refusals(perform(GiveGuidance.ACT, new GiveGuidance("10Y", high, low, ""), marketed())))
                .containsExactly("tranche unknownTranche", "lowBp rangeReversed");
    }

    private static TakeOrder order(String tranche, String manager) {
        return new TakeOrder(
                "An investor", InvestorClass.LIFE_INSURER, tranche, manager, TEN_BILLION, Optional.of(BigDecimal.TEN));
    }

    @Test
    void aFirmTakesOrdersOfItsOwnUntilThePriceIsApproved() {
        FileOf facts = mandated(marketed(), "Nomura", "SMBC Nikko");
        Answer answer = perform(TakeOrder.ACT, order("3Y", "野村證券"), facts, NOMURA);
        accepted(answer, "An investor/3Y/Nomura");
        assertThat(answer.facts().get(0).fact())
                .isEqualTo(new Order(
                        "An investor", InvestorClass.LIFE_INSURER, "3Y", "Nomura", TEN_BILLION, BigDecimal.TEN));

        assertThat(refusals(perform(TakeOrder.ACT, order("7Y", "Nomura"), facts)))
                .as("somebody who speaks for no firm")
                .containsExactly("tranche unknownTranche", "manager firmNeeded");
        assertThat(refusals(perform(TakeOrder.ACT, order("3Y", "SMBC Nikko"), facts, NOMURA)))
                .containsExactly("manager notYourFirm");
        assertThat(refusals(perform(TakeOrder.ACT, order("3Y", "Nomura"), mandated(marketed(), "Mizuho"), NOMURA)))
                .containsExactly("manager unknownManager");
        facts.said(PricingApproved.FACT, new PricingApproved(Map.of(), "", ""), "treasurer");
        assertThat(refusals(perform(TakeOrder.ACT, order("3Y", "Nomura"), facts, NOMURA)))
                .containsExactly("investor bookIsClosed");
    }

    /** Facts of earlier programs carry a firm as it was typed then. */
    @Test
    void anOrderCarriesTheNameThatTheMandateCarries() {
        accepted(
                perform(TakeOrder.ACT, order("3Y", "Nomura"), mandated(marketed(), "野村證券"), NOMURA),
                "An investor/3Y/野村證券");
    }

    @Test
    void theBookClosesWithGuidanceAndOrdersForEachTranche() {
        FileOf facts = book(marketed());
        for (String tranche : List.of("3Y", "5Y")) {
            facts.said(Guidance.FACT.at(tranche), new Guidance(tranche, BigDecimal.ONE, BigDecimal.TEN, ""), "lead");
        }
        accepted(perform(RunBook.ACT, new RunBook(DAY, DAY, ""), facts));
        assertThat(refusals(perform(RunBook.ACT, new RunBook(DAY, DAY.minusDays(1), ""), marketed())))
                .containsExactly(
                        "closedOn dateBefore",
                        "guidance noGuidance",
                        "order noOrder",
                        "guidance noGuidance",
                        "order noOrder");
    }

    @Test
    void theIssuerIsToldCustomersAndDemand() {
        Answer answer = perform(ReportDemand.ACT, new ReportDemand(NOW, "issuer"), book(marketed()));
        accepted(answer, "before");
        assertThat(answer.facts().get(0).fact())
                .isEqualTo(new DemandReport.Given(
                        NOW, 2, THREE_YEARS.add(FIVE_YEARS).add(TEN_BILLION).add(BigDecimal.ONE)));
        assertThat(refusals(perform(ReportDemand.ACT, new ReportDemand(NOW, "issuer"), marketed())))
                .containsExactly("order noOrder");
    }

    @Test
    void demandOfATrancheIsASumAndOfAnInvestorItsLargestOrder() {
        Orders orders = Orders.of(book(marketed()).file());
        assertThat(orders.demandYen("3Y"))
                .isEqualTo(THREE_YEARS.add(TEN_BILLION).add(BigDecimal.ONE));
        assertThat(orders.demandYen("7Y")).isZero();
        assertThat(orders.largestYen("Another", "3Y")).isEqualTo(TEN_BILLION);
        assertThat(orders.largestYen("Another", "5Y")).isZero();
    }

    private static Allocate.Line given(String tranche, String investor, String manager, BigDecimal amount) {
        return new Allocate.Line(tranche, investor, manager, amount);
    }

    private static Answer allocate(Allocate.Line... lines) {
        return perform(
                Allocate.ACT, new Allocate(List.of(lines)), mandated(book(PricedDeal.facts()), "Nomura", "SMBC Nikko"));
    }

    @Test
    void theWholeIssueIsAllocatedWithinTheOrders() {
        Answer answer = allocate(
                given("3Y", "An investor", "Nomura", THREE_YEARS),
                given("5Y", "An investor", "SMBC Nikko", FIVE_YEARS));
        accepted(answer, "allocation");
        assertThat(answer.facts().get(0).fact()).isEqualTo(PricedDeal.allocation());

        assertThat(refusals(allocate(
                        given("3Y", "Another", "Nomura", THREE_YEARS),
                        given("5Y", "An investor", "Mizuho", FIVE_YEARS))))
                .containsExactly(
                        "allocations[0].amountBillionYen allocatedMoreThanOrdered",
                        "allocations[1].manager unknownManager");
        assertThat(refusals(allocate(
                        given("3Y", "An investor", "Nomura", TEN_BILLION),
                        given("5Y", "An investor", "Nomura", FIVE_YEARS),
                        given("7Y", "An investor", "Nomura", BigDecimal.ZERO))))
                .containsExactly("allocations sumDiffers", "allocations unknownTranche");
    }

    private static DeliverProspectus.Line delivery(
            String investor, LocalDateTime deliveredAt, Delivery.Means means, Optional<Boolean> consent) {
        return new DeliverProspectus.Line(investor, deliveredAt, means, consent, NOW);
    }

    private static Answer deliver(DeliverProspectus.Line... lines) {
        return perform(
                DeliverProspectus.ACT,
                new DeliverProspectus(List.of(lines)),
                PricedDeal.facts().said(Allocation.FACT, PricedDeal.allocation(), "lead"));
    }

    @Test
    void everyInvestorGetsTheProspectusWithTheSaleAtTheLatest() {
        var paper = Delivery.Means.PAPER;
        var electronic = Delivery.Means.ELECTRONIC;
        Answer answer = deliver(delivery("An investor", NOW, electronic, Optional.of(true)));
        accepted(answer, "An investor");
        assertThat(answer.facts().get(0).fact()).isEqualTo(new Delivery("An investor", NOW, electronic, true, NOW));
        accepted(
                deliver(delivery("An investor", NOW.plusDays(1), Delivery.Means.NOT_ASKED_BY_QII, Optional.empty())),
                "An investor");

        assertThat(refusals(deliver(
                        delivery("An investor", NOW, electronic, Optional.of(false)),
                        delivery("An investor", NOW.plusMinutes(1), paper, Optional.empty()))))
                .containsExactly(
                        "deliveries[0].consent consentNeeded",
                        "deliveries[1].investor duplicate",
                        "deliveries[1].deliveredAt prospectusLate");
        assertThat(refusals(deliver(delivery("Another", NOW, paper, Optional.empty()))))
                .containsExactly("deliveries[0].investor soldWithoutAllocation", "deliveries prospectusNotDelivered");
    }

    private static List<String> codes(List<Finding> findings) {
        assertThat(findings).allMatch(f -> !f.source().isBlank(), "names its source");
        return findings.stream().map(Finding::code).toList();
    }

    /** G7. */
    @Test
    void nobodyApprovesAPriceBeforeTheDemandWasReported() {
        FileOf facts = marketed();
        assertThat(codes(BookRules.demandMustHaveBeenReported(standing(facts.file()))))
                .containsExactly("demandNotReported");
        facts.said(DemandReport.Given.FACT, new DemandReport.Given(NOW, 1, TEN_BILLION), "lead");
        assertThat(BookRules.demandMustHaveBeenReported(standing(facts.file()))).isEmpty();
    }

    private static FileOf delivered(FileOf facts, LocalDateTime at) {
        return facts.said(
                Delivery.FACT.at("An investor"),
                new Delivery("An investor", at, Delivery.Means.PAPER, false, NOW),
                "lead");
    }

    /** G10. */
    @Test
    void nobodyPaysForBondsOfWhichTheProspectusCameLate() {
        FileOf facts = PricedDeal.facts();
        assertThat(codes(BookRules.prospectusMustBeDelivered(standing(facts.file()))))
                .containsExactly("notAllocated");
        facts.said(Allocation.FACT, PricedDeal.allocation(), "lead");
        assertThat(codes(BookRules.prospectusMustBeDelivered(standing(facts.file()))))
                .containsExactly("prospectusNotDelivered");
        delivered(facts, NOW.plusMinutes(1));
        assertThat(codes(BookRules.prospectusMustBeDelivered(standing(facts.file()))))
                .containsExactly("prospectusLate");
        delivered(facts, NOW);
        assertThat(BookRules.prospectusMustBeDelivered(standing(facts.file()))).isEmpty();
    }

    /** Private placements file, deliver and take down nothing. */
    @Test
    void gatesOfARegistrationWaitForTheRoute() {
        assertThat(Gate.values())
                .filteredOn(Gate::waitsForRoute)
                .containsExactly(Gate.G4, Gate.G5, Gate.G6, Gate.G10, Gate.TAKEDOWN);
    }

    @Test
    void aRoadshowBeforeFilingNeverSpeaksOfTheBond() {
        var held = new HoldRoadshow(
                HoldRoadshow.Outcome.HELD, Optional.of(true), Optional.empty(), Optional.of("1".repeat(64)));
        accepted(perform(HoldRoadshow.ACT, held, PricedDeal.facts()));
        var none = new HoldRoadshow(
                HoldRoadshow.Outcome.NOT_HELD, Optional.empty(), Optional.of("known"), Optional.empty());
        accepted(perform(HoldRoadshow.ACT, none, PricedDeal.facts()));
        var named = new HoldRoadshow(
                HoldRoadshow.Outcome.HELD, Optional.of(false), Optional.empty(), Optional.of("1".repeat(64)));
        assertThat(refusals(perform(HoldRoadshow.ACT, named, PricedDeal.facts())))
                .containsExactly("noReferenceToTheBond mustBeYes");
    }
}
