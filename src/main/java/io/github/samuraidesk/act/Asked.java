package io.github.samuraidesk.act;

import io.github.samuraidesk.deal.PersonId;

/** Who asks for an act. Whether they may is decided before the deed is asked. */
public record Asked(PersonId person) {}
