package io.github.samuraidesk.access;

import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.Role;

/** @param firm the member's firm; a manager sees only its own firm's bid */
public record Member(DealId dealId, PersonId person, Role role, String firm) {}
