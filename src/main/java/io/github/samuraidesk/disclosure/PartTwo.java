package io.github.samuraidesk.disclosure;

import java.util.List;
import java.util.Objects;

/**
 * 第二部 (issuer information), uploaded by the issuer's counsel as the body files that EDINET takes: one HTML file, or a
 * ZIP of body files with their supporting files.
 *
 * @param sha256 hash of what was uploaded
 * @param files names under {@code PublicDoc/} in the package
 */
public record PartTwo(String sha256, String fileName, List<String> files) {

    /** Earlier programs took a PDF, which is no file of a package. */
    public PartTwo {
        files = Objects.requireNonNullElse(files, List.of());
    }
}
