package io.github.samuraidesk.registration.acts;

import static io.github.samuraidesk.form.FieldType.FILE;
import static io.github.samuraidesk.form.FieldType.SHA256;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.act.Practice;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.As;
import io.github.samuraidesk.form.Matching;
import io.github.samuraidesk.registration.Acceptance;
import io.github.samuraidesk.registration.Filing.Stage;
import io.github.samuraidesk.registration.PracticedFiling;
import java.time.LocalDateTime;
import java.util.Optional;

/** S13, H07: the final terms (訂正届出書・発行登録追補書類) were accepted on EDINET. */
public record FileFinalTerms(
        LocalDateTime acceptedAt,
        @Matching("S[0-9A-Z]{7}") String documentId,
        @As(SHA256) String sentSha256,
        Optional<String> number,
        @As(FILE) String evidence) {

    public static final Act<FileFinalTerms> ACT = Act.of("fileFinalTerms", FileFinalTerms.class)
            .doing("S13", "H07")
            .by(Role.ISSUERS_COUNSEL)
            .passing(Gate.G4, Gate.TAKEDOWN)
            .deed(FileFinalTerms::file)
            .played(FileFinalTerms::asPackaged);

    private Answer file(Standing deal, Asked by) {
        var writing = new Answer.Writing();
        new Acceptance(acceptedAt, documentId).ofPackage(writing, deal, Stage.FINAL_TERMS, sentSha256, number, by);
        return writing.answer();
    }

    private static FileFinalTerms asPackaged(Practice.Stage stage) {
        PracticedFiling filing = PracticedFiling.of(stage, Stage.FINAL_TERMS);
        return new FileFinalTerms(
                stage.minute(),
                PracticedFiling.FINAL_TERMS_ID,
                filing.sentSha256().orElse(""),
                filing.number(),
                stage.evidence("evidence"));
    }
}
