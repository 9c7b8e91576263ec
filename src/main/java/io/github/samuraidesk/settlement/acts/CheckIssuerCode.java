package io.github.samuraidesk.settlement.acts;

import static io.github.samuraidesk.form.FieldType.FILE;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.As;
import io.github.samuraidesk.form.OnlyIf;
import java.util.Optional;

/** J02: whether the issuer has a code at JASDEC (発行体コード), or asks for one. */
public record CheckIssuerCode(
        boolean hasIssuerCode,
        @OnlyIf(field = "hasIssuerCode", is = "yes") Optional<String> issuerCode,
        @As(FILE) String evidence) {

    public static final Act<CheckIssuerCode> ACT = Act.of("checkIssuerCode", CheckIssuerCode.class)
            .doing("J02")
            .by(Role.AGENT)
            .played(stage -> new CheckIssuerCode(false, Optional.empty(), stage.evidence("evidence")));
}
