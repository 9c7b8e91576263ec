package io.github.samuraidesk.disclosure;

import io.github.samuraidesk.deal.TermSheet;
import java.util.Arrays;
import java.util.Optional;

/** Wording that only counsel can write (domain 4.4): marked in the papers until a person fills it; open, it blocks filing. */
public enum Slot {
    NEGATIVE_PLEDGE("negativePledge"),
    EVENTS_OF_DEFAULT("eventsOfDefault"),
    TAX_GROSS_UP("taxGrossUp"),
    HOLDERS_MEETINGS("holdersMeetings"),
    NOTICES("notices"),
    JURISDICTION("jurisdiction"),
    RISK_FACTORS("riskFactors"),
    LEGAL_OPINION("legalOpinion"),
    REGULATORY("regulatory");

    private final String id;

    Slot(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    /** Regulatory wording (subordination, bail-in) belongs to banks; the others to every bond. */
    public boolean appliesTo(TermSheet termSheet) {
        return this != REGULATORY || termSheet.issuer().kind() == io.github.samuraidesk.deal.IssuerKind.BANK;
    }

    public static Optional<Slot> byId(String id) {
        return Arrays.stream(values()).filter(s -> s.id.equals(id)).findFirst();
    }
}
