package io.github.samuraidesk.underwriting;

import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.FirmNames;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Finding;
import java.util.List;
import java.util.stream.Stream;

/**
 * The firm whose bid or order something is: the own firm and no other, so that nobody reads, replaces or makes up what
 * another firm says.
 *
 * @param name as the deal's facts write it
 * @param refused why the person does not speak for it, at the field {@code manager}
 */
public record OwnFirm(String name, List<Finding> refused) {

    /** @param typed the firm in whatever spelling */
    public static OwnFirm of(String typed, Standing deal, Asked by) {
        FirmNames known = deal.firms();
        String firm = known.canonical(typed);
        return new OwnFirm(written(firm, deal), refused(typed, firm, known, by));
    }

    private static List<Finding> refused(String typed, String firm, FirmNames known, Asked by) {
        if (by.firms().isEmpty()) {
            return List.of(Finding.field("manager", "firmNeeded"));
        }
        return by.firms().stream().anyMatch(own -> known.same(own, firm))
                ? List.of()
                : List.of(Finding.field("manager", "notYourFirm", typed, String.join(", ", by.firms())));
    }

    /** Facts of earlier programs carry the firm as it was typed then. */
    private static String written(String firm, Standing deal) {
        return Stream.concat(
                        deal.current(Bid.FACT).stream().map(Bid::manager),
                        deal.one(Mandate.FACT).stream().flatMap(m -> m.names().stream()))
                .filter(name -> deal.firms().same(name, firm))
                .findFirst()
                .orElse(firm);
    }
}
