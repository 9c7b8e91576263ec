package io.github.samuraidesk.rehearsal;

import io.github.samuraidesk.access.Member;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The scripted people of a rehearsal, who are also the demo people. */
public enum Cast {
    ISSUER("issuer", Role.ISSUER, "Demo Issuer", "Debt Office", "発行者 財務担当"),
    LEAD("lead", Role.LEAD_MANAGER, "Nomura", "Lead Manager Desk", "主幹事 引受部"),
    MANAGER("manager", Role.MANAGER, "Mizuho", "Co-manager Desk", "引受会社 引受部"),
    COUNSEL("counsel", Role.ISSUERS_COUNSEL, "Demo Issuer's Counsel", "Issuer's Counsel", "発行者の弁護士"),
    REVIEWER("reviewer", Role.MANAGERS_COUNSEL, "Demo Managers' Counsel", "Managers' Counsel", "引受人の弁護士"),
    AGENT("agent", Role.AGENT, "Mizuho Bank", "Fiscal Agent", "財務代理人"),
    AUDITOR("auditor", Role.AUDITOR, "Demo Audit", "Auditor", "監査人"),
    // whoever prepares a paper cannot approve it, so each side that approves has a second person
    TREASURER("treasurer", Role.ISSUER, "Demo Issuer", "Head of Funding", "発行者 資金調達責任者"),
    HEAD("head", Role.LEAD_MANAGER, "Nomura", "Head of Syndicate", "主幹事 シンジケート責任者"),
    PARTNER("partner", Role.ISSUERS_COUNSEL, "Demo Issuer's Counsel", "Issuer's Counsel, Partner", "発行者の弁護士 パートナー"),
    SENIOR("senior", Role.MANAGERS_COUNSEL, "Demo Managers' Counsel", "Managers' Counsel, Partner", "引受人の弁護士 パートナー");

    private final String signIn;
    private final Role role;
    private final String firm;
    private final String displayName;
    private final String displayNameJa;

    Cast(String signIn, Role role, String firm, String displayName, String displayNameJa) {
        this.signIn = signIn;
        this.role = role;
        this.firm = firm;
        this.displayName = displayName;
        this.displayNameJa = displayNameJa;
    }

    public PersonId person() {
        return new PersonId(signIn);
    }

    public Role role() {
        return role;
    }

    /** Name of the firm of the account; in a rehearsal the underwriters speak for the firms of the term sheet instead. */
    public String firm() {
        return firm;
    }

    public String displayName() {
        return displayName;
    }

    public String displayNameJa() {
        return displayNameJa;
    }

    public static Cast of(Set<Role> roles) {
        for (Role role : roles) {
            for (Cast c : values()) {
                if (c.role == role) {
                    return c;
                }
            }
        }
        throw new IllegalArgumentException("nobody plays " + roles);
    }

    public static List<Member> members(DealId id, String leadFirm, String otherFirm) {
        var members = new ArrayList<Member>();
        for (Cast c : values()) {
            String firm = c.role == Role.LEAD_MANAGER ? leadFirm : c == MANAGER ? otherFirm : c.firm;
            members.add(new Member(id, c.person(), c.role, firm));
        }
        return members;
    }
}
