package io.github.samuraidesk.registration;

import io.github.samuraidesk.deal.FactKind;
import io.github.samuraidesk.law.AmendmentClass;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * An amendment (訂正届出書・訂正発行登録書) accepted on EDINET beside the one that carries the final terms.
 *
 * @param acceptedAt acceptance in Japanese time
 * @param electronic whether it was filed on EDINET; on paper a suspension lasts longer
 * @param evidence SHA-256 of the acceptance notice
 */
public record Amendment(
        AmendmentClass kind,
        String formCode,
        LocalDateTime acceptedAt,
        String documentId,
        String sentSha256,
        boolean electronic,
        String reason,
        String evidence) {

    public static final FactKind.Per<Amendment> FACT = FactKind.per("Amendment", Amendment.class);

    public LocalDate acceptedOn() {
        return acceptedAt.toLocalDate();
    }
}
