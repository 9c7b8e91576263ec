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

    /** Whether one person may hold both on one deal: nobody sits on two sides, and auditors on none. */
    public boolean isCompatibleWith(Role other) {
        if (this == other) {
            return true;
        }
        if (this == AUDITOR || other == AUDITOR) {
            return false;
        }
        return side() == other.side();
    }

    private int side() {
        return switch (this) {
            case ISSUER -> 1;
            case ISSUERS_COUNSEL -> 2;
            case LEAD_MANAGER, MANAGER -> 3;
            case MANAGERS_COUNSEL -> 4;
            case AGENT -> 5;
            case AUDITOR -> 6;
        };
    }

    /** Whether the role speaks for a firm that bids, and takes orders. */
    public boolean bids() {
        return this == LEAD_MANAGER || this == MANAGER;
    }

    public boolean isIssuersSide() {
        return this == ISSUER || this == ISSUERS_COUNSEL;
    }
}
