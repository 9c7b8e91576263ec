package io.github.samuraidesk.disclosure;

import io.github.samuraidesk.deal.FactKind;
import io.github.samuraidesk.deal.Finding;
import java.util.List;
import java.util.Objects;

/**
 * 第二部 (issuer information), uploaded by the issuer's counsel as the body files that EDINET takes (one HTML file, or a
 * ZIP of body files with their supporting files), as DOCX or as PDF.
 *
 * @param sha256 hash of what was uploaded
 * @param files names under {@code PublicDoc/} in the package
 * @param filesSha256 hash of the ZIP of those files as they were made from the upload; empty for Part 2 of an earlier
 *     program, whose files are the upload's own
 * @param notices what was cleaned or left out, and what counsel must compare or confirm; none of them refuses
 */
public record PartTwo(String sha256, String fileName, List<String> files, String filesSha256, List<Finding> notices) {

    public static final FactKind.One<PartTwo> FACT = FactKind.one("PartTwo", PartTwo.class, "partTwo");

    /** Earlier programs took a PDF, which is no file of a package, and made no files of their own. */
    public PartTwo {
        files = Objects.requireNonNullElse(files, List.of());
        filesSha256 = Objects.requireNonNullElse(filesSha256, "");
        notices = Objects.requireNonNullElse(notices, List.of());
    }
}
