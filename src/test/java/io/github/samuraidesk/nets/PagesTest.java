package io.github.samuraidesk.nets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.samuraidesk.Approved;
import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.disclosure.Papers;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.law.Route;
import io.github.samuraidesk.rehearsal.Cast;
import io.github.samuraidesk.rehearsal.Sample;
import io.github.samuraidesk.workflow.Entry;
import io.github.samuraidesk.workflow.FormSpec;
import io.github.samuraidesk.workflow.HumanTask;
import io.github.samuraidesk.workflow.OpenTask;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/**
 * What every page of a deal says, and what REST answers, by role and stage: whatever moves in the house, they stay equal.
 * In Japanese and English by every role; in both kinds of Chinese by one role a stage, since what a role may not see
 * depends on no language. In a context of its own, whose people and firms no other test adds to.
 */
@TestPropertySource(properties = "samurai-desk.net=pages")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest extends DeskTest {

    private static final Path PAGES = Path.of("src/test/resources/nets/pages");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** One person a role. */
    private static final List<Cast> READERS =
            List.of(Cast.ISSUER, Cast.LEAD, Cast.MANAGER, Cast.COUNSEL, Cast.REVIEWER, Cast.AGENT, Cast.AUDITOR);

    private static final List<String> TABS = List.of(
            "",
            "/registration",
            "/calendar",
            "/calendar/what-if?days=7",
            "/templates",
            "/clauses",
            "/papers",
            "/book",
            "/prices",
            "/bids",
            "/history",
            "/members");

    /** In these every role reads; the others are tags of Chinese, which one role a stage reads. */
    private static final List<String> BY_EVERY_ROLE = List.of("ja", "en");

    private static final List<String> BY_ONE_ROLE = List.of("zh-CN", "zh-TW");

    /** Every address of a deal that answers a page or JSON, as the controllers declare it. */
    private static final Set<String> READ = Set.of(
            "/deals/{id}",
            "/deals/{id}/registration",
            "/deals/{id}/calendar",
            "/deals/{id}/calendar/what-if",
            "/deals/{id}/clauses",
            "/deals/{id}/templates",
            "/deals/{id}/papers",
            "/deals/{id}/book",
            "/deals/{id}/prices",
            "/deals/{id}/bids",
            "/deals/{id}/history",
            "/deals/{id}/members",
            "/deals/{id}/papers/{code}",
            "/deals/{id}/papers/{code}/figures",
            "/deals/{id}/papers/{code}/redline",
            "/deals/{id}/tranches/{trancheId}",
            "/deals/{id}/tranches/{trancheId}/sheet",
            "/deals/{id}/tasks/{task}",
            "/deals/{id}/entries/{entry}",
            "/api/deals/{id}",
            "/api/deals/{id}/differences",
            "/api/deals/{id}/gates",
            "/api/deals/{id}/forms/{form}",
            "/api/deals/{id}/script/{task}",
            "/api/deals/{id}/script/{task}/values");

    /** Addresses that answer a file, which tests of that file hold. */
    private static final Set<String> FILES = Set.of(
            "/deals/{id}/files/{sha256}",
            "/deals/{id}/packages/{stage}",
            "/deals/{id}/papers/{code}/preview",
            "/deals/{id}/papers/{code}/redline.{kind}",
            "/deals/{id}/timetable.{kind}",
            "/deals/{id}/tranches/{trancheId}/sheet.pdf",
            "/deals/{id}/tranches/{trancheId}/sheet.xlsx");

    /** A sample and where it stands: registration statement, shelf takedown and private placement all occur. */
    enum Stage {
        OPENED("HUN-2022", HumanTask.CHOOSE_SELECTION, Cast.ISSUER),
        PRIVATE("SVN-2024", HumanTask.CONFIRM_ROUTE, Cast.COUNSEL),
        FILED("IDN-2023", HumanTask.RUN_BOOK, Cast.MANAGER),
        PRICED("SVN-2024", HumanTask.FILE_FINAL_TERMS, Cast.LEAD),
        CLOSED("RENAULT-S19-2017", null, Cast.AUDITOR);

        private final String sample;
        private final HumanTask stop;
        private final Cast inChinese;

        Stage(String sample, HumanTask stop, Cast inChinese) {
            this.sample = sample;
            this.stop = stop;
            this.inChinese = inChinese;
        }

        private UnaryOperator<FormValues> change() {
            return this == PRIVATE
                    ? t -> t.with("format", "PRIVATE_QII").with("offering.transferLocked", "yes")
                    : t -> t;
        }

        private Path file(String name) {
            return PAGES.resolve(name().toLowerCase(Locale.ROOT)).resolve(name + ".txt");
        }
    }

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private Papers papers;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private Asked asked;
    private final Map<Stage, DealId> walked = new EnumMap<>(Stage.class);

    @BeforeEach
    void everyDealIsWalked() {
        if (asked == null) {
            asked = new Asked(context);
            // all of them first: a calendar warns of other deals on its day
            Arrays.stream(Stage.values()).forEach(stage -> walked.put(stage, walk(stage)));
        }
    }

    private DealId deal(Stage stage) {
        return Objects.requireNonNull(walked.get(stage));
    }

    private DealId walk(Stage stage) {
        Sample s = sample(stage.sample);
        DealId id = rehearsal.open(new Sample(
                stage.change().apply(s.termSheet()).with("dealId", "NET-" + stage.name()), s.outcome(), s.assumed()));
        rehearsal.run(id, t -> t == stage.stop);
        if (stage == Stage.PRIVATE) {
            desk.complete(
                    id,
                    HumanTask.CONFIRM_ROUTE,
                    null,
                    FormValues.of("route", Route.QII.name(), "opinion", "x"),
                    Cast.COUNSEL.person());
            // no offer is made on a route whose disclosure the program does not carry
            assertThatThrownBy(() -> rehearsal.run(id, t -> false)).isInstanceOf(Refused.class);
        }
        return id;
    }

    @Test
    void everyAddressOfADealThatIsReadIsInTheNet() {
        var declared = mappings.getHandlerMethods().keySet().stream()
                .filter(m -> m.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(m -> m.getPatternValues().stream())
                .filter(p -> p.startsWith("/deals/{id}") || p.startsWith("/api/deals/{id}"))
                .collect(Collectors.toCollection(TreeSet::new));
        var known = new TreeSet<>(READ);
        known.addAll(FILES);
        assertThat(declared).isEqualTo(known);
    }

    @ParameterizedTest
    @EnumSource
    void tabsSayWhatWasApproved(Stage stage) {
        DealId id = deal(stage);
        for (String tab : TABS) {
            String name = tab.isEmpty()
                    ? "overview"
                    : tab.substring(1).replaceAll("\\?.*", "").replace('/', '-');
            hold(stage, name, List.of(tab), READERS);
        }
        String tranche = deals.liveTranches(id).get(0).id();
        hold(stage, "tranche", List.of("/tranches/" + tranche, "/tranches/" + tranche + "/sheet"), READERS);
    }

    /** Two papers a stage: the one that is filed, and one that nobody files. */
    @ParameterizedTest
    @EnumSource
    void papersSayWhatWasApproved(Stage stage) {
        DealId id = deal(stage);
        var addresses = new ArrayList<String>();
        Stream.of(
                        papers.all(facts.of(id)).stream()
                                .filter(p -> p.paper().isFiled())
                                .findFirst(),
                        papers.all(facts.of(id)).stream()
                                .filter(p -> !p.paper().isFiled())
                                .findFirst())
                .flatMap(p -> p.stream())
                .map(p -> "/papers/" + p.paper().code())
                .forEach(p -> addresses.addAll(List.of(p, p + "/figures", p + "/redline")));
        if (!addresses.isEmpty()) {
            hold(stage, "paper", addresses, List.of(Cast.LEAD, Cast.MANAGER, Cast.COUNSEL, Cast.AUDITOR));
        }
    }

    /** Open tasks as every role sees them; once, on the closed deal, every task as its role sees it and as a manager does. */
    @ParameterizedTest
    @EnumSource
    void formsSayWhatWasApproved(Stage stage) {
        DealId id = deal(stage);
        List<String> open = process.openTasks(id).stream()
                .map(OpenTask::task)
                .distinct()
                .sorted()
                .map(HumanTask::id)
                .toList();
        if (stage == Stage.CLOSED) {
            assertThat(open).isEmpty();
            forms(stage, "tasks", "/tasks/", HumanTask.values());
        } else {
            hold(stage, "tasks", open.stream().map(t -> "/tasks/" + t).toList(), READERS);
        }
        if (stage == Stage.PRICED) {
            forms(stage, "entries", "/entries/", Entry.values());
        }
    }

    private void forms(Stage stage, String name, String prefix, FormSpec[] forms) {
        inEveryLanguage(
                stage,
                name,
                language -> Arrays.stream(forms)
                        .flatMap(form -> form(stage, prefix, form, language).stream())
                        .toList());
    }

    private List<String> form(Stage stage, String prefix, FormSpec form, String language) {
        Cast whose = Cast.of(form.roles());
        List<Cast> every = List.copyOf(new LinkedHashSet<>(List.of(whose, Cast.MANAGER)));
        return read(deal(stage), prefix + form.id(), readers(language, every, whose), language);
    }

    private void hold(Stage stage, String name, List<String> addresses, List<Cast> every) {
        inEveryLanguage(stage, name, language -> {
            List<Cast> readers = readers(language, every, stage.inChinese);
            return addresses.stream()
                    .flatMap(a -> read(deal(stage), a, readers, language).stream())
                    .toList();
        });
    }

    private static List<Cast> readers(String language, List<Cast> every, Cast one) {
        return BY_EVERY_ROLE.contains(language) ? every : List.of(one);
    }

    private static void inEveryLanguage(Stage stage, String name, Function<String, List<String>> reading) {
        Stream.concat(BY_EVERY_ROLE.stream(), BY_ONE_ROLE.stream())
                .forEach(language -> Approved.hold(stage.file(name + "." + language), reading.apply(language)));
    }

    private List<String> read(DealId id, String address, List<Cast> readers, String language) {
        var readings = new Readings();
        // the head of a deal is held by its tabs
        String without = address.startsWith("/tasks/") || address.startsWith("/entries/") ? ".dealhead" : "";
        for (Cast reader : readers) {
            Asked.Answer answer =
                    asked.get("/deals/" + id + address, reader.person().value(), language);
            readings.add(
                    reader,
                    answer.status() == 200
                            ? Visible.lines(answer.text(), without)
                            : List.of("status " + answer.status()));
        }
        return readings.lines(address.isEmpty() ? "overview" : address.substring(1));
    }

    @ParameterizedTest
    @EnumSource
    void restAnswersWhatWasApproved(Stage stage) {
        DealId id = deal(stage);
        rest(stage, "rest", List.of("", "/gates", "/differences"));
        List<String> open = process.openTasks(id).stream()
                .map(t -> t.task().id())
                .distinct()
                .sorted()
                .toList();
        if (!open.isEmpty()) {
            rest(
                    stage,
                    "rest-scripts",
                    open.stream()
                            .flatMap(t -> Stream.of("/script/" + t, "/script/" + t + "/values"))
                            .toList());
        }
        if (stage == Stage.PRICED) {
            rest(
                    stage,
                    "rest-forms",
                    Stream.<FormSpec>concat(Arrays.stream(HumanTask.values()), Arrays.stream(Entry.values()))
                            .map(f -> "/forms/" + f.id())
                            .toList());
        }
    }

    private void rest(Stage stage, String name, List<String> addresses) {
        var lines = new ArrayList<String>();
        for (String address : addresses) {
            var readings = new Readings();
            for (Cast reader : READERS) {
                Asked.Answer answer = asked.get(
                        "/api/deals/" + deal(stage) + address, reader.person().value(), "ja");
                var text = new ArrayList<String>();
                if (answer.status() == 200) {
                    JsonLines.add("", JSON.readTree(answer.text()), text);
                } else {
                    text.add("status " + answer.status());
                }
                readings.add(reader, text.stream().map(Visible::masked).toList());
            }
            lines.addAll(readings.lines("GET /api/deals/{id}" + address));
        }
        Approved.hold(stage.file(name), lines);
    }

    /** To whoever is not on the deal it does not exist, at whatever address. */
    @Test
    void nobodyElseFindsTheDeal() {
        DealId id = deal(Stage.OPENED);
        for (String pattern : READ) {
            String address = pattern.replace("{id}", id.value())
                    .replace("{code}", Paper.MANDATE_LETTER.code())
                    .replace("{trancheId}", deals.liveTranches(id).get(0).id())
                    .replace("{task}", HumanTask.RUN_BOOK.id())
                    .replace("{entry}", Entry.ORDER.id())
                    .replace("{form}", Entry.ORDER.id());
            assertThat(asked.get(address, "nobody-of-the-deal", "ja").status())
                    .as(address)
                    .isEqualTo(404);
        }
    }
}
