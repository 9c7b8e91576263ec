package io.github.samuraidesk.registration;

import io.github.samuraidesk.act.Port;
import io.github.samuraidesk.deal.DealFile;

/** The rule packs of the house, as far as a deal may move to one. */
public interface KnownPacks extends Port {

    boolean has(String sha256);

    /** SHA-256 of the pack that a deal is pinned to, whether or not the house still has it. */
    String pinned(DealFile deal);
}
