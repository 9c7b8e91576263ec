package io.github.samuraidesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.deal.Blobs;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Refused;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.disclosure.Papers;
import io.github.samuraidesk.form.FormValues;
import io.github.samuraidesk.law.Route;
import io.github.samuraidesk.rehearsal.Cast;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Papers that people ask for, and comments that keep a paper from being filed. */
class PapersOnDemandTest extends DeskTest {

    @Autowired
    private Papers papers;

    @Autowired
    private Blobs blobs;

    @Autowired
    private Gates gates;

    private String text(DealId id, Paper paper) {
        return new String(
                blobs.find(id, papers.find(facts.of(id), paper).orElseThrow().xhtmlSha256())
                        .orElseThrow()
                        .bytes(),
                StandardCharsets.UTF_8);
    }

    @Test
    void everyPaperOfTheTrackCanBeMadeAndPrintsWhatThePersonWrote() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.ALLOCATE);
        for (Paper paper : Paper.onDemand(Route.Track.SRS)) {
            desk.record(
                    id,
                    Entry.MAKE_PAPER,
                    FormValues.of("paper", paper.code(), "text", "練習のための文言 " + paper.code()),
                    Cast.COUNSEL.person());
            assertThat(text(id, paper)).as(paper.code()).contains("練習のための文言 " + paper.code());
        }
        assertThat(text(id, Paper.WITHDRAWAL_REQUEST)).contains("S000REH1");
        // a preliminary prospectus never shows what was priced; a pricing notice does
        assertThat(text(id, Paper.PRELIMINARY_PROSPECTUS)).contains("未定");
        assertThat(text(id, Paper.PRICING_NOTICE)).doesNotContain("未定");
        assertThat(papers.preparers(facts.of(id), Paper.PRELIMINARY_PROSPECTUS))
                .contains(Cast.COUNSEL.person().value());
        assertThatThrownBy(() -> desk.record(
                        id,
                        Entry.MAKE_PAPER,
                        FormValues.of("paper", Paper.SHELF_WITHDRAWAL.code(), "text", "x"),
                        Cast.COUNSEL.person()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        r -> assertThat(r.findings()).extracting(Finding::code).containsExactly("paperNotOnDemand"));
    }

    @Test
    void anOpenCommentKeepsThePaperFromBeingFiledUntilItIsResolved() {
        DealId id = openAndStopBefore("SVN-2024", HumanTask.FILE_STATEMENT);
        assertThat(gates.check(facts.of(id), Gate.G4)).isEmpty();
        desk.record(
                id,
                Entry.COMMENT,
                FormValues.of(
                        "paper",
                        "conditions-of-bonds",
                        "place",
                        "6",
                        "figure",
                        "3Y.denomination",
                        "text",
                        "各債券の金額を確認のこと"),
                Cast.REVIEWER.person());
        assertThat(gates.check(facts.of(id), Gate.G4)).extracting(Finding::code).containsExactly("commentOpen");
        FormValues reply = FormValues.of("comment", "1", "text", "要項のとおりです。", "resolved", "yes");
        assertThatThrownBy(() -> desk.record(id, Entry.REPLY_COMMENT, reply, Cast.LEAD.person()))
                .isInstanceOfSatisfying(
                        Refused.class,
                        r -> assertThat(r.findings())
                                .extracting(Finding::code)
                                .containsExactly("resolveByAuthorOrLegal"));
        desk.record(id, Entry.REPLY_COMMENT, reply.with("resolved", "no"), Cast.LEAD.person());
        assertThat(gates.check(facts.of(id), Gate.G4)).hasSize(1);
        desk.record(id, Entry.REPLY_COMMENT, reply, Cast.REVIEWER.person());
        assertThat(gates.check(facts.of(id), Gate.G4)).isEmpty();
        String page = new Visitor(port, Cast.REVIEWER.person().value(), PASSWORD)
                .get("/deals/" + id + "/papers/conditions-of-bonds?lang=en")
                .body();
        assertThat(page).contains("#1 resolved", "要項のとおりです。", "3Y.denomination");
    }
}
