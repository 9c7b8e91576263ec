package io.github.samuraidesk.settlement;

import io.github.samuraidesk.deal.FactKind;

/** One condition of the CP list. @param waivedBy who waived it, when the status is WAIVED */
public record ConditionPrecedent(
        String id, String text, String owner, Status status, String evidence, String waivedBy) {

    public static final FactKind.Per<ConditionPrecedent> FACT =
            FactKind.per("ConditionPrecedent", ConditionPrecedent.class);

    public enum Status {
        OPEN,
        MET,
        WAIVED
    }

    public boolean isSettled() {
        return (status == Status.MET && !evidence.isBlank()) || (status == Status.WAIVED && !waivedBy.isBlank());
    }
}
