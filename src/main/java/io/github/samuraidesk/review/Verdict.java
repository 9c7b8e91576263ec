package io.github.samuraidesk.review;

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

    public enum Outcome {
        APPROVED,
        REJECTED
    }
}
