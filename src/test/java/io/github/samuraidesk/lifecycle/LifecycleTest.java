package io.github.samuraidesk.lifecycle;

import static io.github.samuraidesk.PricedDeal.facts;
import static io.github.samuraidesk.PricedDeal.standing;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.PricedDeal;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.act.TaskDone;
import io.github.samuraidesk.deal.FileOf;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.law.Route;
import io.github.samuraidesk.lifecycle.acts.FinishFile;
import io.github.samuraidesk.lifecycle.acts.MeetObligation;
import io.github.samuraidesk.registration.RouteConfirmed;
import io.github.samuraidesk.settlement.Closed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is owed after closing, and when a file is finished, by values alone. */
class LifecycleTest {

    private static FileOf registered(Route route) {
        return facts().said(RouteConfirmed.SIGNED, new RouteConfirmed(route, route, List.of(), ""), "counsel");
    }

    private static Map<String, LocalDate> owed(Route route) {
        return AfterClosing.of(standing(registered(route).file())).stream()
                .collect(Collectors.toMap(Obligation::id, Obligation::due));
    }

    /** Paid on Thursday 2024-09-05: three years later is a Sunday, five a Wednesday. */
    @Test
    void eachTrancheIsRedeemedOnItsMaturityOrTheNextBusinessDay() {
        assertThat(owed(Route.SRS_FULL))
                .containsEntry("J21/3Y", LocalDate.of(2027, 9, 6))
                .containsEntry("J21/5Y", LocalDate.of(2029, 9, 5));
    }

    /**
     * A state with a year that ends on 31 December: reports within six and three months (timetable rows C05 and C02), until
     * the last maturity, the last ones for the periods that end before it.
     */
    @Test
    void reportsAreOwedFromTheClosingToTheLastMaturity() {
        Map<String, LocalDate> owed = owed(Route.SRS_FULL);
        assertThat(owed)
                .containsEntry("C05/2024", LocalDate.of(2025, 6, 30))
                .containsEntry("C02/2024", LocalDate.of(2024, 9, 30))
                .containsEntry("C02/2029", LocalDate.of(2029, 10, 1))
                .doesNotContainKeys("C05/2023", "C05/2029", "C02/2030");
        assertThat(owed.keySet().stream().filter(id -> id.startsWith("C01")))
                .as("a company's deadline")
                .isEmpty();
        assertThat(owed(Route.QII).keySet()).noneMatch(id -> id.startsWith("C0"));
    }

    /** G13. */
    @Test
    void aFileIsFinishedOnceWhatItWaitsForIsDone() {
        FileOf deal = registered(Route.SRS_FULL);
        assertThat(codes(deal)).containsExactly("notClosedYet");
        deal.said(Closed.FACT, new Closed(PricedDeal.PAYMENT), "samurai-desk");
        Standing closed = standing(deal.file());
        String awaited = closed.pack()
                .rowsBeforeTheFileIsFinished(Route.SRS_FULL.track().name())
                .get(0);
        var open = new Obligation("1", awaited, "", PricedDeal.PAYMENT, false, "", "");
        deal.said(Obligation.FACT.at("1"), open, "samurai-desk");
        deal.said(
                Obligation.FACT.at("2"),
                new Obligation("2", "J21", "", PricedDeal.PAYMENT, false, "", ""),
                "samurai-desk");
        assertThat(codes(deal))
                .as("redemption is years away and holds up nothing")
                .containsExactly("obligationOpen");
        deal.said(Obligation.FACT.at("1"), open.done("0".repeat(64), ""), "agent");
        assertThat(codes(deal)).isEmpty();
    }

    private static List<String> codes(FileOf deal) {
        return LifecycleRules.postClosingReportsMustBeDone(standing(deal.file())).stream()
                .map(Finding::code)
                .toList();
    }

    private static Answer meet(FileOf deal, String obligation) {
        return MeetObligation.ACT
                .deed()
                .perform(
                        new MeetObligation(obligation, "1".repeat(64), Optional.of("done")),
                        standing(deal.file()),
                        PricedDeal.SOMEBODY);
    }

    @Test
    void whatIsOwedIsDoneOnceWithItsEvidence() {
        var open = new Obligation("1", "C03", "", PricedDeal.PAYMENT, false, "", "");
        FileOf deal = registered(Route.SRS_FULL).said(Obligation.FACT.at("1"), open, "samurai-desk");
        assertThat(meet(deal, "1").facts().get(0).fact()).isEqualTo(open.done("1".repeat(64), "done"));
        assertThat(meet(deal, "2").refused()).extracting(Finding::code).containsExactly("unknownObligation");
        deal.said(Obligation.FACT.at("1"), open.done("1".repeat(64), ""), "agent");
        assertThat(meet(deal, "1").refused()).extracting(Finding::code).containsExactly("alreadyDone");
    }

    @Test
    void aFinishedFileIsKeptAsATaskThatWasDone() {
        Answer answer = FinishFile.ACT
                .deed()
                .perform(
                        new FinishFile(Optional.of("bound")),
                        standing(registered(Route.SRS_FULL).file()),
                        PricedDeal.SOMEBODY);
        assertThat(answer.facts()).singleElement().satisfies(f -> {
            assertThat(f.kind()).isEqualTo(TaskDone.FACT.at("finished"));
            assertThat(((TaskDone) f.fact()).values()).containsOnly(java.util.Map.entry("note", "bound"));
        });
    }
}
