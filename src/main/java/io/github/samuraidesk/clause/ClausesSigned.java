package io.github.samuraidesk.clause;

import io.github.samuraidesk.deal.FactKind;
import java.util.Map;

/**
 * A person vouches for the twins of a deal's clauses, by hash: a later change of either twin takes the signature away
 * from that clause alone.
 *
 * @param clauses hashes of the twins by clause
 */
public record ClausesSigned(Capacity capacity, Map<String, Twins> clauses) {

    public static final FactKind.Per<ClausesSigned> FACT = FactKind.per("ClausesSigned", ClausesSigned.class);

    public enum Capacity {
        /** 翻訳者: the twins say the same. */
        TRANSLATOR,
        /** 校閲者: somebody else has read both. */
        REVIEWER
    }

    public record Twins(String jaSha256, String enSha256) {}
}
