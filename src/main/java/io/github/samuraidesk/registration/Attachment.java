package io.github.samuraidesk.registration;

import io.github.samuraidesk.deal.FactKind;

/**
 * A document that goes with a filing (添付書類), in the folder that EDINET takes it in.
 *
 * @param name file name without extension, at most 31 half-width letters, digits, underscores and hyphens
 * @param sha256 hash of the file as it is sent
 * @param fileName name under which it was uploaded
 */
public record Attachment(Filing.Stage stage, Kind kind, String name, String sha256, String fileName) {

    public static final FactKind.Per<Attachment> FACT = FactKind.per("Attachment", Attachment.class);

    public enum Kind {
        /** 委任状 */
        POWER_OF_ATTORNEY("AttachDoc"),
        /** 法律意見書 */
        LEGAL_OPINION("AttachDoc"),
        /** 利用適格要件を満たしていることを示す書面 (qualified.htm) */
        QUALIFIED_STATEMENT("AttachDoc"),
        OTHER_DOCUMENT("AttachDoc"),
        /** 英語本文 */
        ENGLISH_BODY("EnglishDoc");

        private final String folder;

        Kind(String folder) {
            this.folder = folder;
        }
    }

    /** Place in the package. */
    public String path() {
        String extension = fileName.toLowerCase(java.util.Locale.ROOT).endsWith(".pdf") ? ".pdf" : ".htm";
        return kind.folder + "/" + (kind == Kind.QUALIFIED_STATEMENT ? "qualified" : name) + extension;
    }

    public String key() {
        return stage.name() + "/" + path();
    }
}
