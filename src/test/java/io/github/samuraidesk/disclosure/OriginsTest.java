package io.github.samuraidesk.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.clause.ClauseText;
import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.FactKind;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Origin;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.deal.TermSheet;
import io.github.samuraidesk.deal.Tranche;
import io.github.samuraidesk.deal.TrancheDropped;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.pricing.PricingApproved;
import io.github.samuraidesk.pricing.PricingRun;
import io.github.samuraidesk.pricing.SubscriptionSigned;
import io.github.samuraidesk.registration.EffectivenessConfirmed;
import io.github.samuraidesk.registration.Filing;
import io.github.samuraidesk.registration.RouteConfirmed;
import io.github.samuraidesk.rehearsal.Cast;
import io.github.samuraidesk.workflow.Entry;
import io.github.samuraidesk.workflow.HumanTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Every printed value says which fact it comes from; preparers and the page of a figure's sources follow from that. */
class OriginsTest extends DeskTest {

    /** Values that no fact says, and why. */
    private static final Map<String, String> CONSTANTS = Map.of(
            "route", "counsel decides it; papers choose words by it and print none of it",
            "amendmentForm", "the rule pack's form for the route");

    @Autowired
    private PaperFacts paperFacts;

    @Autowired
    private Papers papers;

    @Autowired
    private PlatformTransactionManager transactions;

    private static Set<String> kinds(Set<Origin> origins) {
        return origins.stream().map(Origin::kind).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Says a fact again, in the same words, by somebody who says nothing else on the deal. */
    private void again(DealId id, FactKind.One<?> kind) {
        again(id, kind, Cast.AUDITOR);
    }

    private void again(DealId id, FactKind.One<?> kind, Cast by) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(
                        s -> facts.record(id, kind.key(), facts.of(id).one(kind).orElseThrow(), by.person()));
    }

    private boolean prepared(DealId id, Paper paper) {
        return papers.preparers(facts.of(id), paper)
                .contains(Cast.AUDITOR.person().value());
    }

    @Test
    void everyFieldOfEveryPaperHasAnOriginThatTheDealsFileKnows() {
        var nowhere = new TreeSet<String>();
        var unknown = new TreeSet<String>();
        for (DealId id : List.of(
                openAndStopBefore("SVN-2024", HumanTask.ALLOCATE),
                openAndStopBefore("IDN-2018", HumanTask.RUN_BOOK),
                openAndStopBefore("BPCE-2015-T2", HumanTask.CONFIRM_CONDITIONS))) {
            DealFile file = facts.of(id);
            for (Paper paper : Paper.values()) {
                Printed printed = paperFacts.printed(file, paper);
                var fields = new ArrayList<>(printed.data().facts().keySet());
                for (PaperData.TrancheData t : printed.data().tranches()) {
                    t.facts().keySet().forEach(name -> fields.add(t.id() + "." + name));
                    Stream.of("coupons", "commitments", "sections")
                            .filter(list -> !(switch (list) {
                                        case "coupons" -> t.coupons();
                                        case "commitments" -> t.commitments();
                                        default -> t.sections();
                                    })
                                    .isEmpty())
                            .forEach(list -> fields.add(t.id() + "." + list));
                }
                fields.add("underwriters");
                fields.add("ratings");
                if (!printed.data().conditions().isEmpty()) {
                    fields.add("conditions");
                }
                if (!printed.data().timetable().isEmpty()) {
                    fields.add("timetable");
                }
                if (!printed.data().funds().isEmpty()) {
                    fields.add("funds");
                }
                if (!printed.data().partTwo().isEmpty()) {
                    fields.add("partTwo");
                }
                fields.stream()
                        .filter(field -> printed.of(field).isEmpty() && !CONSTANTS.containsKey(field))
                        .forEach(field -> nowhere.add(paper + " " + field));
                printed.origins().values().stream()
                        .flatMap(Set::stream)
                        .filter(o -> !o.kind().equals(PricingRun.FACT.name()))
                        .filter(o -> file.stored(o).isEmpty() || !isIn(file, o))
                        .forEach(o -> unknown.add(o.toString()));
            }
        }
        assertThat(nowhere).isEmpty();
        assertThat(unknown).isEmpty();
    }

    /** Whether the fact's text has the component; what is null is not written, so its parent must stand. */
    private static boolean isIn(DealFile file, Origin origin) {
        JsonNode node = file.stored(origin).orElseThrow().value();
        String[] path = origin.component().isEmpty()
                ? new String[0]
                : origin.component().split("\\.");
        for (int i = 0; i < path.length; i++) {
            if (node.isArray()) {
                String id = path[i];
                node = node.valueStream()
                        .filter(n -> n.path("id").asString("").equals(id))
                        .findFirst()
                        .orElse(MissingNode.getInstance());
            } else if (i == path.length - 1 && !node.has(path[i])) {
                return node.isObject();
            } else {
                node = node.path(path[i]);
            }
        }
        return !node.isMissingNode();
    }

    @Test
    void aFigureOfATrancheComesFromItsRunAndASumFromAllRunsAndTheCosts() {
        DealId id = openAndStopBefore("KOR-2023", HumanTask.ALLOCATE);
        DealFile file = facts.of(id);
        Printed prospectus = paperFacts.printed(file, Paper.PROSPECTUS);
        List<FigureOrigin> coupon = FigureOrigin.of(file, prospectus.of("3Y.coupon"));
        assertThat(coupon).singleElement().satisfies(o -> {
            assertThat(o.kind()).isEqualTo("PricingRun");
            assertThat(o.name()).isEqualTo("3Y");
            assertThat(o.approved()).isTrue();
            assertThat(o.seal()).hasSize(64);
            assertThat(o.person()).isNotBlank();
        });
        Set<String> tranches =
                deals.liveTranches(id).stream().map(Tranche::id).collect(Collectors.toCollection(TreeSet::new));
        assertThat(tranches).hasSizeGreaterThan(1);
        assertThat(prospectus.of("gross").stream().map(Origin::key)).containsOnlyElementsOf(tranches);
        assertThat(FigureOrigin.of(file, prospectus.of("net")))
                .extracting(FigureOrigin::name)
                .containsAll(tranches)
                .contains("costs.expensesYen")
                .hasSize(tranches.size() + 1);
        assertThat(prospectus.of("issuerNameJa"))
                .containsExactly(new Origin("TermSheet", "current", deals.termSheetVersion(id), "issuer.nameJa"));
        assertThat(FigureOrigin.of(file, prospectus.of("issuerNameJa")))
                .singleElement()
                .satisfies(o -> {
                    assertThat(o.name()).isEqualTo("issuer.nameJa");
                    assertThat(o.approved()).isFalse();
                    assertThat(o.seal()).isEmpty();
                });
        assertThat(FigureOrigin.of(file, prospectus.of("statementFiled")))
                .singleElement()
                .satisfies(o -> assertThat(o.name())
                        .isEqualTo(file.one(Filing.FACT.at(Filing.Stage.STATEMENT.name()))
                                .orElseThrow()
                                .documentId()));
        // the statement was filed before the price was known, and its coupon waits for the term sheet's tranche
        assertThat(kinds(paperFacts.printed(file, Paper.SECURITIES_REGISTRATION).of("3Y.coupon")))
                .containsExactly("TermSheet");
        assertThat(prospectus.of("3Y.nothing")).isEmpty();
    }

    @Test
    void whatIsReadOnlyToDecideIsNoOrigin() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.ALLOCATE);
        Set<String> deciding =
                Set.of(RouteConfirmed.SIGNED.name(), PricingApproved.FACT.name(), TrancheDropped.FACT.name());
        for (Paper paper : List.of(Paper.PROSPECTUS, Paper.CONDITIONS_OF_BONDS, Paper.TERM_SHEET_JA)) {
            Printed printed = paperFacts.printed(facts.of(id), paper);
            assertThat(kinds(printed.decided())).as(paper.code()).containsAll(deciding);
            printed.origins()
                    .forEach((field, origins) ->
                            assertThat(kinds(origins)).as(paper + " " + field).doesNotContainAnyElementsOf(deciding));
        }
    }

    @Test
    void whoDecidedOnlyIsNoPreparerAndWhoSaidAPrintedFactIs() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.FILE_FINAL_TERMS);
        again(id, RouteConfirmed.SIGNED);
        again(id, PricingApproved.FACT);
        assertThat(prepared(id, Paper.PROSPECTUS))
                .as("the route and the signature")
                .isFalse();
        assertThat(prepared(id, Paper.AMENDED_REGISTRATION)).isFalse();
        again(id, SubscriptionSigned.FACT);
        assertThat(prepared(id, Paper.PROSPECTUS)).as("the commitments").isTrue();
        assertThat(prepared(id, Paper.AGENCY_SCHEDULE)).isFalse();
    }

    @Test
    void whoPricedIsAPreparerOfPapersThatPrintPricesAlsoAfterTheRunWasWithdrawn() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.FILE_FINAL_TERMS);
        String tranche = deals.liveTranches(id).get(0).id();
        again(id, PricingRun.FACT.at(tranche));
        assertThat(prepared(id, Paper.PROSPECTUS)).isTrue();
        assertThat(prepared(id, Paper.AGENCY_SCHEDULE)).isTrue();
        assertThat(prepared(id, Paper.SECURITIES_REGISTRATION))
                .as("the statement never prints a price")
                .isFalse();
        new TransactionTemplate(transactions)
                .executeWithoutResult(
                        s -> facts.withdraw(id, PricingRun.FACT.at(tranche), "changed", Cast.LEAD.person()));
        assertThat(prepared(id, Paper.PROSPECTUS))
                .as("the prospectus of before still prints it")
                .isTrue();
    }

    @Test
    void whoRecordedAFilingPreparedThePapersThatPrintItsNumberAndNoOthers() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.FILE_FINAL_TERMS);
        again(id, Filing.FACT.at(Filing.Stage.STATEMENT.name()));
        var printing = new TreeSet<String>();
        for (Paper paper : Paper.values()) {
            boolean asks = AskedFields.of(TemplateSet.fromClassPath(), paper).deal().stream()
                    .anyMatch(
                            Set.of("statementFiled", "statementNumber", "statementDocumentId", "timetable")::contains);
            assertThat(prepared(id, paper)).as(paper.code()).isEqualTo(asks);
            if (asks) {
                printing.add(paper.code());
            }
        }
        assertThat(printing).contains("amended-registration").doesNotContain("conditions-of-bonds", "term-sheet-ja");
    }

    @Test
    void whoConfirmedOnlyTheRouteMayApproveTheProspectusAndWhoWroteAClauseMayNot() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.FILE_FINAL_TERMS);
        String pdf = papers.find(facts.of(id), Paper.PROSPECTUS).orElseThrow().pdfSha256();
        FormValues approval = FormValues.of("paper", Paper.PROSPECTUS.code(), "pdfSha256", pdf);
        again(id, RouteConfirmed.SIGNED, Cast.PARTNER);
        desk.record(id, Entry.APPROVE, approval, Cast.PARTNER.person());
        again(
                id,
                ClauseText.FACT.at(facts.of(id).current(ClauseText.FACT).get(0).clause()),
                Cast.PARTNER);
        assertThatThrownBy(() -> desk.record(id, Entry.APPROVE, approval, Cast.PARTNER.person()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        r -> assertThat(r.findings()).extracting(Finding::code).contains("preparerCannotApprove"));
        assertThat(papers.preparers(facts.of(id), Paper.TIMETABLE))
                .doesNotContain(Cast.PARTNER.person().value());
    }

    @Test
    void whoConfirmedEffectivenessPreparedWhatNamesItsDayOnly() {
        DealId id = openAndStopBefore("IDN-2018", HumanTask.RUN_BOOK);
        var kind = EffectivenessConfirmed.FACT.at(Filing.Stage.STATEMENT.name());
        assertThat(facts.of(id).one(kind)).isPresent();
        again(id, kind);
        for (Paper paper : Paper.values()) {
            assertThat(prepared(id, paper))
                    .as(paper.code())
                    .isEqualTo(AskedFields.of(TemplateSet.fromClassPath(), paper)
                            .deal()
                            .contains("statementEffective"));
        }
    }

    /** Origins are no part of what an approval names. */
    @Test
    void aFactSaidAgainInTheSameWordsChangesOriginsAndNoData() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.REVIEW_PAPERS);
        RenderedPaper before = papers.find(facts.of(id), Paper.TERM_SHEET_JA).orElseThrow();
        byte[] data = Papers.dataOf(papers.dataNow(facts.of(id), Paper.TERM_SHEET_JA));
        Set<Origin> origins =
                paperFacts.printed(facts.of(id), Paper.TERM_SHEET_JA).of("issuerName");
        again(id, TermSheet.FACT);
        assertThat(Papers.dataOf(papers.dataNow(facts.of(id), Paper.TERM_SHEET_JA)))
                .isEqualTo(data);
        assertThat(papers.isCurrent(facts.of(id), before)).isTrue();
        assertThat(paperFacts.printed(facts.of(id), Paper.TERM_SHEET_JA).of("issuerName"))
                .isNotEqualTo(origins);
        assertThat(prepared(id, Paper.TERM_SHEET_JA)).isTrue();
    }
}
