package io.github.samuraidesk.pricing.batch;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** A table could not be read at all, or its header lacks what no row can do without. */
public final class UnreadableTableException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient List<RowFinding> findings;

    UnreadableTableException(List<RowFinding> findings) {
        super(findings.stream().map(RowFinding::toString).collect(Collectors.joining("; ")));
        this.findings = List.copyOf(findings);
    }

    UnreadableTableException(String table, IOException cause) {
        super("cannot read " + table, cause);
        this.findings = List.of();
    }

    /** What the header lacks; empty when the bytes themselves could not be read. */
    public List<RowFinding> findings() {
        return findings;
    }
}
