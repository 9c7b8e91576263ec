package io.github.samuraidesk.bond;

/** How interest accrues within a coupon period for a buyer in the secondary market (経過利息の計算方法). */
public enum AccrualBasis {
    /** 100 c d / 365 capped at the coupon of the period; d actual days, leap days counted. Secondary market in Japan. */
    ACT_365F {
        @Override
        double accruedPer100(double couponRate, int frequency, long days, double periods, double couponPer100) {
            return Math.min(100 * couponRate * days / 365, couponPer100);
        }
    },
    /** 100 c/f × Σ (days / days of the notional period); the issue terms' half-year pro rata (ICMA rule 251). */
    ICMA {
        @Override
        double accruedPer100(double couponRate, int frequency, long days, double periods, double couponPer100) {
            return 100 * couponRate / frequency * periods;
        }
    };

    /**
     * Accrued interest per 100.
     *
     * @param days actual days since the period began, settlement day excluded
     * @param periods the same time as a count of notional coupon periods
     * @param couponPer100 the coupon of the whole period
     */
    abstract double accruedPer100(double couponRate, int frequency, long days, double periods, double couponPer100);
}
