package io.github.samuraidesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.audit.EvidencePack;
import io.github.samuraidesk.audit.Verifier;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.HouseEvents;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.deal.Said;
import io.github.samuraidesk.disclosure.OlderTemplates;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.disclosure.Papers;
import io.github.samuraidesk.disclosure.PinnedTemplates;
import io.github.samuraidesk.disclosure.RenderedPaper;
import io.github.samuraidesk.disclosure.TemplateSet;
import io.github.samuraidesk.disclosure.TemplateSets;
import io.github.samuraidesk.disclosure.TemplatesDecided;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.rehearsal.Cast;
import io.github.samuraidesk.review.ApprovalMatrix;
import io.github.samuraidesk.review.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A deal that was drafted on the templates of an earlier program, in a program that came with newer ones. */
class TemplateUpgradeTest extends DeskTest {

    private static final TemplateSet OLDER = OlderTemplates.set();

    @Autowired
    private Papers papers;

    @Autowired
    private PinnedTemplates pinned;

    @Autowired
    private TemplateSets sets;

    @Autowired
    private Approvals approvals;

    @Autowired
    private Gates gates;

    @Autowired
    private EvidencePack packs;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private HouseEvents house;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private MessageSource messages;

    @BeforeEach
    void theEarlierProgramRanOnThisDatabase() {
        OlderTemplates.keep(OLDER, jdbc, house, transaction, messages);
    }

    /** Everything that the deal holds was set with the older templates, as the earlier program would have. */
    private DealId draftedOnOlder(String sample, HumanTask stopBefore) {
        DealId id = open(sample);
        transaction.executeWithoutResult(status -> {
            deals.lock(id);
            pinned.pinIfNone(id, OLDER, PersonId.PROGRAM);
        });
        rehearsal.run(id, t -> t == stopBefore);
        return id;
    }

    private void decide(DealId id, String set, boolean take, Cast who) {
        desk.record(
                id,
                Entry.ADOPT_TEMPLATES,
                FormValues.of("templatesSha256", set, "takeTemplates", take ? "yes" : "no", "reason", "改訂の確認済み"),
                who.person());
    }

    private List<Paper> stale(DealId id) {
        return papers.all(facts.of(id)).stream()
                .filter(p -> !papers.isCurrent(facts.of(id), p))
                .map(RenderedPaper::paper)
                .toList();
    }

    private boolean isApproved(DealId id, Paper paper) {
        return approvals.of(facts.of(id), paper).stream().allMatch(s -> s.state() == Approvals.State.APPROVED);
    }

    private List<String> codes(Runnable act) {
        Refused refused = catchThrowableOfType(Refused.class, act::run);
        assertThat(refused).isNotNull();
        return refused.findings().stream().map(Finding::code).toList();
    }

    @Test
    void anUpgradeAloneTakesNothingAwayAndPapersAreMadeAsBefore() {
        DealId id = draftedOnOlder("SVN-2024", HumanTask.FILE_STATEMENT);
        RenderedPaper conditions =
                papers.find(facts.of(id), Paper.CONDITIONS_OF_BONDS_EN).orElseThrow();

        assertThat(pinned.pinned(facts.of(id))).contains(OLDER.sha256());
        assertThat(conditions.templateSha256())
                .isEqualTo(OLDER.hashOf(Paper.CONDITIONS_OF_BONDS_EN))
                .isNotEqualTo(sets.own().hashOf(Paper.CONDITIONS_OF_BONDS_EN));
        assertThat(stale(id)).isEmpty();
        assertThat(papers.all(facts.of(id)))
                .filteredOn(p -> !ApprovalMatrix.roles(p.paper()).isEmpty())
                .hasSizeGreaterThan(3)
                .allMatch(p -> isApproved(id, p.paper()));
        assertThat(gates.check(facts.of(id), Gate.G4)).isEmpty();

        Papers.Draft again = papers.draft(facts.of(id), Paper.CONDITIONS_OF_BONDS_EN);
        assertThat(again.xhtml())
                .isEqualTo(papers.xhtml(id, conditions))
                .contains(OlderTemplates.CONDITIONS_EN)
                .doesNotContain("Translation for reference.");
        assertThat(io.github.samuraidesk.deal.Sha256.of(again.pdf()))
                .as("byte by byte")
                .isEqualTo(conditions.pdfSha256());
        assertThat(papers.draft(facts.of(id), Paper.TERM_SHEET_JA).xhtml()).contains(OlderTemplates.TERM_SHEET);
    }

    @Test
    void aNewDealTakesTheProgramsTemplatesWhenItFirstDrafts() {
        DealId id = open("SVN-2024");
        assertThat(pinned.pinned(facts.of(id))).isEmpty();
        rehearsal.run(id, t -> t == HumanTask.CHECK_CONFLICTS);
        assertThat(pinned.pinned(facts.of(id))).contains(sets.own().sha256());
        assertThat(pinned.offered(facts.of(id))).isEmpty();
        var counsel = new Visitor(port, Cast.COUNSEL.person().value(), PASSWORD);
        assertThat(counsel.get("/deals/" + id + "/templates?lang=en").body()).contains("newest");
        assertThat(codes(() -> decide(id, sets.own().sha256(), true, Cast.COUNSEL)))
                .contains("alreadyOnTemplates");
    }

    @Test
    void counselSeesWhatWouldPrintOtherwiseInBothLanguages() {
        DealId id = draftedOnOlder("SVN-2024", HumanTask.CONDUCT_SOUNDING);
        var counsel = new Visitor(port, Cast.COUNSEL.person().value(), PASSWORD);
        assertThat(counsel.get("/deals/" + id + "/papers?lang=en").body())
                .contains("There are newer templates", "/deals/" + id + "/templates");
        String english = counsel.get("/deals/" + id + "/templates?lang=en").body();
        assertThat(english)
                .contains(
                        OLDER.sha256(),
                        sets.own().sha256(),
                        "Papers that print otherwise",
                        "documents/conditions-of-bonds-en.html",
                        "documents/term-sheet-ja.html",
                        "documents/securities-registration.html",
                        "filed: stays as it is",
                        "<del>Rendered</del><ins>Translation</ins>",
                        // of the paper as it prints; the line of the file goes on with its markup
                        "<span>for reference. The Japanese text prevails.</span>",
                        "entries/adoptTemplates?templatesSha256=" + sets.own().sha256())
                .doesNotContain("documents/prospectus.html");
        assertThat(counsel.get("/deals/" + id + "/templates?lang=ja").body())
                .contains("文面の変わる書類", "変わるファイル", "提出済み：変わりません", "採否を決める", "<del>の概略</del><ins>概要</ins>");
        assertThat(counsel.get("/templates?lang=en").body()).contains(id.value(), "Conditions of the bonds");
        assertThat(counsel.get("/deals/" + id + "/entries/adoptTemplates?lang=ja&templatesSha256="
                                + sets.own().sha256())
                        .body())
                .contains(sets.own().sha256(), "この雛形を採用する");
    }

    @Test
    void takingThemMakesTheChangedPapersStaleAndNoOther() {
        DealId id = draftedOnOlder("SVN-2024", HumanTask.FILE_STATEMENT);
        assertThat(codes(() -> decide(id, sets.own().sha256(), true, Cast.LEAD)))
                .contains("noRight");
        decide(id, sets.own().sha256(), true, Cast.COUNSEL);

        assertThat(pinned.pinned(facts.of(id))).contains(sets.own().sha256());
        assertThat(stale(id))
                .containsExactlyInAnyOrder(
                        Paper.SECURITIES_REGISTRATION, Paper.CONDITIONS_OF_BONDS_EN, Paper.TERM_SHEET_JA);
        assertThat(isApproved(id, Paper.CONDITIONS_OF_BONDS)).isTrue();
        assertThat(isApproved(id, Paper.TERM_SHEET_EN)).isTrue();
        String now = sets.own().hashOf(Paper.CONDITIONS_OF_BONDS_EN).substring(0, 12);
        assertThat(approvals.of(facts.of(id), Paper.CONDITIONS_OF_BONDS_EN))
                .isNotEmpty()
                .allSatisfy(say -> {
                    assertThat(say.state()).isEqualTo(Approvals.State.WITHDRAWN);
                    assertThat(say.changes()).singleElement().satisfies(c -> {
                        assertThat(c.field()).isEqualTo("template");
                        assertThat(c.after()).isEqualTo(now);
                    });
                });
        String page = "/deals/" + id + "/papers/conditions-of-bonds-en?lang=";
        var counsel = new Visitor(port, Cast.COUNSEL.person().value(), PASSWORD);
        assertThat(counsel.get(page + "en").body()).contains("newer templates were taken");
        assertThat(counsel.get(page + "ja").body()).contains("新しい雛形を採用");
        assertThat(counsel.get(page + "zh-CN").body()).contains("采用了新模板");
        assertThat(counsel.get(page + "zh-TW").body()).contains("採用了新範本");
        assertThat(counsel.get("/deals/" + id + "/history?lang=en").body())
                .contains("Templates decision", "Templates fixed");
        assertThat(pinned.decisions(facts.of(id))).singleElement().satisfies(d -> {
            assertThat(d.person()).isEqualTo(Cast.COUNSEL.person().value());
            assertThat(d.value().adopted()).isTrue();
        });

        String before = papers.find(facts.of(id), Paper.CONDITIONS_OF_BONDS)
                .orElseThrow()
                .pdfSha256();
        desk.record(id, Entry.REMAKE_PAPERS, FormValues.of("reason", "新しい雛形"), Cast.COUNSEL.person());
        assertThat(stale(id)).isEmpty();
        RenderedPaper made =
                papers.find(facts.of(id), Paper.CONDITIONS_OF_BONDS_EN).orElseThrow();
        assertThat(made.templateSha256()).startsWith(now);
        assertThat(papers.xhtml(id, made)).contains("Translation for reference.");
        assertThat(papers.find(facts.of(id), Paper.CONDITIONS_OF_BONDS)
                        .orElseThrow()
                        .pdfSha256())
                .isEqualTo(before);
        assertThat(facts.of(id).current(Verdict.FACT))
                .filteredOn(v -> v.paper().equals("conditions-of-bonds-en"))
                .isNotEmpty()
                .allMatch(v -> v.fallenBecause().startsWith("template: ")
                        && v.fallenBecause().endsWith(now));
        assertThat(verify(id).faults()).isEmpty();
    }

    @Test
    void whatWasFiledStaysApproved() {
        DealId id = draftedOnOlder("SVN-2024", HumanTask.CONDUCT_SOUNDING);
        decide(id, sets.own().sha256(), true, Cast.COUNSEL);
        RenderedPaper statement =
                papers.find(facts.of(id), Paper.SECURITIES_REGISTRATION).orElseThrow();
        assertThat(papers.isOnTheDealsTemplates(facts.of(id), statement)).isFalse();
        assertThat(isApproved(id, Paper.SECURITIES_REGISTRATION)).isTrue();
        assertThat(approvals.of(facts.of(id), Paper.CONDITIONS_OF_BONDS_EN))
                .isNotEmpty()
                .allMatch(say -> say.state() == Approvals.State.WITHDRAWN);
    }

    private Verifier.Result verify(DealId id) {
        EvidencePack.Pack pack = packs.make(id, Cast.AUDITOR.person());
        return Verifier.verify(pack.zip(), Optional.of(pack.head()));
    }

    @Test
    void keepingTheOldOnesIsRecordedAndChangesNothing() {
        DealId id = draftedOnOlder("SVN-2024", HumanTask.FILE_STATEMENT);
        decide(id, sets.own().sha256(), false, Cast.REVIEWER);

        assertThat(pinned.pinned(facts.of(id))).contains(OLDER.sha256());
        assertThat(stale(id)).isEmpty();
        assertThat(isApproved(id, Paper.CONDITIONS_OF_BONDS_EN)).isTrue();
        assertThat(pinned.decided(facts.of(id), sets.own()))
                .map(Said::value)
                .contains(new TemplatesDecided(OLDER.sha256(), sets.own().sha256(), false, "改訂の確認済み"));
        var counsel = new Visitor(port, Cast.COUNSEL.person().value(), PASSWORD);
        assertThat(counsel.get("/deals/" + id + "/papers?lang=en").body()).doesNotContain("There are newer templates");
        assertThat(counsel.get("/deals/" + id + "/templates?lang=en").body())
                .contains("kept", Cast.REVIEWER.person().value(), "改訂の確認済み");
        assertThat(codes(() -> decide(id, "0".repeat(64), true, Cast.REVIEWER))).contains("unknownTemplates");
    }

    @Test
    void whatPrintsTheSameStaysCurrentWhenTheDealGoesBackToItsFirstTemplates() {
        DealId id = draftedOnOlder("SVN-2024", HumanTask.FILE_STATEMENT);
        decide(id, sets.own().sha256(), true, Cast.COUNSEL);
        assertThat(stale(id)).hasSize(3);
        decide(id, OLDER.sha256(), true, Cast.COUNSEL);
        assertThat(stale(id)).isEmpty();
        assertThat(isApproved(id, Paper.CONDITIONS_OF_BONDS_EN)).isTrue();
    }
}
