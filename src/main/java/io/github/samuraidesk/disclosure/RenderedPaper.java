package io.github.samuraidesk.disclosure;

import io.github.samuraidesk.deal.FactKind;
import java.util.Objects;

/**
 * A paper as it was rendered and stored: each rendition and everything it came from, by SHA-256.
 *
 * @param edinetSha256 ZIP of the files that EDINET takes; empty for papers that are not filed
 * @param undecided whether a term prints 未定
 */
public record RenderedPaper(
        Paper paper,
        String pdfSha256,
        String xhtmlSha256,
        String edinetSha256,
        String dataSha256,
        String templateSha256,
        String rulePack,
        boolean undecided,
        int pages) {

    public static final FactKind.Per<RenderedPaper> FACT = FactKind.per("RenderedPaper", RenderedPaper.class);

    /** Facts of earlier programs name no such rendition. */
    public RenderedPaper {
        edinetSha256 = Objects.requireNonNullElse(edinetSha256, "");
    }
}
