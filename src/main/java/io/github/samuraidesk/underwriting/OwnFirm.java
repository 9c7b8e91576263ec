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
 * @param refused why the person may not speak for it; empty when they may
 */
public record OwnFirm(String name, List<Finding> refused) {

    /** @param text a name of the firm, in whatever spelling, said in the field {@code manager} */
    public static OwnFirm of(String text, Standing deal, Asked by) {
        FirmNames known = deal.firms();
        String firm = known.canonical(text);
        List<Finding> refused = List.of();
        if (by.firms().isEmpty()) {
            refused = List.of(Finding.field("manager", "firmNeeded"));
        } else if (by.firms().stream().noneMatch(own -> known.same(own, firm))) {
            refused = List.of(Finding.field("manager", "notYourFirm", text, String.join(", ", by.firms())));
        }
        // facts of earlier programs carry the firm as it was typed then
        String written = Stream.concat(
                        deal.current(Bid.FACT).stream().map(Bid::manager),
                        deal.one(Mandate.FACT).stream()
                                .flatMap(m -> m.managers().stream())
                                .map(Mandate.Appointed::manager))
                .filter(w -> known.same(w, firm))
                .findFirst()
                .orElse(firm);
        return new OwnFirm(written, refused);
    }
}
