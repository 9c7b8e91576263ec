package io.github.samuraidesk.book;

/** Investor categories of published releases; {@code named}: the JSDA rule names them at any size [JSDA-DEM]. */
public enum InvestorClass {
    CITY_BANK(true),
    REGIONAL_BANK(true),
    SHINKIN(true),
    LIFE_INSURER(true),
    NON_LIFE_INSURER(true),
    TRUST_BANK(true),
    SECURITIES_FIRM(true),
    ASSET_MANAGER(false),
    INVESTMENT_CORPORATION(true),
    CENTRAL_COOPERATIVE(true),
    REGIONAL_COOPERATIVE(true),
    CENTRAL_PUBLIC_BODY(true),
    FOREIGN(false),
    CORPORATE(false),
    OTHER(false),
    RETAIL(false);

    private final boolean named;

    InvestorClass(boolean named) {
        this.named = named;
    }

    public boolean isAlwaysNamed() {
        return named;
    }
}
