package io.github.samuraidesk.lifecycle;

import io.github.samuraidesk.deal.FactKind;
import java.time.LocalDate;

/**
 * Something owed on a date after closing. @param row row of the rule pack; @param evidence SHA-256 of the evidence, empty
 * while it is open
 */
public record Obligation(
        String id,
        String row,
        String subject,
        LocalDate due,
        boolean confirmWithCounsel,
        String evidence,
        String note) {

    public static final FactKind.Per<Obligation> FACT = FactKind.per("Obligation", Obligation.class);

    public boolean isDone() {
        return !evidence.isEmpty();
    }

    public Obligation done(String evidenceSha256, String remark) {
        return new Obligation(id, row, subject, due, confirmWithCounsel, evidenceSha256, remark);
    }
}
