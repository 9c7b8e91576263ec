package io.github.samuraidesk.market;

/** What a set of quotes is of, and the unit it is quoted in. */
public enum QuoteKind {
    /** TONA overnight index swaps, par rates in percent (TONAスワップ). */
    TONA_OIS(Shape.BY_TENOR, 2),
    /** Par yields of Japanese government bonds by whole years, percent, semi-annual (国債金利情報). */
    JGB_PAR(Shape.BY_TENOR, 2),
    /** SOFR overnight index swaps, par rates in percent. */
    SOFR_OIS(Shape.BY_TENOR, 2),
    /** €STR overnight index swaps, par rates in percent. */
    ESTR_OIS(Shape.BY_TENOR, 2),
    /** Yen leg TONA + basis against SOFR flat, basis points as the market quotes them: usually negative. */
    USDJPY_BASIS(Shape.BY_TENOR, 4),
    /** Yen leg TONA + basis against €STR flat, basis points as the market quotes them: usually negative. */
    EURJPY_BASIS(Shape.BY_TENOR, 4),
    /** Yen for one dollar, spot. */
    USDJPY_SPOT(Shape.ONE_NUMBER, 0),
    /** Yen for one euro, spot. */
    EURJPY_SPOT(Shape.ONE_NUMBER, 0);

    /** Whether a set holds a rate for each tenor or a single number. */
    public enum Shape {
        BY_TENOR,
        ONE_NUMBER
    }

    private final Shape shape;
    private final int placesToDecimal;

    QuoteKind(Shape shape, int placesToDecimal) {
        this.shape = shape;
        this.placesToDecimal = placesToDecimal;
    }

    public Shape shape() {
        return shape;
    }

    /** Places by which the point moves left from the quoted unit to a decimal: 2 from percent, 4 from basis points. */
    int placesToDecimal() {
        return placesToDecimal;
    }
}
