package io.github.samuraidesk.workflow;

import io.github.samuraidesk.deal.FactKind;
import java.util.List;
import java.util.Map;

/** The deal was postponed or pulled: why, which filings and notices, and what became stale. */
public record Halt(Kind kind, String reason, String filing, List<Map<String, String>> notices, List<String> stale) {

    public static final FactKind.Per<Halt> FACT = FactKind.per("Halt", Halt.class);

    public enum Kind {
        POSTPONED,
        PULLED
    }
}
