package io.github.samuraidesk.underwriting;

import java.util.List;

/** Bidding is closed and the bids were opened. */
public record BidsOpened(List<String> managers) {}
