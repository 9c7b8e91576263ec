package io.github.samuraidesk.law;

/** What is filed, by EDINET document type code (書類種別コード). */
public enum Document {
    /** 有価証券届出書 */
    REGISTRATION_STATEMENT("030"),
    /** 訂正有価証券届出書 */
    AMENDED_STATEMENT("040"),
    /** 届出の取下げ願い */
    WITHDRAWAL_REQUEST("050"),
    /** 発行登録書 */
    SHELF_STATEMENT("080"),
    /** 訂正発行登録書 */
    AMENDED_SHELF("090"),
    /** 発行登録追補書類 */
    SHELF_SUPPLEMENT("100"),
    /** 発行登録取下届出書 */
    SHELF_WITHDRAWAL("110");

    private final String docTypeCode;

    Document(String docTypeCode) {
        this.docTypeCode = docTypeCode;
    }

    public String docTypeCode() {
        return docTypeCode;
    }
}
