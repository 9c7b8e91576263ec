package io.github.samuraidesk.registration.acts;

import static io.github.samuraidesk.form.FieldType.FILE;
import static io.github.samuraidesk.form.FieldType.LINES;
import static io.github.samuraidesk.form.FieldType.SHA256;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.act.GatewayFact;
import io.github.samuraidesk.act.Practice;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.As;
import io.github.samuraidesk.form.Matching;
import io.github.samuraidesk.form.OnlyIf;
import io.github.samuraidesk.registration.Acceptance;
import io.github.samuraidesk.registration.Filing.Stage;
import io.github.samuraidesk.registration.FilingProgress;
import io.github.samuraidesk.registration.PracticedFiling;
import java.time.LocalDateTime;
import java.util.Optional;

/** S09, H01: the statement (届出書・発行登録書) was accepted on EDINET, or goes back to drafting before it is. */
public record FileStatement(
        Optional<Outcome> outcome,

        @OnlyIf(
                field = "outcome",
                is = {"", "FILED"})
        Optional<LocalDateTime> acceptedAt,

        @OnlyIf(
                field = "outcome",
                is = {"", "FILED"})
        @Matching("S[0-9A-Z]{7}")
        Optional<String> documentId,

        @OnlyIf(
                field = "outcome",
                is = {"", "FILED"})
        @As(SHA256)
        Optional<String> sentSha256,

        @OnlyIf(
                field = "outcome",
                is = {"", "FILED"},
                needed = false)
        Optional<String> number,

        @OnlyIf(field = "outcome", is = "BACK_TO_DRAFTING") @As(LINES)
        Optional<String> reason,

        @OnlyIf(
                field = "outcome",
                is = {"", "FILED"})
        @As(FILE)
        Optional<String> evidence) {

    public enum Outcome {
        FILED,
        BACK_TO_DRAFTING
    }

    public static final Act<FileStatement> ACT = Act.of("fileStatement", FileStatement.class)
            .doing("S09", "H01")
            .by(Role.ISSUERS_COUNSEL)
            .passing(Gate.G1, Gate.G4)
            .deed(FileStatement::file)
            .played(FileStatement::asPackaged);

    private Answer file(Standing deal, Asked by) {
        var writing = new Answer.Writing();
        boolean back = outcome.filter(Outcome.BACK_TO_DRAFTING::equals).isPresent();
        writing.tell(GatewayFact.STATEMENT_FILED, !back);
        if (back) {
            takeFromEdinet(writing, deal);
        } else {
            new Acceptance(acceptedAt.orElseThrow(), documentId.orElseThrow())
                    .ofPackage(writing, deal, Stage.STATEMENT, sentSha256.orElseThrow(), number, by);
        }
        return writing.answer();
    }

    /** What was uploaded is of an older package; what was submitted is with the authority and must come back first. */
    private static void takeFromEdinet(Answer.Writing writing, Standing deal) {
        var progress = FilingProgress.FACT.at(Stage.STATEMENT.name());
        deal.one(progress)
                .filter(p -> p.state() == FilingProgress.State.SUBMITTED)
                .ifPresent(p -> writing.refuse("outcome", "alreadySubmitted", p.at().toString()));
        writing.withdraw(progress, "back to drafting");
    }

    private static FileStatement asPackaged(Practice.Stage stage) {
        PracticedFiling filing = PracticedFiling.of(stage, Stage.STATEMENT);
        return new FileStatement(
                Optional.empty(),
                Optional.of(stage.minute()),
                Optional.of(PracticedFiling.STATEMENT_ID),
                filing.sentSha256(),
                filing.number(),
                Optional.empty(),
                Optional.of(stage.evidence("evidence")));
    }
}
