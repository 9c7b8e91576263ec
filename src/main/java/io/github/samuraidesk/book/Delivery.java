package io.github.samuraidesk.book;

import io.github.samuraidesk.deal.FactKind;
import java.time.LocalDateTime;

/** Delivery of the prospectus to one investor (目論見書の交付). @param consent recorded consent to electronic delivery */
public record Delivery(String investor, LocalDateTime deliveredAt, Means means, boolean consent, LocalDateTime soldAt) {

    public static final FactKind.Per<Delivery> FACT = FactKind.per("Delivery", Delivery.class);

    public enum Means {
        PAPER,
        ELECTRONIC,
        /** A QII that did not ask for one by the time of sale [FIEA15]. */
        NOT_ASKED_BY_QII
    }

    /** FIEA Art. 15: before or together with the sale. */
    public boolean isInTime() {
        return means == Means.NOT_ASKED_BY_QII || !deliveredAt.isAfter(soldAt);
    }
}
