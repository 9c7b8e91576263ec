package io.github.samuraidesk.deal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A deal's identity. Where it stands is known only to its process.
 *
 * @param practice a rehearsal: all it makes says リハーサル
 * @param rulePack SHA-256 of the rule pack that the deal is pinned to
 */
public record Deal(
        DealId id,
        boolean practice,
        String rulePack,
        @Nullable LocalDate practiceDate) {}
