package io.github.samuraidesk.law;

/** The legal way a bond is offered (募集ルート). Its forms, documents and terms are rows of the rule pack. */
public enum Route {
    SRS_FULL(Track.SRS, "full"),
    SRS_INCORPORATION(Track.SRS, "incorporation"),
    SRS_REFERENCE(Track.SRS, "reference"),
    SRS_ENGLISH(Track.SRS, "english"),
    SHELF_TAKEDOWN(Track.SHELF, ""),
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

    /**
     * Whether the program carries the route from the first paper to the last. Of these private routes and of the
     * professional market it makes neither the specified information nor the notices that must precede an offer.
     */
    public boolean isWhole() {
        return this != PRO_BOND && this != QII && this != SPECIFIED_INVESTORS && this != SMALL_NUMBER;
    }

    public boolean isShelf() {
        return track == Track.SHELF;
    }

    /** The document that opens the registration. */
    public Document statement() {
        return isShelf() ? Document.SHELF_STATEMENT : Document.REGISTRATION_STATEMENT;
    }

    /** The document that carries the final terms. */
    public Document finalTerms() {
        return isShelf() ? Document.SHELF_SUPPLEMENT : Document.AMENDED_STATEMENT;
    }

    /** The document that changes the statement. */
    public Document amendment() {
        return isShelf() ? Document.AMENDED_SHELF : Document.AMENDED_STATEMENT;
    }

    /** The document that withdraws the whole registration. */
    public Document withdrawal() {
        return isShelf() ? Document.SHELF_WITHDRAWAL : Document.WITHDRAWAL_REQUEST;
    }

    /** Method of the statement as the rule pack's forms name it (通常 full, 組込 incorporation, 参照 reference). */
    public String method() {
        return method;
    }

    /** Whether Part 2 (issuer information) must be uploaded: other methods refer to filed reports instead. */
    public boolean needsPartTwo() {
        return this == SRS_FULL || this == SRS_INCORPORATION || this == SRS_ENGLISH;
    }
}
