package io.github.samuraidesk.act;

/**
 * What gateways, waiting events and timers of a process may ask; the id is the variable of the drawing. The engine holds
 * these and the deal's id, nothing else of a deal.
 */
enum GatewayFact {
    /** Whether the decision table found a route at all. */
    IS_SAMURAI("isSamurai"),
    /** Track of the route that counsel signed. */
    TRACK("track"),
    /** How underwriters are chosen. */
    SELECTION("selection"),
    /** Whether the deal takes down from a shelf that stood before it. */
    SHELF_EXISTS("shelfExists"),
    /** Whether the notice of effectiveness of that shelf was recorded with it. */
    SHELF_EFFECTIVE("shelfEffective"),
    REVIEW_PASSED("reviewPassed"),
    PRE_FILING_CLEARED("preFilingCleared"),
    STATEMENT_FILED("statementFiled"),
    /** Moment of the computed effectiveness, as ISO text; a forecast. */
    EFFECTIVE_FROM("effectiveFrom"),
    /** Set once the registration has ended. */
    REGISTERED("registered"),
    /** Set once the preparation has ended. */
    PREPARED("prepared"),
    /** Set once the issuer takes part in the book-entry system. */
    PARTICIPATING("participating"),
    PRICING_APPROVED("pricingApproved"),
    FUNDS_CONFIRMED("fundsConfirmed"),
    FUNDING_RETRIED("fundingRetried"),
    CLOSED("closed");

    private final String id;

    GatewayFact(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }
}
