package io.github.samuraidesk.market;

import java.util.List;

/**
 * Why a quote is asked about before it is used. It may be right: the person who gave it says so.
 *
 * @param code wording key without its prefix: {@code finding.<code>}
 * @param args arguments of the wording, the first the quote's kind and tenor, the second its value
 */
public record QuoteDoubt(String code, List<String> args) {

    public QuoteDoubt {
        args = List.copyOf(args);
    }

    static QuoteDoubt of(String code, String... args) {
        return new QuoteDoubt(code, List.of(args));
    }
}
