package io.github.samuraidesk.review;

/** A person has read this very rendition of a paper; what comes later is compared with it. */
public record PaperRead(String paper, String pdfSha256, String person) {

    public static String key(String paper, String person) {
        return paper + "/" + person;
    }
}
