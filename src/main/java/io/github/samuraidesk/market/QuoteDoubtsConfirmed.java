package io.github.samuraidesk.market;

import java.time.LocalDate;
import java.util.List;

/**
 * Somebody looked at quotes that were asked about and says that they are right.
 *
 * @param date day of the quotes
 * @param doubts what was asked: code and arguments of each, parted by a bar
 */
public record QuoteDoubtsConfirmed(QuoteKind kind, LocalDate date, List<String> doubts) {

    public QuoteDoubtsConfirmed {
        doubts = List.copyOf(doubts);
    }
}
