package io.github.samuraidesk.deal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.disclosure.PartTwo;
import io.github.samuraidesk.disclosure.RenderedPaper;
import io.github.samuraidesk.review.Comment;
import io.github.samuraidesk.review.Verdict;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Facts are kept for good: what an earlier program wrote is read by this one. */
class EarlierFactsTest {

    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void aCommentWithoutRepliesIsOpenAndHasNone() {
        Comment c = json.readValue(
                "{\"paper\":\"prospectus\",\"place\":\"1\",\"text\":\"t\",\"author\":\"reviewer\"}", Comment.class);
        assertThat(c.replies()).isEmpty();
        assertThat(c.figure()).isEmpty();
        assertThat(c.resolved()).isFalse();
    }

    @Test
    void aPaperWithoutARenditionForEdinetIsRead() {
        RenderedPaper p = json.readValue(
                "{\"paper\":\"PROSPECTUS\",\"pdfSha256\":\"a\",\"xhtmlSha256\":\"b\",\"dataSha256\":\"c\",\"templateSha256\":\"d\","
                        + "\"rulePack\":\"e\",\"undecided\":false,\"pages\":3}",
                RenderedPaper.class);
        assertThat(p.edinetSha256()).isEmpty();
        Verdict v = json.readValue(
                "{\"paper\":\"prospectus\",\"outcome\":\"APPROVED\",\"pdfSha256\":\"a\",\"xhtmlSha256\":\"b\",\"dataSha256\":\"c\","
                        + "\"templateSha256\":\"d\",\"rulePack\":\"e\",\"reviewer\":\"r\",\"remark\":\"\"}",
                Verdict.class);
        assertThat(v.edinetSha256()).isEmpty();
    }

    @Test
    void aPartTwoThatWasAPdfHasNoFiles() {
        PartTwo p = json.readValue("{\"sha256\":\"a\",\"fileName\":\"part-two.pdf\",\"pages\":12}", PartTwo.class);
        assertThat(p.files()).isEmpty();
    }

    @Test
    void aPartTwoWithoutFilesOfItsOwnAndNoticesIsRead() {
        PartTwo p = json.readValue(
                "{\"sha256\":\"a\",\"fileName\":\"0201010_2bu.htm\",\"files\":[\"0201010_2bu.htm\"]}", PartTwo.class);
        assertThat(p.filesSha256()).isEmpty();
        assertThat(p.notices()).isEmpty();
    }

    @Test
    void aShelfWithoutAKindIsAPlannedAmount() {
        TermSheet.Shelf s = json.readValue(
                "{\"number\":\"30-外債1\",\"plannedYen\":300,\"issuedYen\":100,\"periodYears\":2}",
                TermSheet.Shelf.class);
        assertThat(s.residualYen()).isEqualByComparingTo("200");
    }
}
