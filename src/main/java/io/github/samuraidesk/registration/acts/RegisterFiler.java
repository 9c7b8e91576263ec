package io.github.samuraidesk.registration.acts;

import static io.github.samuraidesk.form.FieldType.FILE;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Practice;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.As;
import io.github.samuraidesk.form.Matching;
import java.util.Optional;

/** S03: the issuer is registered as a filer on EDINET. The form and its evidence are the whole record. */
public record RegisterFiler(
        @Matching("E[0-9]{5}") String edinetCode, @As(FILE) String evidence) {

    public static final Act<RegisterFiler> ACT = Act.of("registerFiler", RegisterFiler.class)
            .doing("S03")
            .by(Role.ISSUERS_COUNSEL)
            .played(RegisterFiler::asKnown);

    private static RegisterFiler asKnown(Practice.Stage stage) {
        return new RegisterFiler(
                Optional.ofNullable(stage.deal().terms().issuer().edinetCode()).orElse("E00000"),
                stage.evidence("evidence"));
    }
}
