package io.github.samuraidesk.workflow.acts;

import static io.github.samuraidesk.form.FieldType.LINES;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Finding;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.form.As;
import io.github.samuraidesk.form.DealList;
import io.github.samuraidesk.form.From;
import io.github.samuraidesk.workflow.GateOverride;
import io.github.samuraidesk.workflow.Gatekeeper;
import java.util.List;
import java.util.Optional;

/** One person asks that an act pass a gate today. */
public record AskOverride(
        Gate gate,
        @From(DealList.ACT) String act,
        @As(LINES) String reason) {

    public static final Act<AskOverride> ACT = Act.of("askOverride", AskOverride.class)
            .by(Role.ISSUER, Role.LEAD_MANAGER, Role.ISSUERS_COUNSEL, Role.MANAGERS_COUNSEL, Role.AGENT)
            .deed(AskOverride::ask)
            .entered();

    private Answer ask(Standing deal, Asked by) {
        var writing = new Answer.Writing();
        Optional<List<Finding>> inTheWay = deal.ask(Gatekeeper.class).inTheWayOf(deal.file(), act);
        if (inTheWay.isEmpty()) {
            writing.refuse("act", "unknownAct", act);
        } else if (inTheWay.get().stream().noneMatch(f -> f.rule().equals(gate.name()))) {
            // a gate stands in the way of an act by itself or through the gate that it rests on
            writing.refuse("gate", "gateNotInTheWay", gate.name(), act);
        }
        return writing.record(
                        GateOverride.FACT.at(GateOverride.key(gate, act)),
                        new GateOverride(gate, act, reason, by.person().value(), "", deal.today(), "", false))
                .answer();
    }
}
