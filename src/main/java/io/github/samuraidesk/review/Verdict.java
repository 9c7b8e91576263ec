package io.github.samuraidesk.review;

import java.util.Objects;

/**
 * A reviewer's verdict on an exact paper: every rendition by hash, with the template, data and rule pack it came from.
 * It stands only while the paper's current hashes are these.
 */
public record Verdict(
        String paper,
        Outcome outcome,
        String pdfSha256,
        String xhtmlSha256,
        String edinetSha256,
        String dataSha256,
        String templateSha256,
        String rulePack,
        String reviewer,
        String remark) {

    /** Facts of earlier programs name no rendition for EDINET. */
    public Verdict {
        edinetSha256 = Objects.requireNonNullElse(edinetSha256, "");
    }

    public enum Outcome {
        APPROVED,
        REJECTED
    }
}
