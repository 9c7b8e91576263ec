package io.github.samuraidesk.market;

import io.github.samuraidesk.bond.ParQuote;
import io.github.samuraidesk.bond.Tenor;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Quotes of one kind, of one day, side and source, in the unit of {@link QuoteKind}.
 *
 * @param source who published or gave them, and where they can be seen again
 * @param quotes shortest first; one without tenor for a kind of a single number
 */
public record QuoteSet(QuoteKind kind, LocalDate date, Side side, String source, List<Quote> quotes) {

    /** @param tenor as 1W or 10Y; empty for a single number. @param value in the kind's unit */
    public record Quote(String tenor, BigDecimal value) {}

    /** @throws IllegalArgumentException when source is blank or there is no quote */
    public QuoteSet {
        quotes = List.copyOf(quotes);
        List<String> faults = new ArrayList<>();
        if (source.isBlank()) {
            faults.add("quotes of " + kind + " need a source");
        }
        if (quotes.isEmpty()) {
            faults.add("quotes of " + kind + " are none");
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
    }

    /** The quotes as decimals: percent and basis points become rates. */
    List<ParQuote> parQuotes() {
        return quotes.stream()
                .map(q -> new ParQuote(
                        Tenor.parse(q.tenor()),
                        q.value().movePointLeft(kind.placesToDecimal()).doubleValue()))
                .toList();
    }

    /** The number of a kind that holds one. */
    public BigDecimal only() {
        return quotes.get(0).value();
    }

    /** One line for lists and papers: kind, day, side and source. */
    public String described() {
        return kind + " " + date + " " + side + ", " + source;
    }
}
