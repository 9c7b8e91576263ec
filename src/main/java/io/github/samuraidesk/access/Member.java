package io.github.samuraidesk.access;

import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.Role;

/**
 * A person's role on one deal.
 *
 * @param firm name of the firm for which the person speaks, empty where an earlier program did not ask; texts of earlier
 *     programs are read through {@link FirmList#canonical}
 */
public record Member(DealId dealId, PersonId person, Role role, String firm) {

    public Member of(String otherFirm) {
        return new Member(dealId, person, role, otherFirm);
    }
}
