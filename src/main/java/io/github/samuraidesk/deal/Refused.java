package io.github.samuraidesk.deal;

import java.util.List;

/** Carries refusals out of a transaction so that it rolls back; the caller turns them into a page or an HTTP 4xx. */
public final class Refused extends RuntimeException {

    private final transient List<Finding> findings;

    public Refused(List<Finding> findings) {
        super(findings.stream()
                .map(f -> f.rule() + ":" + f.field() + ":" + f.code())
                .toList()
                .toString());
        this.findings = List.copyOf(findings);
    }

    public List<Finding> findings() {
        return findings;
    }

    public static void unlessNone(List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw new Refused(findings);
        }
    }
}
