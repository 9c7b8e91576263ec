package io.github.samuraidesk.underwriting;

import static io.github.samuraidesk.Answers.places;
import static io.github.samuraidesk.Answers.refusals;
import static io.github.samuraidesk.PricedDeal.SOMEBODY;
import static io.github.samuraidesk.PricedDeal.opened;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.PricedDeal;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.FirmNames;
import io.github.samuraidesk.act.GatewayFact;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.act.TaskDone;
import io.github.samuraidesk.deal.DealClock;
import io.github.samuraidesk.deal.FileOf;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.form.Field;
import io.github.samuraidesk.underwriting.acts.AwardMandate;
import io.github.samuraidesk.underwriting.acts.CheckConflicts;
import io.github.samuraidesk.underwriting.acts.ChooseSelection;
import io.github.samuraidesk.underwriting.acts.ChooseSelection.Selection;
import io.github.samuraidesk.underwriting.acts.CompleteDueDiligence;
import io.github.samuraidesk.underwriting.acts.HoldKickOff;
import io.github.samuraidesk.underwriting.acts.IssueRfp;
import io.github.samuraidesk.underwriting.acts.OpenBids;
import io.github.samuraidesk.underwriting.acts.PlaceBid;
import io.github.samuraidesk.underwriting.acts.RecordExistingMandate;
import io.github.samuraidesk.underwriting.acts.ScoreBids;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each act of the selection accepted once and refused once for each finding that it can return, by values alone. */
class UnderwritingActsTest {

    private static final LocalDateTime NOW = LocalDateTime.of(2024, 5, 7, 10, 0);
    private static final LocalDateTime DEADLINE = LocalDateTime.of(2024, 5, 10, 10, 0);

    /** A house that lists one firm, under three spellings. */
    private static final FirmNames FIRMS = new FirmNames() {

        private static final Set<String> NOMURA = Set.of("Nomura", "NOMURA", "野村證券");

        @Override
        public Optional<String> japanese(String firm) {
            return Optional.of("野村證券株式会社").filter(name -> NOMURA.contains(firm));
        }

        @Override
        public String canonical(String text) {
            return NOMURA.contains(text) ? "Nomura" : text;
        }

        @Override
        public boolean same(String one, String other) {
            return canonical(one).equals(canonical(other));
        }
    };

    private static Standing at(LocalDateTime time, FileOf facts) {
        Standing deal = PricedDeal.standing(facts.file());
        return new Standing(
                deal.file(), deal.pack(), time.atZone(DealClock.TOKYO).toInstant(), FIRMS);
    }

    private static Standing now(FileOf facts) {
        return at(NOW, facts);
    }

    private static FileOf deal() {
        return opened("SVN-2024");
    }

    private static Map<Criterion, Integer> inOrder(int... numbers) {
        var map = new LinkedHashMap<Criterion, Integer>();
        for (Criterion c : Criterion.values()) {
            map.put(c, numbers[c.ordinal()]);
        }
        return map;
    }

    private static Rfp rfp() {
        return new Rfp("scope", "questions", DEADLINE, LocalDate.of(2024, 5, 12), inOrder(25, 20, 20, 10, 15, 10));
    }

    private static FileOf asked() {
        return deal().said(Rfp.FACT, rfp(), "issuer");
    }

    private static FileOf bidden(String... managers) {
        FileOf facts = asked();
        for (String manager : managers) {
            facts.said(
                    Bid.FACT.at(manager),
                    new Bid(manager, new BigDecimal("0.30"), new BigDecimal("20000000"), "", "", "", ""),
                    "a bank");
        }
        return facts;
    }

    private static FileOf mandated(Mandate.Appointed... managers) {
        return deal().said(Mandate.FACT, new Mandate(Mandate.Kind.EXISTING, List.of(managers), "", ""), "issuer");
    }

    private static <T extends Record> T only(Answer answer, Class<T> type) {
        assertThat(answer.refused()).isEmpty();
        assertThat(answer.facts()).hasSize(1);
        return type.cast(answer.facts().get(0).fact());
    }

    @Test
    void theIssuerChoosesHowUnderwritersAreChosen() {
        for (Selection selection : Selection.values()) {
            Answer answer = ChooseSelection.ACT.deed().perform(new ChooseSelection(selection), now(deal()), SOMEBODY);
            assertThat(answer.refused()).isEmpty();
            assertThat(answer.facts()).isEmpty();
            assertThat(answer.gateway()).isEqualTo(Map.of(GatewayFact.SELECTION, selection.name()));
        }
    }

    private static Answer existing(RecordExistingMandate.Manager... managers) {
        return RecordExistingMandate.ACT
                .deed()
                .perform(new RecordExistingMandate(List.of(managers), "known", "abc"), now(deal()), SOMEBODY);
    }

    @Test
    void anExistingMandateHasALeadManagerAndNamesNobodyTwice() {
        assertThat(only(
                        existing(
                                new RecordExistingMandate.Manager("Nomura", Position.LEAD),
                                new RecordExistingMandate.Manager("Unlisted", Position.CO)),
                        Mandate.class))
                .isEqualTo(new Mandate(
                        Mandate.Kind.EXISTING,
                        List.of(
                                new Mandate.Appointed("Nomura", true, "野村證券株式会社"),
                                new Mandate.Appointed("Unlisted", false, "")),
                        "known",
                        "abc"));
        var co = new RecordExistingMandate.Manager("Nomura", Position.CO);
        assertThat(refusals(existing(co))).containsExactly("managers noLeadManager");
        assertThat(refusals(existing(new RecordExistingMandate.Manager("Nomura", Position.LEAD), co)))
                .containsExactly("managers duplicate");
        assertThat(refusals(existing(co, co))).containsExactly("managers noLeadManager", "managers duplicate");
    }

    private static Answer ask(LocalDateTime deadline, LocalDate decision, int... weights) {
        return IssueRfp.ACT
                .deed()
                .perform(
                        new IssueRfp(
                                "scope",
                                "questions",
                                deadline,
                                decision,
                                weights[0],
                                weights[1],
                                weights[2],
                                weights[3],
                                weights[4],
                                weights[5]),
                        now(deal()),
                        SOMEBODY);
    }

    @Test
    void proposalsAreAskedForWithADeadlineAheadAndWeightsOfAHundred() {
        LocalDate decision = LocalDate.of(2024, 5, 12);
        assertThat(only(ask(DEADLINE, decision, 25, 20, 20, 10, 15, 10), Rfp.class))
                .isEqualTo(rfp());
        assertThat(refusals(ask(NOW, decision, 25, 20, 20, 10, 15, 10)))
                .as("a deadline that is now is past")
                .containsExactly("deadline dateBefore");
        assertThat(ask(DEADLINE, DEADLINE.toLocalDate(), 25, 20, 20, 10, 15, 10).refused())
                .as("on the day of the deadline")
                .isEmpty();
        assertThat(refusals(ask(DEADLINE, DEADLINE.toLocalDate().minusDays(1), 25, 20, 20, 10, 15, 10)))
                .containsExactly("decisionDate dateBefore");
        Answer sum = ask(DEADLINE, decision, 25, 20, 20, 10, 15, 11);
        assertThat(refusals(sum)).containsExactly("weightRecord weightsMustSumTo100");
        assertThat(sum.refused().get(0).args()).containsExactly("101");
        assertThat(refusals(ask(NOW, NOW.toLocalDate().minusDays(1), 0, 0, 0, 0, 0, 0)))
                .as("all at once")
                .containsExactly("deadline dateBefore", "decisionDate dateBefore", "weightRecord weightsMustSumTo100");
        assertThat(IssueRfp.ACT.fields().stream().filter(Field::planned).map(Field::name))
                .containsExactly("deadline", "decisionDate");
    }

    private static Answer bid(Standing deal, String manager, String... own) {
        var said = new PlaceBid(
                manager,
                new BigDecimal("0.30"),
                new BigDecimal("20000000"),
                "ideas",
                "no conflict",
                "a team",
                Optional.empty());
        return PlaceBid.ACT
                .deed()
                .perform(said, deal, new Asked(new PersonId("a bank"), new LinkedHashSet<>(Arrays.asList(own))));
    }

    @Test
    void aFirmBidsForItselfUntilTheDeadline() {
        assertThat(only(bid(at(DEADLINE, asked()), "Nomura", "Nomura"), Bid.class))
                .isEqualTo(new Bid(
                        "Nomura",
                        new BigDecimal("0.30"),
                        new BigDecimal("20000000"),
                        "ideas",
                        "no conflict",
                        "a team",
                        ""));
        assertThat(refusals(bid(now(deal()), "Nomura", "Nomura"))).containsExactly("manager noRfp");
        assertThat(refusals(bid(
                        now(asked().said(BidsOpened.FACT, new BidsOpened(List.of()), "issuer")), "Nomura", "Nomura")))
                .containsExactly("manager biddingIsClosed");
        assertThat(refusals(bid(at(DEADLINE.plusMinutes(1), asked()), "Nomura", "Nomura")))
                .containsExactly("manager afterDeadline");
        assertThat(refusals(bid(now(asked()), "Nomura"))).containsExactly("manager firmNeeded");
        Answer anothers = bid(now(asked()), "Daiwa", "Nomura", "Mizuho");
        assertThat(refusals(anothers)).containsExactly("manager notYourFirm");
        assertThat(anothers.refused().get(0).args()).containsExactly("Daiwa", "Nomura, Mizuho");
    }

    /** Facts of earlier programs carry a firm as it was typed then; a second bid of it must replace the first. */
    @Test
    void aBidStandsUnderTheNameThatTheDealHasForItsFirm() {
        assertThat(only(bid(now(asked()), "野村證券", "Nomura"), Bid.class).manager())
                .isEqualTo("Nomura");
        Answer again = bid(now(bidden("NOMURA")), "Nomura", "Nomura");
        assertThat(only(again, Bid.class).manager()).isEqualTo("NOMURA");
        assertThat(again.facts().get(0).kind().key()).isEqualTo("NOMURA");
        FileOf mandated = asked().said(
                        Mandate.FACT,
                        new Mandate(Mandate.Kind.EXISTING, List.of(new Mandate.Appointed("野村證券", true, "")), "", ""),
                        "issuer");
        assertThat(only(bid(now(mandated), "Nomura", "Nomura"), Bid.class).manager())
                .isEqualTo("野村證券");
    }

    private static Answer open(Standing deal, boolean closed) {
        return OpenBids.ACT.deed().perform(new OpenBids(closed), deal, SOMEBODY);
    }

    @Test
    void bidsAreOpenedOnceTheDeadlineHasPassed() {
        assertThat(only(open(at(DEADLINE, bidden("Nomura", "Mizuho")), true), BidsOpened.class)
                        .managers())
                .containsExactlyInAnyOrder("Nomura", "Mizuho");
        assertThat(refusals(open(at(DEADLINE, bidden("Nomura")), false))).containsExactly("biddingClosed mustBeYes");
        assertThat(refusals(open(at(DEADLINE, asked()), true))).containsExactly("bid noBid");
        assertThat(refusals(open(at(DEADLINE.minusMinutes(1), bidden("Nomura")), true)))
                .containsExactly("biddingClosed beforeDeadline");
    }

    private static ScoreBids.Marks marks(String manager) {
        return new ScoreBids.Marks(manager, 8, 7, 8, 9, 8, 9, "why");
    }

    private static Answer score(ScoreBids.Marks... marks) {
        return ScoreBids.ACT.deed().perform(new ScoreBids(List.of(marks)), now(bidden("Nomura", "Mizuho")), SOMEBODY);
    }

    @Test
    void everyBidIsScoredOnceByTheWeightsOfTheRequest() {
        Answer answer = score(marks("Nomura"), marks("Mizuho"));
        assertThat(answer.refused()).isEmpty();
        assertThat(answer.facts()).extracting(f -> f.kind().key()).containsExactly("Nomura", "Mizuho");
        assertThat(answer.facts().get(0).fact())
                .isEqualTo(new Score("Nomura", inOrder(8, 7, 8, 9, 8, 9), new BigDecimal("80.0"), "why"));

        assertThat(refusals(score(marks("Nomura"), marks("Nomura"), marks("Daiwa"))))
                .containsExactly(
                        "scores[1].manager duplicate", "scores[2].manager unknownManager", "scores bidNotScored");
    }

    /** Answers of the decision table of the programs before; the last is what binary numbers make of 46.4. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "25 20 20 10 15 10 |  8  7  8  9  8  9 | 80.0",
                "25 20 20 10 15 10 | 10 10 10 10 10 10 | 100.0",
                "25 20 20 10 15 10 |  0  0  0  0  0  0 | 0.0",
                "25 20 20 10 15 10 |  7  5  3  9 10  1 | 58.5",
                "57 32  9  1  0  1 |  4  5  7 10 10  4 | 46.49999999999999",
                " 2 45 15 34  0  4 |  9  2  8  6  0  8 | 46.400000000000006"
            })
    void aTotalIsTheSumOfWeightTimesMarkOverTen(String weights, String marks, String total) {
        var rfp = new Rfp("", "", DEADLINE, DEADLINE.toLocalDate(), inOrder(numbers(weights)));
        assertThat(rfp.total(inOrder(numbers(marks)))).isEqualTo(new BigDecimal(total));
    }

    private static int[] numbers(String text) {
        return Arrays.stream(text.strip().split(" +"))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    private static Answer award(AwardMandate.Manager... managers) {
        return AwardMandate.ACT
                .deed()
                .perform(new AwardMandate(List.of(managers), "the best"), now(bidden("Nomura", "Mizuho")), SOMEBODY);
    }

    @Test
    void theMandateGoesToFirmsThatHaveBid() {
        assertThat(only(
                        award(
                                new AwardMandate.Manager("Nomura", Position.LEAD),
                                new AwardMandate.Manager("Mizuho", Position.CO)),
                        Mandate.class))
                .isEqualTo(new Mandate(
                        Mandate.Kind.AWARDED,
                        List.of(
                                new Mandate.Appointed("Nomura", true, "野村證券株式会社"),
                                new Mandate.Appointed("Mizuho", false, "")),
                        "the best",
                        ""));
        var outsider = new AwardMandate.Manager("Daiwa", Position.CO);
        assertThat(refusals(award(new AwardMandate.Manager("Nomura", Position.LEAD), outsider, outsider)))
                .containsExactly(
                        "managers[1].manager unknownManager",
                        "managers[2].manager unknownManager",
                        "managers duplicate");
        assertThat(refusals(award(new AwardMandate.Manager("Mizuho", Position.CO))))
                .containsExactly("managers noLeadManager");
    }

    @Test
    void theKickOffIsItsForm() {
        Answer answer = HoldKickOff.ACT
                .deed()
                .perform(new HoldKickOff(NOW.toLocalDate(), "letter", "list"), now(deal()), SOMEBODY);
        assertThat(answer).isEqualTo(new Answer.Writing().answer());
    }

    private static final Mandate.Appointed LEAD = new Mandate.Appointed("Nomura", true, "");
    private static final Mandate.Appointed CO = new Mandate.Appointed("Mizuho", false, "");

    private static CheckConflicts.Check check(String manager, String votingPercent, boolean independent, boolean kyc) {
        return new CheckConflicts.Check(manager, new BigDecimal(votingPercent), false, false, independent, true, kyc);
    }

    private static Answer check(CheckConflicts.Check... checks) {
        return CheckConflicts.ACT
                .deed()
                .perform(new CheckConflicts(List.of(checks), ""), now(mandated(LEAD, CO)), SOMEBODY);
    }

    @Test
    void everyMandatedManagerIsCheckedForConflicts() {
        Answer answer = check(check("Nomura", "0", false, true), check("Mizuho", "60", false, true));
        assertThat(answer.refused()).as("a related firm may be a co-manager").isEmpty();
        assertThat(answer.facts())
                .extracting(f -> (ConflictCheck) f.fact())
                .containsExactly(
                        new ConflictCheck("Nomura", true, BigDecimal.ZERO, false, false, false, true, true),
                        new ConflictCheck("Mizuho", false, new BigDecimal("60"), false, false, false, true, true));

        assertThat(refusals(check(check("Nomura", "0", true, true), check("Daiwa", "0", true, true))))
                .containsExactly("checks[1].manager unknownManager", "checks managerNotChecked");
        Answer conflicts = check(check("Nomura", "60", false, true), check("Mizuho", "0", true, false));
        assertThat(refusals(conflicts)).containsExactly("checks[0] conflictFound", "checks[1] conflictFound");
        assertThat(conflicts.refused()).extracting(f -> f.args().get(1)).containsExactly("NEEDS_INDEPENDENT", "BLOCK");
    }

    @Test
    void nothingBeginsWithoutAMandate() {
        assertThat(UnderwritingRules.mandateMustBeSigned(now(mandated(LEAD)))).isEmpty();
        List<Finding> shut = UnderwritingRules.mandateMustBeSigned(now(deal()));
        assertThat(places(shut)).containsExactly("mandate noMandate");
        assertThat(shut.get(0).rule()).isEqualTo("G1");
        assertThat(shut.get(0).whoCanAct()).isEqualTo("ISSUER");
    }

    private static FileOf checked(FileOf facts, String manager, boolean lead, boolean kyc) {
        return facts.said(
                ConflictCheck.FACT.at(manager),
                new ConflictCheck(manager, lead, BigDecimal.ZERO, false, false, true, true, kyc),
                "lead");
    }

    @Test
    void conflictsAreCheckedOfAllAndClear() {
        FileOf clear = checked(checked(mandated(LEAD, CO), "Nomura", true, true), "Mizuho", false, true);
        assertThat(UnderwritingRules.conflictsMustBeClear(now(clear))).isEmpty();
        assertThat(places(UnderwritingRules.conflictsMustBeClear(now(deal()))))
                .containsExactly("checkConflicts conflictsNotChecked");
        assertThat(places(UnderwritingRules.conflictsMustBeClear(now(mandated(LEAD)))))
                .containsExactly("checkConflicts conflictsNotChecked", "checks managerNotChecked");
        FileOf found = checked(mandated(LEAD, CO), "Nomura", true, false);
        assertThat(places(UnderwritingRules.conflictsMustBeClear(now(found))))
                .containsExactly("checks managerNotChecked", "checks conflictFound");
        assertThat(UnderwritingRules.conflictsMustBeClear(now(found)))
                .allMatch(f -> f.rule().equals("G2") && f.whoCanAct().equals("LEAD_MANAGER"));
    }

    /** S05, H03 and gate G3. */
    @Test
    void dueDiligenceIsOverOnceTheExaminationIsPassed() {
        var passed = new CompleteDueDiligence(LocalDate.of(2024, 6, 3), true, "memo", "1".repeat(64));
        assertThat(CompleteDueDiligence.ACT
                        .deed()
                        .perform(passed, now(deal()), SOMEBODY)
                        .refused())
                .isEmpty();
        var failed = new CompleteDueDiligence(LocalDate.of(2024, 6, 3), false, "memo", "1".repeat(64));
        assertThat(refusals(CompleteDueDiligence.ACT.deed().perform(failed, now(deal()), SOMEBODY)))
                .containsExactly("jsdaExaminationPassed mustBeYes");

        assertThat(places(UnderwritingRules.dueDiligenceMustBeSignedOff(now(deal()))))
                .containsExactly("completeDueDiligence noDueDiligence");
        FileOf done = deal();
        for (CompleteDueDiligence said : List.of(failed, passed)) {
            var values = CompleteDueDiligence.ACT.form().write(said);
            done.said(
                    TaskDone.FACT.at("completeDueDiligence"),
                    new TaskDone("completeDueDiligence", values.values(), values.tables()),
                    "lead");
            assertThat(UnderwritingRules.dueDiligenceMustBeSignedOff(now(done)).isEmpty())
                    .isEqualTo(said.jsdaExaminationPassed());
        }
    }
}
