package io.github.samuraidesk.workflow;

import static io.github.samuraidesk.Answers.refusals;
import static io.github.samuraidesk.PricedDeal.SOMEBODY;
import static io.github.samuraidesk.PricedDeal.standing;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.PricedDeal;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Effect;
import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.act.Port;
import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.FileOf;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.deal.TermSheet;
import io.github.samuraidesk.law.Route;
import io.github.samuraidesk.pricing.PricingRun;
import io.github.samuraidesk.pricing.SubscriptionSigned;
import io.github.samuraidesk.registration.Filing;
import io.github.samuraidesk.registration.FilingDay;
import io.github.samuraidesk.registration.RegistrationWithdrawn;
import io.github.samuraidesk.registration.RouteConfirmed;
import io.github.samuraidesk.settlement.Closed;
import io.github.samuraidesk.settlement.NewRecord;
import io.github.samuraidesk.workflow.acts.AskOverride;
import io.github.samuraidesk.workflow.acts.ConfirmOverride;
import io.github.samuraidesk.workflow.acts.Notice;
import io.github.samuraidesk.workflow.acts.Postpone;
import io.github.samuraidesk.workflow.acts.Pull;
import io.github.samuraidesk.workflow.acts.SayWhatBlocks;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What people do to a deal as a whole, accepted once and refused once for each finding, by values alone. */
class WorkflowActsTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 8, 30);
    private static final Notice NOTICE = new Notice("managers", LocalDateTime.of(2024, 8, 30, 9, 0), "mail");

    private record Process(boolean isRunning, String open) implements Progress {

        @Override
        public boolean isRunning(DealId id) {
            return isRunning;
        }

        @Override
        public boolean waitsFor(DealId id, String task) {
            return open.equals(task);
        }
    }

    private static final Process RUNNING = new Process(true, "priceTranches");

    private static FileOf registered() {
        return PricedDeal.facts()
                .said(
                        RouteConfirmed.SIGNED,
                        new RouteConfirmed(Route.SRS_FULL, Route.SRS_FULL, List.of(), ""),
                        "counsel");
    }

    private static FileOf filed(Filing.Stage... stages) {
        FileOf deal = registered();
        for (Filing.Stage stage : stages) {
            deal.said(
                    Filing.FACT.at(stage.name()),
                    new Filing(
                            stage,
                            "020",
                            stage == Filing.Stage.STATEMENT ? "010000" : "020000",
                            LocalDateTime.of(2024, 8, 20, 10, 0),
                            "S100AAAA",
                            "",
                            "",
                            true,
                            Map.of()),
                    "counsel");
        }
        return deal;
    }

    private static Answer postpone(FileOf deal, Process process, String filing, String pricing, String payment) {
        return Postpone.ACT
                .deed()
                .perform(
                        new Postpone(
                                LocalDate.parse(pricing),
                                LocalDate.parse(payment),
                                Optional.of(filing).filter(f -> !f.isEmpty()).map(LocalDate::parse),
                                "market",
                                List.of(NOTICE)),
                        standing(deal.file(), TODAY, process),
                        SOMEBODY);
    }

    @Test
    void aPostponementWithdrawsWhatRestedOnTheOldDatesAndKeepsWhatWasFiled() {
        Answer answer = postpone(
                filed(Filing.Stage.STATEMENT, Filing.Stage.FINAL_TERMS), RUNNING, "", "2024-10-10", "2024-10-18");
        assertThat(answer.refused()).isEmpty();
        TermSheet terms = (TermSheet) answer.facts().get(0).fact();
        assertThat(terms.dates().pricing()).isEqualTo(LocalDate.of(2024, 10, 10));
        assertThat(terms.dates().payment()).isEqualTo(LocalDate.of(2024, 10, 18));
        Halt halt = (Halt) answer.facts().get(1).fact();
        assertThat(halt.stale()).containsExactly("PricingRun 3Y", "PricingRun 5Y", "SubscriptionSigned subscription");
        assertThat(halt.filing()).isEqualTo("amend 020/020000");
        assertThat(halt.notices())
                .containsExactly(Map.of("party", "managers", "at", "2024-08-30T09:00", "means", "mail"));
        assertThat(answer.effects())
                .contains(
                        new Effect.Withdrawal(PricingRun.FACT.at("3Y"), "postponed"),
                        new Effect.Withdrawal(SubscriptionSigned.FACT, "postponed"),
                        new Effect.Withdrawal(Filing.FACT.at("FINAL_TERMS"), "postponed"))
                .doesNotContain(new Effect.Withdrawal(Filing.FACT.at("STATEMENT"), "postponed"))
                .last()
                .isEqualTo(new Effect.Postponing());
    }

    @Test
    void beforeTheStatementIsAcceptedItsDayMovesToo() {
        Answer answer = postpone(registered(), RUNNING, "2024-10-01", "2024-10-10", "2024-10-18");
        assertThat(answer.facts())
                .extracting(f -> (Record) f.fact())
                .contains(new FilingDay(Filing.Stage.STATEMENT, LocalDate.of(2024, 10, 1), "market"));
        assertThat(((TermSheet) answer.facts().get(0).fact()).dates().filing()).isEqualTo(LocalDate.of(2024, 10, 1));
    }

    @Test
    void aPostponementGoesToOpenDaysInTheirOrder() {
        assertThat(refusals(postpone(filed(Filing.Stage.STATEMENT), RUNNING, "2024-10-11", "2024-08-29", "2024-08-28")))
                .containsExactly(
                        "pricing dateBefore", "filing alreadyAccepted", "pricing dateBefore", "payment dateBefore");
        assertThat(refusals(postpone(registered(), RUNNING, "2024-10-05", "2024-10-14", "2024-11-03")))
                .as("a Saturday, Sports Day, Culture Day on a Sunday")
                .containsExactly(
                        "filing filingOnClosedDay", "pricing pricingOnClosedDay", "payment paymentOnClosedDay");
        FileOf withdrawn = filed(Filing.Stage.STATEMENT)
                .said(
                        RegistrationWithdrawn.FACT,
                        new RegistrationWithdrawn("", LocalDateTime.of(2024, 8, 28, 9, 0), "S100BBBB", "", ""),
                        "counsel");
        assertThat(refusals(postpone(withdrawn, RUNNING, "", "2024-10-10", "2024-10-18")))
                .containsExactly("reason registrationWithdrawn");
    }

    private static Answer pull(FileOf deal, Process process) {
        return Pull.ACT
                .deed()
                .perform(new Pull("no demand", List.of(NOTICE)), standing(deal.file(), TODAY, process), SOMEBODY);
    }

    @Test
    void aDealIsPulledOnlyBeforeAnyBondExists() {
        Answer answer = pull(filed(Filing.Stage.STATEMENT), RUNNING);
        assertThat(((Halt) answer.facts().get(0).fact()).filing()).startsWith("withdraw 020/");
        assertThat(answer.effects()).last().isEqualTo(new Effect.Pulling("no demand"));
        assertThat(((Halt) pull(registered(), RUNNING).facts().get(0).fact()).filing())
                .isEmpty();

        assertThat(refusals(pull(registered(), new Process(false, "")))).containsExactly("reason dealIsOver");
        assertThat(refusals(pull(registered().said(Closed.FACT, new Closed(TODAY), "samurai-desk"), RUNNING)))
                .containsExactly("reason dealIsOver");
        assertThat(refusals(pull(
                        registered().said(NewRecord.FACT, new NewRecord(true, "", true, Map.of(), ""), "agent"),
                        RUNNING)))
                .containsExactly("reason bondsAreRecorded");
        assertThat(refusals(pull(registered(), new Process(true, "resolveFailedFunding"))))
                .containsExactly("reason failedFundingUndecided");
    }

    @Test
    void aTaskIsBlockedByItsName() {
        var deal = standing(registered().file(), TODAY);
        assertThat(SayWhatBlocks.ACT
                        .deed()
                        .perform(new SayWhatBlocks("priceTranches", "rates", "lead"), deal, SOMEBODY)
                        .facts())
                .singleElement()
                .satisfies(f -> assertThat(f.fact()).isEqualTo(new Blocked("priceTranches", "rates", "lead")));
        assertThat(refusals(SayWhatBlocks.ACT.deed().perform(new SayWhatBlocks("dance", "", "lead"), deal, SOMEBODY)))
                .containsExactly("task unknownTask");
    }

    private static final Gatekeeper G5_SHUT = (deal, act) -> act.equals("conductSounding")
            ? Optional.of(List.of(Finding.rule("G5", "", "fileStatement", "", "statementNotAccepted")))
            : Optional.empty();

    private static Answer ask(Gate gate, String act) {
        return AskOverride.ACT
                .deed()
                .perform(
                        new AskOverride(gate, act, "why"), standing(registered().file(), TODAY, G5_SHUT), SOMEBODY);
    }

    @Test
    void anOverrideIsAskedOnlyWhereTheGateIsInTheWay() {
        assertThat(ask(Gate.G5, "conductSounding").facts())
                .singleElement()
                .satisfies(
                        f -> assertThat(((GateOverride) f.fact()).isConfirmed()).isFalse());
        assertThat(refusals(ask(Gate.G5, "dance"))).containsExactly("act unknownAct");
        assertThat(refusals(ask(Gate.G1, "conductSounding"))).containsExactly("gate gateNotInTheWay");
    }

    private static Answer confirm(FileOf deal, Gate gate, Asked by) {
        RolesOnTheDeal counselIsLegal =
                (id, person) -> Set.of(person.equals("counsel") ? Role.ISSUERS_COUNSEL : Role.ISSUER);
        return ConfirmOverride.ACT
                .deed()
                .perform(
                        new ConfirmOverride(gate, "conductSounding", "so be it"),
                        standing(deal.file(), TODAY, new Port[] {counselIsLegal}),
                        by);
    }

    private static FileOf asked(Gate gate) {
        DealFile deal = registered().file();
        var asked = (GateOverride) AskOverride.ACT
                .deed()
                .perform(
                        new AskOverride(gate, "conductSounding", "why"),
                        standing(deal, TODAY, (Gatekeeper)
                                (d, act) -> Optional.of(List.of(Finding.rule(gate.name(), "", "", "", "shut")))),
                        SOMEBODY)
                .facts()
                .get(0)
                .fact();
        return registered().said(GateOverride.FACT.at(GateOverride.key(gate, "conductSounding")), asked, "somebody");
    }

    @Test
    void anOverrideNeedsTwoPeopleAndAtAGateOfLawCounsel() {
        var treasurer = new Asked(new PersonId("treasurer"));
        var counsel = new Asked(new PersonId("counsel"));
        assertThat(confirm(asked(Gate.G5), Gate.G5, counsel).facts())
                .singleElement()
                .satisfies(
                        f -> assertThat(((GateOverride) f.fact()).confirmedBy()).isEqualTo("counsel"));
        assertThat(confirm(asked(Gate.G7), Gate.G7, treasurer).refused())
                .as("a gate of the house")
                .isEmpty();
        assertThat(refusals(confirm(registered(), Gate.G5, counsel))).containsExactly("act overrideNotAsked");
        assertThat(refusals(confirm(asked(Gate.G5), Gate.G5, SOMEBODY))).containsExactly("act overrideNeedsTwo");
        assertThat(refusals(confirm(asked(Gate.G5), Gate.G5, treasurer))).containsExactly("gate overrideNeedsLegal");
    }
}
