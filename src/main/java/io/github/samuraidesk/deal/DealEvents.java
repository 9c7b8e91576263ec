package io.github.samuraidesk.deal;

/** Where events of a deal go; the audit trail implements it. Must be called inside a transaction. */
public interface DealEvents {

    void append(DealEvent event);

    /** Hash of the deal's last event: whoever keeps it can prove later that nothing before it was changed. */
    String head(DealId dealId);
}
