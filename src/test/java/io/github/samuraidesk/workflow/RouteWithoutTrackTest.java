package io.github.samuraidesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.disclosure.Papers;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.law.Route;
import io.github.samuraidesk.rehearsal.Cast;
import io.github.samuraidesk.rehearsal.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Routes whose disclosure the program does not carry: said at opening, refused before any offer, gates that say 対象外. */
class RouteWithoutTrackTest extends DeskTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    private Gates gates;

    @Autowired
    private Papers papers;

    private DealId openOn(Route route) {
        Sample s = sample("SVN-2024");
        DealId id = rehearsal.open(new Sample(
                s.termSheet()
                        .with("dealId", "SVN-" + route.name().replace('_', '-'))
                        .with("format", "PRIVATE_QII")
                        .with("offering.transferLocked", "yes"),
                s.outcome(),
                s.assumed()));
        rehearsal.run(id, t -> t == HumanTask.CONFIRM_ROUTE);
        desk.complete(
                id,
                HumanTask.CONFIRM_ROUTE,
                null,
                FormValues.of("route", route.name(), "opinion", "x"),
                Cast.COUNSEL.person());
        return id;
    }

    @ParameterizedTest
    @EnumSource(
            value = Route.class,
            names = {"PRO_BOND", "QII", "SPECIFIED_INVESTORS", "SMALL_NUMBER"})
    void aRouteWithoutTrackReachesNoOrder(Route route) {
        DealId id = openOn(route);
        assertThat(gates.isAsked(facts.of(id), Gate.G4)).isFalse();
        assertThat(gates.isAsked(facts.of(id), Gate.G5)).isFalse();
        assertThatThrownBy(() -> rehearsal.run(id, t -> t == HumanTask.RUN_BOOK))
                .isInstanceOf(Refused.class);
        assertThat(process.openTask(id, HumanTask.CONDUCT_SOUNDING)).isPresent();
        for (FormSpec offer :
                List.of(Entry.SOUNDING, Entry.GUIDANCE, Entry.ORDER, HumanTask.CONDUCT_SOUNDING, HumanTask.RUN_BOOK)) {
            assertThat(desk.obstacles(id, offer, Cast.LEAD.person()))
                    .as(offer.id())
                    .extracting(Finding::code)
                    .contains("routeHasNoWholeTrack");
        }
        assertThatThrownBy(() -> desk.record(
                        id,
                        Entry.ORDER,
                        FormValues.of(
                                "investor",
                                "x",
                                "investorClass",
                                "OTHER",
                                "tranche",
                                "3Y",
                                "manager",
                                "x",
                                "amountBillionYen",
                                "1"),
                        Cast.LEAD.person()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        r -> assertThat(r.findings()).extracting(Finding::code).contains("routeHasNoWholeTrack"));
        assertThat(facts.of(id).current(io.github.samuraidesk.book.Order.FACT)).isEmpty();
    }

    @Test
    void pagesAndRestSayThatGatesDoNotApply() throws Exception {
        DealId id = rehearsal.open(new Sample(
                sample("SVN-2024")
                        .termSheet()
                        .with("dealId", "SVN-SAYS")
                        .with("format", "PRIVATE_QII")
                        .with("offering.transferLocked", "yes"),
                sample("SVN-2024").outcome(),
                sample("SVN-2024").assumed()));
        rehearsal.run(id, t -> t == HumanTask.CONFIRM_ROUTE);
        var visitor = new Visitor(port, Cast.COUNSEL.person().value(), PASSWORD);
        assertThat(visitor.get("/deals/new").body()).contains("注文の受付はできません");
        assertThat(visitor.get("/deals/" + id + "/tasks/confirmRoute").body())
                .as("said before counsel signs")
                .contains("本プログラムにまだない");
        assertThat(JSON.readTree(visitor.read("/api/deals/" + id).body())
                        .path("notes")
                        .get(0)
                        .path("code")
                        .asString())
                .isEqualTo("routeHasNoWholeTrack");
        complete(id, HumanTask.CONFIRM_ROUTE);

        assertThat(visitor.get("/deals/" + id).body()).contains("対象外");
        JsonNode rest =
                JSON.readTree(visitor.read("/api/deals/" + id + "/gates").body());
        assertThat(rest.path("notApplicable").valueStream().map(JsonNode::asString))
                .contains("G4", "G5", "G6", "G10", "TAKEDOWN");
        assertThat(rest.has("G5")).isFalse();
        assertThat(rest.path("G1").isArray()).isTrue();
    }

    @Test
    void everyGateOfAShelfDealIsAsked() {
        DealId id = openAndStopBefore("IDN-2018", HumanTask.REGISTER_FILER);
        for (Gate gate : Gate.values()) {
            assertThat(gates.isAsked(facts.of(id), gate)).as(gate.name()).isTrue();
        }
    }

    @Test
    void aBondThatJapanGuaranteesGoesThroughWithoutRegistrationOrProspectus() {
        DealId id = openOn(Route.EXEMPT_JAPAN_GUARANTEED);
        rehearsal.run(id, t -> false);
        assertThat(facts.of(id).one(io.github.samuraidesk.settlement.Closed.FACT))
                .isPresent();
        assertThat(facts.of(id).current(io.github.samuraidesk.registration.Filing.FACT))
                .isEmpty();
        assertThat(papers.find(facts.of(id), Paper.CONDITIONS_OF_BONDS)).isPresent();
        assertThat(papers.find(facts.of(id), Paper.PROSPECTUS)).isEmpty();
    }

    @Test
    void counselCanSayThatItIsNoSamurai() {
        DealId id = openOn(Route.NOT_A_SAMURAI);
        assertThat(process.isRunning(id)).isFalse();
    }
}
