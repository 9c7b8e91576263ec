package io.github.samuraidesk.underwriting.acts;

import static io.github.samuraidesk.form.DealList.FIRM;
import static io.github.samuraidesk.form.FieldType.FILE;
import static io.github.samuraidesk.form.FieldType.LINES;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Practice;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.As;
import io.github.samuraidesk.form.From;
import io.github.samuraidesk.underwriting.Mandate;
import io.github.samuraidesk.underwriting.Position;
import java.util.List;

/** A mandate that was given before the deal came to the desk, on the issuer's word with its paper. */
public record RecordExistingMandate(
        List<Manager> managers,
        @As(LINES) String reasons,
        @As(FILE) String evidence) {

    public record Manager(@From(FIRM) String manager, Position position) {}

    public static final Act<RecordExistingMandate> ACT = Act.of("recordExistingMandate", RecordExistingMandate.class)
            .by(Role.ISSUER)
            .deed(RecordExistingMandate::appoint)
            .played(RecordExistingMandate::asPublished);

    private Answer appoint(Standing deal, Asked by) {
        var mandate = new Mandate(
                Mandate.Kind.EXISTING,
                managers.stream()
                        .map(m -> Mandate.Appointed.to(m.position(), m.manager(), deal.firms()))
                        .toList(),
                reasons,
                evidence);
        return new Answer.Writing()
                .refuse(mandate.faults())
                .record(Mandate.FACT, mandate)
                .answer();
    }

    private static RecordExistingMandate asPublished(Practice.Stage stage) {
        return new RecordExistingMandate(
                stage.deal().terms().managers().stream()
                        .map(m -> new Manager(m.name(), m.lead() ? Position.LEAD : Position.CO))
                        .toList(),
                stage.mark() + "：公表された引受団",
                stage.evidence("evidence"));
    }
}
