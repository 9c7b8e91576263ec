package io.github.samuraidesk.market;

/** Side of a quote (気配のサイド). */
public enum Side {
    BID,
    MID,
    OFFER
}
