package io.github.samuraidesk.settlement.acts;

import static io.github.samuraidesk.form.FieldType.FILE;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.As;

/** J08: ISIN and securities code (証券コード) are the same in every paper. */
public record ReconcileCodes(
        boolean allPapersAgree, @As(FILE) String evidence) {

    public static final Act<ReconcileCodes> ACT = Act.of("reconcileCodes", ReconcileCodes.class)
            .doing("J08")
            .by(Role.LEAD_MANAGER, Role.AGENT)
            .deed((said, deal, by) -> new Answer.Writing()
                    .mustBeYes("allPapersAgree", said.allPapersAgree())
                    .answer())
            .played(stage -> new ReconcileCodes(true, stage.evidence("evidence")));
}
