package io.github.samuraidesk.registration.acts;

import static io.github.samuraidesk.form.FieldType.FILE;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Practice;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.deal.TermSheet;
import io.github.samuraidesk.form.As;
import io.github.samuraidesk.form.Matching;
import io.github.samuraidesk.form.OnlyIf;
import io.github.samuraidesk.registration.Acceptance;
import io.github.samuraidesk.registration.EffectivenessNotice;
import io.github.samuraidesk.registration.PracticedFiling;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/** A shelf (発行登録) that the authority accepted before this deal began, with its notice of effectiveness. */
public record RecordExistingShelf(
        @Matching("[0-9]{1,2}-外(債)?[0-9]+") String number,
        LocalDateTime acceptedAt,
        @Matching("S[0-9A-Z]{7}") String documentId,
        @As(FILE) String evidence,
        Effect effectiveness,
        @OnlyIf(field = "effectiveness", is = "EFFECTIVE") Optional<LocalDate> effectiveOn,

        @OnlyIf(field = "effectiveness", is = "EFFECTIVE") @As(FILE)
        Optional<String> effectivenessNotice) {

    /** Whether the shelf has taken effect. */
    public enum Effect {
        EFFECTIVE,
        NOT_YET
    }

    /** Scripted people file when the office opens. */
    private static final LocalTime OFFICE_HOUR = LocalTime.of(10, 0);

    public static final Act<RecordExistingShelf> ACT = Act.of("recordExistingShelf", RecordExistingShelf.class)
            .by(Role.ISSUERS_COUNSEL)
            .deed(RecordExistingShelf::record)
            .played(RecordExistingShelf::asInTheTermSheet);

    private Answer record(Standing deal, Asked by) {
        var writing = new Answer.Writing();
        Optional<EffectivenessNotice> notice = effectiveOn.map(
                on -> new EffectivenessNotice("effectivenessNotice", effectivenessNotice.orElseThrow(), on));
        new Acceptance(acceptedAt, documentId).ofExistingShelf(writing, deal, number, evidence, notice, by);
        return writing.answer();
    }

    /** The shelf as the term sheet names it; its receipt and its notice are made up. */
    private static RecordExistingShelf asInTheTermSheet(Practice.Stage stage) {
        Optional<TermSheet.Shelf> shelf =
                Optional.ofNullable(stage.deal().terms().shelf());
        String receipt = stage.evidence("evidence");
        Optional<LocalDate> effective = shelf.map(TermSheet.Shelf::effective)
                .filter(d -> !d.isAfter(stage.deal().today()));
        return new RecordExistingShelf(
                PracticedFiling.shelfNumber(stage.deal().terms()),
                shelf.map(TermSheet.Shelf::filed)
                        .map(d -> d.atTime(OFFICE_HOUR))
                        .orElseGet(stage::minute),
                PracticedFiling.STATEMENT_ID,
                receipt,
                effective.isPresent() ? Effect.EFFECTIVE : Effect.NOT_YET,
                effective,
                effective.map(d -> stage.evidence("effectivenessNotice")));
    }
}
