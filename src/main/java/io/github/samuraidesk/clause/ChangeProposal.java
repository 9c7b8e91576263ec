package io.github.samuraidesk.clause;

import io.github.samuraidesk.deal.FactKind;
import java.util.Objects;

/**
 * A proposed change of one clause, which another person accepts or refuses; open ones keep the papers from being filed.
 *
 * @param jaBefore Japanese text that the proposer saw
 */
public record ChangeProposal(
        Integer number,
        String clause,
        String jaBefore,
        String enBefore,
        String ja,
        String en,
        String reason,
        String author,
        State state,
        String decidedBy,
        String remark) {

    public static final FactKind.Per<ChangeProposal> FACT = FactKind.per("ChangeProposal", ChangeProposal.class);

    public ChangeProposal {
        decidedBy = Objects.requireNonNullElse(decidedBy, "");
        remark = Objects.requireNonNullElse(remark, "");
    }

    public enum State {
        OPEN,
        ACCEPTED,
        REFUSED
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    public ChangeProposal decided(State as, String by, String why) {
        return new ChangeProposal(number, clause, jaBefore, enBefore, ja, en, reason, author, as, by, why);
    }
}
