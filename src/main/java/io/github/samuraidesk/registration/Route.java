package io.github.samuraidesk.registration;

/** The legal way a bond is offered (募集ルート). */
public enum Route {
    SRS_FULL(Track.SRS, "full"),
    SRS_INCORPORATION(Track.SRS, "incorporation"),
    SRS_REFERENCE(Track.SRS, "reference"),
    SHELF_TAKEDOWN(Track.SHELF, "shelf"),
    EXEMPT_TREATY(Track.UNREGISTERED, ""),
    EXEMPT_JAPAN_GUARANTEED(Track.UNREGISTERED, ""),
    PRO_BOND(Track.UNREGISTERED, ""),
    QII(Track.UNREGISTERED, ""),
    SPECIFIED_INVESTORS(Track.UNREGISTERED, ""),
    SMALL_NUMBER(Track.UNREGISTERED, ""),
    NOT_A_SAMURAI(Track.NONE, "");

    /** Which rows of the timetable apply. */
    public enum Track {
        SRS,
        SHELF,
        UNREGISTERED,
        NONE
    }

    private final Track track;
    private final String method;

    Route(Track track, String method) {
        this.track = track;
        this.method = method;
    }

    public Track track() {
        return track;
    }

    public boolean isRegistered() {
        return track == Track.SRS || track == Track.SHELF;
    }

    /** EDINET form code of the statement under the ordinance (rule pack, forms). */
    public String statementFormCode(String ordinanceCode) {
        boolean company = ordinanceCode.equals("010");
        return switch (this) {
            case SRS_FULL -> company ? "070000" : "020000";
            case SRS_INCORPORATION -> company ? "072000" : "022000";
            case SRS_REFERENCE -> company ? "073000" : "023000";
            case SHELF_TAKEDOWN -> company ? "140000" : "060000";
            default -> throw new IllegalStateException(this + " files no statement");
        };
    }

    /** Form code of the paper that carries the final terms: amended SRS, or shelf supplement. */
    public String finalTermsFormCode(String ordinanceCode) {
        boolean company = ordinanceCode.equals("010");
        return this == SHELF_TAKEDOWN
                ? (company ? "150003" : "090003")
                : statementFormCode(ordinanceCode).substring(0, 5) + "1";
    }

    /** Form code by which the whole registration is withdrawn. */
    public String withdrawalFormCode(String ordinanceCode) {
        boolean company = ordinanceCode.equals("010");
        return this == SHELF_TAKEDOWN ? (company ? "143004" : "080004") : (company ? "992004" : "990004");
    }

    public String method() {
        return method;
    }

    /** Whether Part 2 (issuer information) must be uploaded: other methods refer to filed reports instead. */
    public boolean needsPartTwo() {
        return this == SRS_FULL || this == SRS_INCORPORATION;
    }
}
