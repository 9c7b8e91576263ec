package io.github.samuraidesk.settlement.acts;

import static io.github.samuraidesk.form.FieldType.FILE;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.As;
import java.util.Optional;

/** J15: the bonds are in the investors' accounts (振替). */
public record DeliverBonds(boolean delivered, @As(FILE) Optional<String> evidence) {

    public static final Act<DeliverBonds> ACT = Act.of("deliverBonds", DeliverBonds.class)
            .doing("J15")
            .by(Role.LEAD_MANAGER)
            .deed((said, deal, by) -> new Answer.Writing()
                    .mustBeYes("delivered", said.delivered())
                    .answer())
            .played(stage -> new DeliverBonds(true, Optional.empty()));
}
