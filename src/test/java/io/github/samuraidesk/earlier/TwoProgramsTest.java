package io.github.samuraidesk.earlier;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.deal.Sha256;
import io.github.samuraidesk.disclosure.OlderTemplates;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.disclosure.Papers;
import io.github.samuraidesk.disclosure.PinnedTemplates;
import io.github.samuraidesk.disclosure.RenderedPaper;
import io.github.samuraidesk.disclosure.TemplateSet;
import io.github.samuraidesk.disclosure.TemplateSets;
import io.github.samuraidesk.rehearsal.Rehearsal;
import io.github.samuraidesk.workflow.HumanTask;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** One database under two programs that come with other templates, one after the other. */
class TwoProgramsTest {

    private static final TemplateSet OLDER = OlderTemplates.changed(
            OlderTemplates.now(), "documents/parts.html", "Samurai Desk 作成", "旧版の Samurai Desk 作成");

    @TempDir
    private Path folder;

    private ConfigurableApplicationContext program(TemplateSet own) {
        return EarlierProgram.program(own)
                .run("--spring.datasource.url=jdbc:h2:file:"
                        + folder.resolve("samurai-desk").toAbsolutePath()
                        + ";WRITE_DELAY=0;LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE");
    }

    @Test
    void aDealGoesOnWithTheTemplatesItWasDraftedOn() {
        DealId id;
        RenderedPaper letter;
        try (var older = program(OLDER)) {
            Rehearsal rehearsal = older.getBean(Rehearsal.class);
            id = rehearsal.open(DeskTest.sample("SVN-2024"));
            rehearsal.run(id, t -> t == HumanTask.CHECK_CONFLICTS);
            letter = older.getBean(Papers.class)
                    .find(older.getBean(Facts.class).of(id), Paper.MANDATE_LETTER)
                    .orElseThrow();
            assertThat(letter.templateSha256()).isEqualTo(OLDER.hashOf(Paper.MANDATE_LETTER));
        }
        try (var newer = program(OlderTemplates.now())) {
            Papers papers = newer.getBean(Papers.class);
            DealFile deal = newer.getBean(Facts.class).of(id);
            assertThat(newer.getBean(TemplateSets.class).own().sha256()).isNotEqualTo(OLDER.sha256());
            assertThat(newer.getBean(PinnedTemplates.class).pinned(deal)).contains(OLDER.sha256());
            assertThat(papers.isCurrent(deal, letter)).isTrue();
            Papers.Draft again = papers.draft(deal, Paper.MANDATE_LETTER);
            assertThat(again.xhtml()).contains("旧版の Samurai Desk 作成");
            assertThat(Sha256.of(again.pdf())).isEqualTo(letter.pdfSha256());
            assertThat(papers.draft(deal, Paper.TIMETABLE).xhtml())
                    .as("a paper that the deal did not have yet, too")
                    .contains("旧版の Samurai Desk 作成");
        }
    }
}
