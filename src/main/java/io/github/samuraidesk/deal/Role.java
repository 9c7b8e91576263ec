package io.github.samuraidesk.deal;

/** What a person is on one deal. */
public enum Role {
    /** 発行者 */
    ISSUER,
    /** 主幹事 */
    LEAD_MANAGER,
    /** 引受会社 */
    MANAGER,
    /** 発行者の弁護士 (also attorney-in-fact, 代理人) */
    ISSUERS_COUNSEL,
    /** 引受人の弁護士 */
    MANAGERS_COUNSEL,
    /** 財務・発行・支払代理人 */
    AGENT,
    /** 監査 */
    AUDITOR;

    public boolean isLegal() {
        return this == ISSUERS_COUNSEL || this == MANAGERS_COUNSEL;
    }

    public boolean isIssuersSide() {
        return this == ISSUER || this == ISSUERS_COUNSEL;
    }
}
