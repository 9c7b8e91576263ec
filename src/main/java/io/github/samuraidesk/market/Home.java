package io.github.samuraidesk.market;

/** Currencies that an issue is swapped into, with the quotes that takes. */
public enum Home {
    USD(QuoteKind.SOFR_OIS, QuoteKind.USDJPY_BASIS, QuoteKind.USDJPY_SPOT),
    EUR(QuoteKind.ESTR_OIS, QuoteKind.EURJPY_BASIS, QuoteKind.EURJPY_SPOT);

    private final QuoteKind swaps;
    private final QuoteKind basis;
    private final QuoteKind spot;

    Home(QuoteKind swaps, QuoteKind basis, QuoteKind spot) {
        this.swaps = swaps;
        this.basis = basis;
        this.spot = spot;
    }

    public QuoteKind swaps() {
        return swaps;
    }

    public QuoteKind basis() {
        return basis;
    }

    public QuoteKind spot() {
        return spot;
    }
}
