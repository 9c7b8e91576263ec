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
    ISSUER("issuer", Role.ISSUER, "Debt Office", "発行者 財務担当"),
    LEAD("lead", Role.LEAD_MANAGER, "Lead Manager Desk", "主幹事 引受部"),
    MANAGER("manager", Role.MANAGER, "Co-manager Desk", "引受会社 引受部"),
    COUNSEL("counsel", Role.ISSUERS_COUNSEL, "Issuer's Counsel", "発行者の弁護士"),
    REVIEWER("reviewer", Role.MANAGERS_COUNSEL, "Managers' Counsel", "引受人の弁護士"),
    AGENT("agent", Role.AGENT, "Fiscal Agent", "財務代理人"),
    AUDITOR("auditor", Role.AUDITOR, "Auditor", "監査人"),
    // whoever prepares a paper cannot approve it, so each side has a second person
    TREASURER("treasurer", Role.ISSUER, "Head of Funding", "発行者 資金調達責任者"),
    HEAD("head", Role.LEAD_MANAGER, "Head of Syndicate", "主幹事 シンジケート責任者"),
    PARTNER("partner", Role.ISSUERS_COUNSEL, "Issuer's Counsel, Partner", "発行者の弁護士 パートナー");

    private final String signIn;
    private final Role role;
    private final String displayName;
    private final String displayNameJa;

    Cast(String signIn, Role role, String displayName, String displayNameJa) {
        this.signIn = signIn;
        this.role = role;
        this.displayName = displayName;
        this.displayNameJa = displayNameJa;
    }

    public PersonId person() {
        return new PersonId(signIn);
    }

    public Role role() {
        return role;
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
            String firm = c.role == Role.LEAD_MANAGER ? leadFirm : c == MANAGER ? otherFirm : "";
            members.add(new Member(id, c.person(), c.role, firm));
        }
        return members;
    }
}
