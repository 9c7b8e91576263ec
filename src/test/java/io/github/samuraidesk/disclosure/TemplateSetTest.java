package io.github.samuraidesk.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.samuraidesk.deal.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A set of templates is named by all that is in it, and knows what each paper is made from. */
class TemplateSetTest {

    private static final TemplateSet NOW = TemplateSet.fromClassPath();

    private static List<Paper> changedBy(TemplateSet other) {
        return Arrays.stream(Paper.values())
                .filter(p -> !NOW.isSameFor(p, other))
                .toList();
    }

    /** As programs before sets hashed it: what they stored is compared with it. */
    @ParameterizedTest
    @EnumSource(Paper.class)
    void aPapersHashIsThatOfTheSharedFilesAndItsOwn(Paper paper) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (String name : List.of("documents/parts", "documents/bond-terms", paper.template())) {
            try (InputStream in = Paper.class.getResourceAsStream("/templates/" + name + ".html")) {
                in.transferTo(bytes);
            }
        }
        assertThat(NOW.hashOf(paper)).isEqualTo(Sha256.of(bytes.toByteArray()));
    }

    @Test
    void everyChangeGivesAnotherName() {
        TemplateSet other = OlderTemplates.changed(NOW, "documents/cp-list.html", "前提条件", "前提　条件");
        assertThat(other.sha256()).isNotEqualTo(NOW.sha256());
        assertThat(NOW.differences(other)).containsExactly("documents/cp-list.html");
        assertThat(TemplateSet.of(NOW.texts()).sha256()).isEqualTo(NOW.sha256());
        var renamed = new TreeMap<>(NOW.texts());
        renamed.put("documents/other.html", renamed.remove("documents/cp-list.html"));
        assertThat(TemplateSet.of(renamed).sha256()).isNotEqualTo(NOW.sha256());
    }

    @Test
    void aSentenceOfOnePaperChangesThatPaperAlone() {
        assertThat(changedBy(OlderTemplates.set()))
                .containsExactly(Paper.SECURITIES_REGISTRATION, Paper.CONDITIONS_OF_BONDS_EN, Paper.TERM_SHEET_JA);
    }

    @Test
    void aSharedPartChangesThePapersThatUseItAndNoOther() {
        TemplateSet other = OlderTemplates.changed(NOW, "documents/bond-terms.html", "</table>", "</table> ");
        assertThat(changedBy(other))
                .contains(Paper.PROSPECTUS, Paper.CONDITIONS_OF_BONDS, Paper.TERM_SHEET_JA)
                .doesNotContain(Paper.CP_LIST, Paper.CLOSING_MEMORANDUM, Paper.MANDATE_LETTER);
        assertThat(changedBy(OlderTemplates.changed(NOW, "documents/parts.html", "size: A4", "size: A4 portrait")))
                .as("the style sheet is in every paper")
                .containsExactly(Paper.values());
    }

    @Test
    void aSetOfAnEarlierProgramDoesNotKnowThePapersThatCameLater() {
        var texts = new TreeMap<>(NOW.texts());
        texts.remove("documents/timetable.html");
        TemplateSet earlier = TemplateSet.of(texts);
        assertThat(earlier.knows(Paper.TIMETABLE)).isFalse();
        assertThat(earlier.knows(Paper.PROSPECTUS)).isTrue();
        assertThatThrownBy(() -> earlier.hashOf(Paper.TIMETABLE)).hasMessageContaining("documents/timetable.html");
    }
}
