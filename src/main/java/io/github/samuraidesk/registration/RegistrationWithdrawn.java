package io.github.samuraidesk.registration;

import io.github.samuraidesk.deal.FactKind;
import java.time.LocalDateTime;

/** The whole registration was withdrawn (届出の取下げ願い・発行登録取下届出書). */
public record RegistrationWithdrawn(
        String formCode, LocalDateTime acceptedAt, String documentId, String reason, String evidence) {
    public static final FactKind.One<RegistrationWithdrawn> FACT =
            FactKind.one("RegistrationWithdrawn", RegistrationWithdrawn.class, "withdrawn");
}
