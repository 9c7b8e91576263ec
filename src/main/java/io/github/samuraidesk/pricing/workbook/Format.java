package io.github.samuraidesk.pricing.workbook;

/** How a cell shows its number. */
enum Format {
    TEXT("General"),
    DATE("yyyy-mm-dd"),
    COUNT("0"),
    PERCENT("0.000000%"),
    BASIS_POINTS("#,##0.0000"),
    PRICE("#,##0.00000000"),
    NUMBER("0.000000000000"),
    YEARS("0.00000000"),
    YEN("#,##0"),
    HOME_AMOUNT("#,##0.00"),
    SMALL("0.0E+00");

    private final String pattern;

    Format(String pattern) {
        this.pattern = pattern;
    }

    String pattern() {
        return pattern;
    }
}
