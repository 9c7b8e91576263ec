package io.github.samuraidesk.form;

/** What a field offers to choose from, because the deal knows it; {@link DealLists} says what that is today. */
public enum DealList {
    /** Tranches that have not been dropped. */
    TRANCHE("unknownTranche"),
    /** Securities firms of the house's list, and the managers of the term sheet. */
    FIRM("unknownFirm"),
    /** Firms whose bids were opened. */
    BIDDER("unknownManager"),
    /** Mandated firms. */
    MANAGER("unknownManager"),
    /** The firm for which the person bids. */
    OWN_FIRM("notYourFirm"),
    /** The same, once it is mandated. */
    OWN_MANAGER("notYourFirm"),
    /** Agents of the term sheet, banks of the house's list, and firms that are on the deal as agents. */
    AGENT_FIRM("notAChoice"),
    /** Investors of the book, as far as the person sees it. */
    INVESTOR("notAChoice"),
    /** People of the issuer on the deal. */
    ISSUER_PERSON("notAChoice"),
    /** Roles that are filled on the deal, and its people. */
    ROLE_OR_PERSON("notAChoice"),
    /** Open tasks. */
    TASK("unknownTask"),
    /** Tasks and entries that pass a gate. */
    ACT("unknownAct"),
    /** Papers that have been made. */
    PAPER("paperMissing"),
    /** Papers that a person has made, on the deal's track. */
    PAPER_ON_DEMAND("paperNotOnDemand"),
    /** Passages for counsel. */
    SLOT("unknownSlot"),
    /** Clauses of the deal. */
    CLAUSE("unknownClause"),
    /** Clauses that legal may take or leave. */
    OPTIONAL_CLAUSE("clauseIsNoChoice"),
    /** Obligations that are still owed. */
    OBLIGATION("unknownObligation");

    private final String refusal;

    DealList(String refusal) {
        this.refusal = refusal;
    }

    /** Code of the refusal of what is not in the list; its second argument is the list. */
    public String refusal() {
        return refusal;
    }
}
