package io.github.samuraidesk.workflow;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Gate;
import io.github.samuraidesk.act.Rule;
import io.github.samuraidesk.book.Book;
import io.github.samuraidesk.deal.FactKind;
import io.github.samuraidesk.disclosure.Disclosure;
import io.github.samuraidesk.lifecycle.Lifecycle;
import io.github.samuraidesk.pricing.Pricing;
import io.github.samuraidesk.registration.Registration;
import io.github.samuraidesk.settlement.Settlement;
import io.github.samuraidesk.underwriting.Underwriting;
import io.github.samuraidesk.workflow.acts.AskOverride;
import io.github.samuraidesk.workflow.acts.ConfirmOverride;
import io.github.samuraidesk.workflow.acts.Postpone;
import io.github.samuraidesk.workflow.acts.Pull;
import io.github.samuraidesk.workflow.acts.SayWhatBlocks;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The trades of the house: whatever people may do to a deal, and every gate, stands in one of them. */
public final class Trades {

    private static final Map<String, Act<?>> ACTS = acts(
            Underwriting.ACTS,
            Book.ACTS,
            Pricing.ACTS,
            Registration.ACTS,
            Settlement.ACTS,
            Disclosure.ACTS,
            Lifecycle.ACTS,
            List.of(SayWhatBlocks.ACT, Postpone.ACT, Pull.ACT, AskOverride.ACT, ConfirmOverride.ACT));
    private static final Map<Gate, Rule> GATES =
            gates(Underwriting.GATES, Book.GATES, Pricing.GATES, Registration.GATES, Settlement.GATES, Lifecycle.GATES);

    /** Kinds of fact that stand no longer once the offering has other dates, or none. */
    private static final List<FactKind<?>> FALL_WITH_THE_DATES = Stream.of(
                    Pricing.FALL_WITH_THE_DATES, Book.FALL_WITH_THE_DATES, Settlement.FALL_WITH_THE_DATES)
            .<FactKind<?>>flatMap(List::stream)
            .toList();

    private Trades() {}

    static List<FactKind<?>> fallWithTheDates() {
        return FALL_WITH_THE_DATES;
    }

    /** The act with this id of a task or an entry; empty for those that still stand in {@link DealTasks} and {@link DealEntries}. */
    public static Optional<Act<?>> act(String id) {
        return Optional.ofNullable(ACTS.get(id));
    }

    /** The rule of a gate; empty for those that still stand in {@link Gates}. */
    static Optional<Rule> gate(Gate gate) {
        return Optional.ofNullable(GATES.get(gate));
    }

    @SafeVarargs
    private static Map<String, Act<?>> acts(List<Act<?>>... trades) {
        var acts = new LinkedHashMap<String, Act<?>>();
        for (List<Act<?>> trade : trades) {
            for (Act<?> act : trade) {
                if (acts.put(act.id(), act) != null) {
                    throw new IllegalStateException("two acts are called " + act.id());
                }
            }
        }
        return acts;
    }

    @SafeVarargs
    private static Map<Gate, Rule> gates(Map<Gate, Rule>... trades) {
        var gates = new EnumMap<Gate, Rule>(Gate.class);
        for (Map<Gate, Rule> trade : trades) {
            trade.forEach((gate, rule) -> {
                if (gates.put(gate, rule) != null) {
                    throw new IllegalStateException("two trades decide " + gate);
                }
            });
        }
        return gates;
    }
}
