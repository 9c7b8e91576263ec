package io.github.samuraidesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.disclosure.PartTwo;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.registration.Filing;
import io.github.samuraidesk.registration.FilingProgress;
import io.github.samuraidesk.rehearsal.Cast;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Part 2 can be replaced until something is filed: the review, the pre-filing review and the filing lead back to drafting. */
class BackToDraftingTest extends DeskTest {

    @Autowired
    private Approvals approvals;

    @Autowired
    private DealCalendar calendar;

    @Autowired
    private org.camunda.bpm.engine.RepositoryService repository;

    private String partTwo(DealId id, String paragraph) {
        String html = """
                <html lang="ja"><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
                <title>第二部</title></head>
                <body><h2>第二部【発行者情報】</h2><h3>第1【募集債券の状況】</h3><p>%s</p></body></html>
                """.formatted(paragraph);
        return desk.upload(
                id, "text/html", "0201010_2bu.htm", html.getBytes(StandardCharsets.UTF_8), Cast.COUNSEL.person());
    }

    private void draftWith(DealId id, String paragraph) {
        desk.complete(
                id,
                HumanTask.DRAFT_PAPERS,
                null,
                FormValues.of("partTwo", partTwo(id, paragraph)),
                Cast.COUNSEL.person());
        while (process.runDueJobs(id, clock.now(id)) > 0) {
            // papers
        }
    }

    private void sendBack(DealId id, HumanTask from) {
        desk.complete(
                id,
                from,
                null,
                FormValues.of("outcome", "BACK_TO_DRAFTING", "reason", "第二部の数字を改める"),
                Cast.COUNSEL.person());
    }

    private void review(DealId id, FormValues answers) {
        script.entriesBefore(id, HumanTask.REVIEW_PAPERS)
                .forEach(l -> desk.record(id, l.entry(), l.values(), l.by().person()));
        desk.complete(id, HumanTask.REVIEW_PAPERS, null, answers, Cast.REVIEWER.person());
    }

    @Test
    void theReviewRefusesToPassAPackageThatFailsTheUploadCheck() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.DRAFT_PAPERS);
        script.entriesBefore(id, HumanTask.DRAFT_PAPERS)
                .forEach(l -> desk.record(id, l.entry(), l.values(), l.by().person()));
        // E025: 【】 outside a heading
        draftWith(id, "上記【募集債券】を参照");
        FormValues pass = script.values(id, HumanTask.REVIEW_PAPERS);

        assertThatThrownBy(() -> review(id, pass))
                .isInstanceOfSatisfying(
                        Refused.class,
                        r -> assertThat(r.findings()).anySatisfy(f -> {
                            assertThat(f.code()).isEqualTo("packageFault");
                            assertThat(f.args()).contains("bracketText");
                        }));
        assertThat(process.openTask(id, HumanTask.REVIEW_PAPERS)).isPresent();

        desk.complete(
                id,
                HumanTask.REVIEW_PAPERS,
                null,
                FormValues.of("verdict", "REJECT", "findings", "第二部の【】"),
                Cast.REVIEWER.person());
        draftWith(id, "本国の概要");
        review(id, pass);
        assertThat(process.openTask(id, HumanTask.CLEAR_PRE_FILING_REVIEW)).isPresent();
    }

    @Test
    void preFilingReviewAndFilingLeadBackToDraftingUntilSomethingIsFiled() throws IOException {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.CLEAR_PRE_FILING_REVIEW);
        String first = facts.of(id).one(PartTwo.FACT).orElseThrow().sha256();

        sendBack(id, HumanTask.CLEAR_PRE_FILING_REVIEW);

        assertThat(process.openTasks(id)).extracting(OpenTask::task).contains(HumanTask.DRAFT_PAPERS);
        var counsel = new Visitor(port, Cast.COUNSEL.person().value(), PASSWORD);
        String page = counsel.get("/deals/" + id + "/tasks/draftPapers").body();
        assertThat(page).contains("第二部の数字を改める");
        assertThat(page).as("what must be approved again").contains("有価証券届出書");

        draftWith(id, "改めた第二部");
        assertThat(facts.of(id).one(PartTwo.FACT).orElseThrow().sha256()).isNotEqualTo(first);
        assertThat(approvals.of(facts.of(id), Paper.SECURITIES_REGISTRATION))
                .as("Part 2 has changed: everybody approves the statement again")
                .allMatch(say -> say.state() == Approvals.State.WITHDRAWN);
        rehearsal.run(id, t -> t == HumanTask.FILE_STATEMENT);

        sendBack(id, HumanTask.FILE_STATEMENT);

        assertThat(process.openTasks(id)).extracting(OpenTask::task).contains(HumanTask.DRAFT_PAPERS);
        assertThat(calendar.entries(facts.of(id)))
                .filteredOn(e -> e.row().equals("S09"))
                .as("nothing was filed")
                .noneMatch(DealCalendar.Entry::done);
        assertThat(facts.of(id).current(Filing.FACT)).isEmpty();
        draftWith(id, "三度目の第二部");
        rehearsal.run(id, t -> t == HumanTask.CONDUCT_SOUNDING);
        assertThat(facts.of(id).one(Filing.FACT.at("STATEMENT"))).isPresent();
        assertThat(process.openTask(id, HumanTask.DRAFT_PAPERS)).isEmpty();
    }

    @Test
    void theWayBackIsOpenWhileTheGateOfTheFilingIsShut() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.FILE_STATEMENT);
        desk.record(
                id,
                Entry.SLOT,
                FormValues.of("slot", "negativePledge", "text", "新しい文言", "textEn", "new wording"),
                Cast.COUNSEL.person());
        assertThat(desk.obstacles(id, HumanTask.FILE_STATEMENT, Cast.COUNSEL.person()))
                .isNotEmpty();
        assertThat(desk.isBarred(id, HumanTask.FILE_STATEMENT, Cast.COUNSEL.person()))
                .isFalse();
        assertThat(desk.isBarred(id, HumanTask.FILE_STATEMENT, Cast.LEAD.person()))
                .isTrue();
        sendBack(id, HumanTask.FILE_STATEMENT);
        assertThat(process.openTask(id, HumanTask.DRAFT_PAPERS)).isPresent();
    }

    @Test
    void whatIsSubmittedToEdinetComesBackFirst() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.FILE_STATEMENT);
        String sent = script.values(id, HumanTask.FILE_STATEMENT).text("sentSha256");
        for (String state : List.of("UPLOADED", "PRECHECKED", "PROVISIONAL", "SUBMITTED")) {
            progress(id, state, sent);
        }
        assertThatThrownBy(() -> sendBack(id, HumanTask.FILE_STATEMENT))
                .isInstanceOfSatisfying(
                        Refused.class,
                        r -> assertThat(r.findings()).extracting(Finding::code).containsExactly("alreadySubmitted"));
        progress(id, "DRAFT", sent);
        sendBack(id, HumanTask.FILE_STATEMENT);
        assertThat(facts.of(id).one(FilingProgress.FACT.at("STATEMENT"))).isEmpty();
    }

    private void progress(DealId id, String state, String sent) {
        desk.record(
                id,
                Entry.FILING_PROGRESS,
                FormValues.of(
                        "stage",
                        "STATEMENT",
                        "state",
                        state,
                        "at",
                        clock.today(id).atTime(9, 0).toString(),
                        "sentSha256",
                        sent),
                Cast.COUNSEL.person());
    }

    @Test
    void anAnswerBackThatNamesAFilingContradictsItself() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.FILE_STATEMENT);
        FormValues both = script.values(id, HumanTask.FILE_STATEMENT)
                .with("outcome", "BACK_TO_DRAFTING")
                .with("reason", "x");
        assertThatThrownBy(() -> desk.complete(id, HumanTask.FILE_STATEMENT, null, both, Cast.COUNSEL.person()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        r -> assertThat(r.findings())
                                .allMatch(f -> f.code().equals("contradicts"))
                                .extracting(Finding::field)
                                .containsExactlyInAnyOrderElementsOf(
                                        List.of("acceptedAt", "documentId", "sentSha256", "evidence")));
    }

    @Test
    void anEarlierDrawingRefusesTheWayBackInsteadOfGoingOn() throws IOException {
        new OtherDrawings(repository).deploy(Path.of("src/test/resources/drawings-68dde0f"));
        DealId id;
        try {
            id = open("SVN-2024");
        } finally {
            new OtherDrawings(repository).deploy(Path.of("processes"));
        }
        rehearsal.run(id, t -> t == HumanTask.CLEAR_PRE_FILING_REVIEW);
        assertThatThrownBy(() -> sendBack(id, HumanTask.CLEAR_PRE_FILING_REVIEW))
                .isInstanceOfSatisfying(
                        Refused.class,
                        r -> assertThat(r.findings()).extracting(Finding::code).containsExactly("drawingHasNoWayBack"));
        rehearsal.run(id, t -> t == HumanTask.CONDUCT_SOUNDING);
        assertThat(facts.of(id).one(Filing.FACT.at("STATEMENT"))).isPresent();
    }
}
