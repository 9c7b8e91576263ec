package io.github.samuraidesk.workflow.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.samuraidesk.deal.Format;
import io.github.samuraidesk.deal.IssuerKind;
import io.github.samuraidesk.deal.TermSheet.RouteWish;
import io.github.samuraidesk.law.Route;
import io.github.samuraidesk.law.RouteComparison;
import io.github.samuraidesk.law.RouteComparison.Option;
import io.github.samuraidesk.law.RouteDecider;
import io.github.samuraidesk.law.RouteQuestion;
import io.github.samuraidesk.law.RulePack;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Routes worked by hand from the domain reference; {@code registration/route-cases.csv} names the source of each. */
class RouteCasesTest {

    private static final Pattern SOURCE = Pattern.compile("S:([A-Za-z0-9][A-Za-z0-9.-]*[A-Za-z0-9])");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    /** The real decision port and comparison, without a process engine: no route question may ask it. */
    private static final AnnotationConfigApplicationContext DESK =
            new AnnotationConfigApplicationContext(Decisions.class, RouteComparison.class);

    private final RulePack pack = RulePack.builtIn();
    private final RouteDecider decider = DESK.getBean(RouteDecider.class);
    private final RouteComparison comparison = DESK.getBean(RouteComparison.class);

    @AfterAll
    static void close() {
        DESK.close();
    }

    /** One row of the table; empty form and ordinance where nothing is filed. */
    record RouteCase(
            String id,
            String title,
            RouteQuestion question,
            Route route,
            String ordinance,
            String statementForm,
            String finalTermsForm,
            List<String> reasons,
            String source) {

        static RouteCase of(CSVRecord row) {
            String offerees = row.get("offerees");
            return new RouteCase(
                    row.get("case_id"),
                    row.get("title"),
                    new RouteQuestion(
                            Format.valueOf(row.get("format")),
                            IssuerKind.valueOf(row.get("issuer_kind")),
                            flag(row, "treaty_consent"),
                            flag(row, "guaranteed_by_japan"),
                            flag(row, "guarantor"),
                            offerees.isEmpty() ? null : Integer.valueOf(offerees),
                            flag(row, "transfer_locked"),
                            Integer.parseInt(row.get("annual_reports_years")),
                            flag(row, "well_known"),
                            RouteWish.valueOf(row.get("wish"))),
                    Route.valueOf(row.get("expected_route")),
                    row.get("expected_ordinance"),
                    row.get("expected_statement_form"),
                    row.get("expected_final_terms_form"),
                    List.of(row.get("expected_reasons").split(" ")),
                    row.get("source"));
        }

        private static boolean flag(CSVRecord row, String column) {
            return switch (row.get(column)) {
                case "true" -> true;
                case "false" -> false;
                default -> throw new IllegalArgumentException(row.get("case_id") + " " + column);
            };
        }

        @Override
        public String toString() {
            return id + " " + title;
        }
    }

    static List<RouteCase> cases() throws IOException {
        try (InputStream in = RouteCasesTest.class.getResourceAsStream("/registration/route-cases.csv");
                var parser = CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
            return parser.stream().map(RouteCase::of).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theTableAnswersAsTheReferenceDoes(RouteCase one) {
        RouteDecider.Decision decision = decider.decide(one.question(), pack, DAY);
        assertThat(decision.route()).as(one.source()).isEqualTo(one.route());
        assertThat(decision.reasons())
                .extracting(RouteDecider.Reason::key)
                .as(one.source())
                .containsAll(one.reasons());
        assertThat(decision.reasons()).allSatisfy(r -> assertThat(r.source()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theFormsFollowFromRouteAndOrdinance(RouteCase one) {
        if (!one.route().isRegistered()) {
            assertThat(one.statementForm() + one.finalTermsForm() + one.ordinance())
                    .isEmpty();
            assertThat(pack.route(one.route()).docTypes()).isEmpty();
            return;
        }
        assertThat(one.question().issuerKind().ordinanceCode()).isEqualTo(one.ordinance());
        assertThat(pack.form(one.route(), one.ordinance(), one.route().statement())
                        .formCode())
                .isEqualTo(one.statementForm());
        assertThat(pack.form(one.route(), one.ordinance(), one.route().finalTerms())
                        .formCode())
                .isEqualTo(one.finalTermsForm());
    }

    @Test
    void everyCaseCitesASourceThatThePackLists() throws IOException {
        List<RouteCase> cases = cases();
        assertThat(cases).hasSizeGreaterThanOrEqualTo(45);
        assertThat(cases).extracting(RouteCase::id).doesNotHaveDuplicates();
        assertThat(cases).allSatisfy(c -> {
            var cited =
                    SOURCE.matcher(c.source()).results().map(m -> m.group(1)).toList();
            assertThat(pack.sources().keySet()).containsAll(cited);
            assertThat(!cited.isEmpty() || c.source().contains("GK-"))
                    .as("%s cites nothing", c.id())
                    .isTrue();
        });
    }

    @Test
    void everyRouteAndIssuerKindHasACase() throws IOException {
        assertThat(cases().stream().map(RouteCase::route)).contains(Route.values());
        assertThat(cases().stream().map(c -> c.question().issuerKind())).contains(IssuerKind.values());
        assertThat(cases().stream().map(c -> c.question().format())).contains(Format.values());
    }

    @Test
    void everyReasonOfTheCasesIsWorded() throws IOException {
        var wording = new HashSet<Object>();
        try (InputStream in = RouteCasesTest.class.getResourceAsStream("/i18n/terms_ja.properties")) {
            var ja = new java.util.Properties();
            ja.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
            wording.addAll(ja.keySet());
        }
        for (RouteCase one : cases()) {
            assertThat(decider.decide(one.question(), pack, DAY).reasons())
                    .allSatisfy(r -> assertThat(wording).contains("route.reason." + r.key()));
        }
    }

    private List<Option> compare(RouteQuestion question) {
        return comparison.compare(question, pack, DAY);
    }

    private static Option option(List<Option> options, Route route) {
        return options.stream()
                .filter(o -> o.row().route() == route)
                .findFirst()
                .orElseThrow();
    }

    private static List<Route> open(List<Option> options) {
        return options.stream().filter(Option::open).map(o -> o.row().route()).toList();
    }

    private static RouteQuestion publicOffer(IssuerKind kind, boolean consent, int years, boolean known) {
        return new RouteQuestion(
                Format.SAMURAI_PUBLIC, kind, consent, false, false, null, false, years, known, RouteWish.NONE);
    }

    @Test
    void aFirstTimeCompanyIsOfferedEverythingButShelfAndReference() {
        List<Option> options = compare(publicOffer(IssuerKind.COMPANY, false, 0, false));
        // 01-routes 1.1 questions 3 to 7: no year of reports leaves the full statement and what needs none
        assertThat(open(options))
                .containsExactlyInAnyOrder(
                        Route.SRS_FULL,
                        Route.SRS_ENGLISH,
                        Route.PRO_BOND,
                        Route.QII,
                        Route.SPECIFIED_INVESTORS,
                        Route.SMALL_NUMBER);
        assertThat(option(options, Route.SHELF_TAKEDOWN).open()).isFalse();
        assertThat(option(options, Route.SRS_REFERENCE).open()).isFalse();
        assertThat(option(options, Route.SRS_INCORPORATION).open()).isFalse();
        assertThat(option(options, Route.SRS_FULL).suggested()).isTrue();
        assertThat(options.stream().filter(Option::suggested)).hasSize(1);
    }

    @Test
    void theProfessionalMarketIsQuickerThanAStatement() {
        List<Option> options = compare(publicOffer(IssuerKind.COMPANY, false, 0, false));
        Option proBond = option(options, Route.PRO_BOND);
        Option full = option(options, Route.SRS_FULL);
        assertThat(proBond.rank()).isLessThan(full.rank());
        assertThat(proBond.row().leadWeeks()).isLessThan(full.row().leadWeeks());
        assertThat(proBond.forms()).isEmpty();
        assertThat(full.forms()).extracting(RulePack.FormRow::formCode).containsExactly("070000", "070001");
    }

    @Test
    void aWellKnownIssuerMayAlsoUseEverySlowerMethod() {
        List<Option> options = compare(publicOffer(IssuerKind.SOVEREIGN, false, 3, true));
        assertThat(open(options))
                .contains(
                        Route.SHELF_TAKEDOWN,
                        Route.SRS_REFERENCE,
                        Route.SRS_INCORPORATION,
                        Route.SRS_FULL,
                        Route.SRS_ENGLISH);
        assertThat(option(options, Route.SRS_REFERENCE).suggested()).isTrue();
        // forms.csv, ordinance 020: statement, amendment, supplement, withdrawal
        assertThat(option(options, Route.SHELF_TAKEDOWN).forms())
                .extracting(RulePack.FormRow::formCode)
                .containsExactly("060000", "070001", "090003", "080004");
    }

    @Test
    void ranksCountUpAndFollowLeadTime() {
        List<Option> options = compare(publicOffer(IssuerKind.BANK, false, 3, true));
        List<Option> open = options.stream().filter(Option::open).toList();
        for (int i = 0; i < open.size(); i++) {
            assertThat(open.get(i).rank()).isEqualTo(i + 1);
        }
        assertThat(open).extracting(o -> o.row().leadWeeks()).isSorted();
        assertThat(options.stream().filter(o -> !o.open())).allSatisfy(o -> {
            assertThat(o.rank()).isZero();
            assertThat(o.reasons()).isEmpty();
        });
    }

    @Test
    void everyOpenOptionSaysWhy() {
        for (IssuerKind kind : IssuerKind.values()) {
            assertThat(compare(publicOffer(kind, false, 2, true)))
                    .filteredOn(Option::open)
                    .allSatisfy(o -> assertThat(o.reasons()).isNotEmpty());
        }
    }

    @Test
    void theComparisonLeavesOutWhatIsNoSamurai() {
        assertThat(compare(publicOffer(IssuerKind.COMPANY, false, 0, false)))
                .extracting(o -> o.row().route())
                .doesNotContain(Route.NOT_A_SAMURAI)
                .hasSize(Route.values().length - 1)
                .doesNotHaveDuplicates();
    }

    @Test
    void aTreatyBodyWithConsentRegistersNothing() {
        List<Option> options = compare(publicOffer(IssuerKind.TREATY_BODY, true, 5, true));
        assertThat(option(options, Route.EXEMPT_TREATY).suggested()).isTrue();
        assertThat(open(options)).noneMatch(Route::isRegistered).doesNotContain(Route.EXEMPT_JAPAN_GUARANTEED);
    }

    @Test
    void aShelfWishOfAFirstTimeIssuerSuggestsTheFullStatement() {
        var wished = new RouteQuestion(
                Format.SAMURAI_PUBLIC, IssuerKind.COMPANY, false, false, false, null, false, 0, false, RouteWish.SHELF);
        List<Option> options = compare(wished);
        assertThat(option(options, Route.SRS_FULL).suggested()).isTrue();
        assertThat(option(options, Route.SRS_FULL).reasons())
                .extracting(RouteDecider.Reason::key)
                .contains("shelfNeedsReports");
        assertThat(option(options, Route.SHELF_TAKEDOWN).open()).isFalse();
    }

    @Test
    void theRouteNeedsNoProcessEngine() {
        assertThatThrownBy(() -> DESK.getBean(org.camunda.bpm.engine.ProcessEngine.class))
                .isInstanceOf(org.springframework.beans.factory.NoSuchBeanDefinitionException.class);
    }
}
