package io.github.samuraidesk.registration.acts;

import static io.github.samuraidesk.form.FieldType.LINES;
import static io.github.samuraidesk.form.FieldType.SHA256;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.As;
import io.github.samuraidesk.registration.Acceptance;
import io.github.samuraidesk.registration.DealRoute;
import io.github.samuraidesk.registration.Filing;
import io.github.samuraidesk.registration.FilingProgress;
import io.github.samuraidesk.registration.Packages;
import java.time.LocalDateTime;
import java.util.Optional;

/** How far a package has come on EDINET before it is accepted. */
public record RecordFilingProgress(
        Filing.Stage stage,
        FilingProgress.State state,
        LocalDateTime at,
        @As(SHA256) String sentSha256,
        @As(LINES) Optional<String> note) {

    public static final Act<RecordFilingProgress> ACT = Act.of("filingProgress", RecordFilingProgress.class)
            .by(Role.ISSUERS_COUNSEL)
            .passing(Gate.G4)
            .deed(RecordFilingProgress::record)
            .entered();

    private Answer record(Standing deal, Asked by) {
        var writing = new Answer.Writing().refuse(Acceptance.mustBeAwaited(deal, stage));
        if (writing.isRefused()) {
            return writing.answer();
        }
        var progress = FilingProgress.FACT.at(stage.name());
        Optional<FilingProgress> last = deal.one(progress);
        var now = last.map(FilingProgress::state).orElse(FilingProgress.State.DRAFT);
        if (!FilingProgress.mayFollow(now, state)) {
            writing.refuse("state", "stateMayNotFollow", state.name(), now.name());
        }
        last.filter(p -> at.isBefore(p.at()))
                .ifPresent(p -> writing.refuse(
                        "at", "dateBefore", at.toString(), p.state().name(), p.at().toString()));
        writing.refuse(Acceptance.mustHaveHappened(deal, "at", at));
        Optional<Packages.ToSend> sent =
                deal.ask(Packages.class).toSend(deal.file(), stage, DealRoute.signedOrNone(deal.file()));
        if (sent.isEmpty()) {
            writing.refuse("sentSha256", "noPackage");
        } else if (!sent.get().sha256().equals(sentSha256)) {
            writing.refuse(
                    "sentSha256", "sentBytesDiffer", sentSha256, sent.get().sha256());
        }
        return writing.record(progress, new FilingProgress(stage, state, at, sentSha256, note.orElse("")))
                .answer();
    }
}
