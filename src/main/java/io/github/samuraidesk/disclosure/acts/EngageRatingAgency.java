package io.github.samuraidesk.disclosure.acts;

import static io.github.samuraidesk.form.FieldType.FILE;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.As;
import java.time.LocalDate;

/** S04: a credit rating agency rates the bonds; whether it is registered in Japan decides what the papers must say of it. */
public record EngageRatingAgency(
        String agency,
        LocalDate engagedOn,
        boolean registered,
        @As(FILE) String ratingLetter) {

    public static final Act<EngageRatingAgency> ACT = Act.of("engageRatingAgency", EngageRatingAgency.class)
            .doing("S04")
            .by(Role.ISSUER)
            .played(stage ->
                    new EngageRatingAgency(stage.mark(), stage.deal().today(), true, stage.evidence("ratingLetter")));
}
