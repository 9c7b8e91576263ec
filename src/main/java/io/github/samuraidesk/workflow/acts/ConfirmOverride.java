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
import io.github.samuraidesk.workflow.RolesOnTheDeal;
import java.util.Optional;
import java.util.stream.Stream;

/** A second person lets the act pass; at a gate of law one of the two is counsel. */
public record ConfirmOverride(
        Gate gate,
        @From(DealList.ACT) String act,
        @As(LINES) String remark) {

    private static final String HOUSE_RULE = "house rule: segregation of duties";

    public static final Act<ConfirmOverride> ACT = Act.of("confirmOverride", ConfirmOverride.class)
            .by(Role.ISSUER, Role.LEAD_MANAGER, Role.ISSUERS_COUNSEL, Role.MANAGERS_COUNSEL, Role.AGENT)
            .deed(ConfirmOverride::confirm)
            .entered();

    private Answer confirm(Standing deal, Asked by) {
        var writing = new Answer.Writing();
        Optional<GateOverride> found =
                deal.one(GateOverride.FACT.at(GateOverride.key(gate, act))).filter(o -> !o.isConfirmed());
        if (found.isEmpty()) {
            return writing.refuse("act", "overrideNotAsked", gate.name(), act).answer();
        }
        GateOverride asked = found.get();
        String person = by.person().value();
        if (asked.askedBy().equals(person)) {
            writing.refuse(Finding.rule("FOUR-EYES", HOUSE_RULE, "act", "", "overrideNeedsTwo", person));
        } else if (GateOverride.OF_LAW.contains(gate) && !isOneOfThemLegal(deal, asked.askedBy(), person)) {
            writing.refuse(Finding.rule(
                    gate.name(),
                    HOUSE_RULE,
                    "gate",
                    "ISSUERS_COUNSEL, MANAGERS_COUNSEL",
                    "overrideNeedsLegal",
                    gate.name()));
        }
        return writing.record(
                        GateOverride.FACT.at(GateOverride.key(gate, act)),
                        new GateOverride(
                                gate, act, asked.reason(), asked.askedBy(), person, deal.today(), remark, false))
                .answer();
    }

    private static boolean isOneOfThemLegal(Standing deal, String... people) {
        RolesOnTheDeal roles = deal.ask(RolesOnTheDeal.class);
        return Stream.of(people)
                .anyMatch(person -> roles.of(deal.file().id(), person).stream().anyMatch(Role::isLegal));
    }
}
