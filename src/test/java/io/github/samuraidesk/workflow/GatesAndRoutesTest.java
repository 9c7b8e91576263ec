package io.github.samuraidesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.law.Route;
import io.github.samuraidesk.registration.RouteConfirmed;
import io.github.samuraidesk.rehearsal.Cast;
import io.github.samuraidesk.rehearsal.Sample;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Every gate on every route, signed or not: a gate that does not apply says 対象外, and none is green before it is known. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatesAndRoutesTest extends DeskTest {

    /** What a gate says of a deal on which nothing was done yet. */
    private enum Says {
        SHUT,
        WAITS_FOR_ROUTE,
        NOT_APPLICABLE,
        GREEN
    }

    @Autowired
    private Gates gates;

    @Autowired
    private TransactionTemplate transaction;

    private final Map<Beginning, DealId> opened = new EnumMap<>(Beginning.class);

    /** How a term sheet asks for its route; counsel may sign another. */
    private enum Beginning {
        PUBLIC_WITH_SRS("SVN-2024", ""),
        NEW_SHELF("IDN-2018", ""),
        TAKEDOWN("IDN-2023", ""),
        PRIVATE("SVN-2024", "PRIVATE_QII");

        private final String sample;
        private final String format;

        Beginning(String sample, String format) {
            this.sample = sample;
            this.format = format;
        }
    }

    private DealId beforeTheRoute(Beginning beginning) {
        return opened.computeIfAbsent(beginning, b -> {
            DealId id = b.format.isEmpty()
                    ? open(b.sample)
                    : rehearsal.open(new Sample(
                            sample(b.sample)
                                    .termSheet()
                                    .with("dealId", b.sample + "-GATES")
                                    .with("format", b.format)
                                    .with("offering.transferLocked", "yes"),
                            sample(b.sample).outcome(),
                            sample(b.sample).assumed()));
            rehearsal.run(id, t -> t == HumanTask.CONFIRM_ROUTE);
            return id;
        });
    }

    private Says says(DealId id, Gate gate) {
        List<Finding> findings = gates.check(facts.of(id), gate);
        if (!gates.isAsked(facts.of(id), gate)) {
            assertThat(findings).as("a gate that is not asked finds nothing").isEmpty();
            return Says.NOT_APPLICABLE;
        }
        return findings.isEmpty() ? Says.GREEN : Gates.waitsForRoute(findings) ? Says.WAITS_FOR_ROUTE : Says.SHUT;
    }

    private static Stream<Arguments> everyGateWithoutARoute() {
        return Stream.of(Beginning.values())
                .flatMap(b -> Stream.of(Gate.values())
                        .map(g -> Arguments.of(
                                b,
                                g,
                                switch (g) {
                                    case G4, G5, G6, G9, G10, TAKEDOWN -> Says.WAITS_FOR_ROUTE;
                                    default -> Says.SHUT;
                                })));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @MethodSource("everyGateWithoutARoute")
    void beforeTheRouteIsSigned(Beginning beginning, Gate gate, Says expected) {
        assertThat(says(beforeTheRoute(beginning), gate)).isEqualTo(expected);
    }

    private static Stream<Arguments> everyGateOnEveryRoute() {
        return Stream.of(Route.values())
                .flatMap(r -> Stream.of(Gate.values())
                        .map(g -> Arguments.of(r, g, expected(r, g) ? Says.SHUT : Says.NOT_APPLICABLE)));
    }

    /** The table by the routes' names, beside the program's own. */
    private static boolean expected(Route route, Gate gate) {
        boolean registered = switch (route) {
            case SRS_FULL, SRS_INCORPORATION, SRS_REFERENCE, SRS_ENGLISH, SHELF_TAKEDOWN -> true;
            default -> false;
        };
        return route != Route.NOT_A_SAMURAI
                && switch (gate) {
                    case G4, G5, G6, G10 -> registered;
                    case TAKEDOWN -> route == Route.SHELF_TAKEDOWN;
                    default -> true;
                };
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @MethodSource("everyGateOnEveryRoute")
    void whenTheRouteIsSigned(Route route, Gate gate, Says expected) {
        DealId id = beforeTheRoute(route.isShelf() ? Beginning.TAKEDOWN : Beginning.PUBLIC_WITH_SRS);
        Says said = transaction.execute(status -> {
            deals.lock(id);
            facts.record(id, "route", new RouteConfirmed(route, route, List.of(), ""), Cast.COUNSEL.person());
            status.setRollbackOnly();
            return says(id, gate);
        });
        assertThat(said).isEqualTo(expected);
    }

    private Map<String, Element> gateRows(DealId id, String query) {
        Document page = Jsoup.parse(new Visitor(port, Cast.COUNSEL.person().value(), PASSWORD)
                .get("/deals/" + id + query)
                .body());
        var rows = new java.util.LinkedHashMap<String, Element>();
        page.select("ul.gates > li").forEach(li -> rows.put(li.select(".gate").text(), li));
        assertThat(rows.keySet())
                .containsExactlyElementsOf(
                        Arrays.stream(Gate.values()).map(Gate::name).toList());
        return rows;
    }

    @ParameterizedTest
    @CsvSource({"ja,ルート確定待ち,対象外", "en,Waits for the route,Not applicable", "zh_CN,等待途径确定,不适用", "zh_TW,等待途徑確定,不適用"})
    void aShelfDealsPageSaysThatTheTakedownWaitsForTheRoute(String lang, String waits, String notApplicable) {
        DealId id = beforeTheRoute(Beginning.TAKEDOWN);
        Map<String, Element> rows = gateRows(id, "?lang=" + lang);
        for (String gate : List.of("G4", "G5", "G6", "G9", "G10", "TAKEDOWN")) {
            assertThat(rows.get(gate).text()).as(gate).contains(waits).doesNotContain(notApplicable);
        }
        rows.values()
                .forEach(row -> assertThat(row.select(".dot.open"))
                        .as("no gate is green")
                        .isEmpty());
    }

    @Test
    void everyGateOfADealThatIsNoSamuraiSays対象外AndNothingIsDoneOnIt() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.CONFIRM_ROUTE);
        desk.complete(
                id,
                HumanTask.CONFIRM_ROUTE,
                null,
                FormValues.of("route", Route.NOT_A_SAMURAI.name(), "opinion", "x"),
                Cast.COUNSEL.person());
        gateRows(id, "").forEach((gate, row) -> {
            assertThat(row.text()).as(gate).contains("対象外");
            assertThat(row.select(".dot.open")).as(gate + " is not green").isEmpty();
        });
        assertThat(desk.obstacles(id, Entry.ORDER, Cast.LEAD.person()))
                .extracting(Finding::code)
                .contains("dealIsNoSamurai");
    }
}
