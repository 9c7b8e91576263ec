package io.github.samuraidesk.deal;

/** Legal nature of the issuer, which decides the disclosure ordinance (domain rule pack, routes). */
public enum IssuerKind {
    COMPANY("010"),
    BANK("010"),
    FINANCE_SUBSIDIARY("010"),
    SOVEREIGN("020"),
    MUNICIPALITY("020"),
    SPECIAL_LAW_AGENCY("020"),
    TREATY_BODY("020");

    private final String ordinanceCode;

    IssuerKind(String ordinanceCode) {
        this.ordinanceCode = ordinanceCode;
    }

    /** EDINET ordinance code: 010 企業内容等の開示に関する内閣府令, 020 外国債等の発行者の内容等の開示に関する内閣府令. */
    public String ordinanceCode() {
        return ordinanceCode;
    }

    public boolean isState() {
        return ordinanceCode.equals("020");
    }
}
