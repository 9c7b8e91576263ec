package io.github.samuraidesk.review;

import io.github.samuraidesk.deal.FactKind;

/** A person has read this very rendition of a paper; what comes later is compared with it. */
public record PaperRead(String paper, String pdfSha256, String person) {

    public static final FactKind.Per<PaperRead> FACT = FactKind.per("PaperRead", PaperRead.class);

    public static String key(String paper, String person) {
        return paper + "/" + person;
    }
}
