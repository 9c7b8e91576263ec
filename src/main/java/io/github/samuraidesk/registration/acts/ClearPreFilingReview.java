package io.github.samuraidesk.registration.acts;

import static io.github.samuraidesk.form.FieldType.FILE;
import static io.github.samuraidesk.form.FieldType.LINES;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.GatewayFact;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.As;
import io.github.samuraidesk.form.MayBeEmpty;
import io.github.samuraidesk.form.OnlyIf;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** S07: the Bureau has read the draft statement (事前相談), or sends it back. */
public record ClearPreFilingReview(
        Optional<Outcome> outcome,

        @OnlyIf(
                field = "outcome",
                is = {"", "CLEARED"})
        Optional<LocalDate> clearedOn,

        @MayBeEmpty List<Comment> comments,

        @OnlyIf(field = "outcome", is = "BACK_TO_DRAFTING") @As(LINES)
        Optional<String> reason,

        @OnlyIf(
                field = "outcome",
                is = {"", "CLEARED"})
        @As(FILE)
        Optional<String> evidence) {

    public enum Outcome {
        CLEARED,
        BACK_TO_DRAFTING
    }

    /** What the Bureau asked and what it was answered. */
    public record Comment(String comment, String answer) {}

    public static final Act<ClearPreFilingReview> ACT = Act.of("clearPreFilingReview", ClearPreFilingReview.class)
            .doing("S07")
            .by(Role.ISSUERS_COUNSEL)
            .deed(ClearPreFilingReview::clear)
            .played(stage -> new ClearPreFilingReview(
                    Optional.empty(),
                    Optional.of(stage.deal().today()),
                    List.of(),
                    Optional.empty(),
                    Optional.of(stage.evidence("evidence"))));

    private Answer clear(Standing deal, Asked by) {
        boolean cleared = outcome.filter(Outcome.BACK_TO_DRAFTING::equals).isEmpty();
        return new Answer.Writing()
                .tell(GatewayFact.PRE_FILING_CLEARED, cleared)
                .answer();
    }
}
