package io.github.samuraidesk.underwriting.acts;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.GatewayFact;
import io.github.samuraidesk.deal.Role;

/** How the underwriters are chosen: by a request for proposals, or because they have the mandate already. */
public record ChooseSelection(Selection selection) {

    public enum Selection {
        RFP,
        EXISTING
    }

    public static final Act<ChooseSelection> ACT = Act.of("chooseSelection", ChooseSelection.class)
            .by(Role.ISSUER)
            .deed((said, deal, by) -> new Answer.Writing()
                    .tell(GatewayFact.SELECTION, said.selection().name())
                    .answer())
            .played(stage -> new ChooseSelection(Selection.EXISTING));
}
