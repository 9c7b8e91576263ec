package io.github.samuraidesk.underwriting;

import io.github.samuraidesk.deal.FactKind;
import java.util.List;

/** Bidding is closed and the bids were opened. */
public record BidsOpened(List<String> managers) {
    public static final FactKind.One<BidsOpened> FACT = FactKind.one("BidsOpened", BidsOpened.class, "opened");
}
