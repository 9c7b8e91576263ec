package io.github.samuraidesk.bond;

/**
 * How interest accrues within a coupon period for a buyer in the secondary market (経過利息の計算方法). A regular coupon is
 * always c/f; Act/360 has no constant because a fixed bond on it has no equal coupons.
 */
public enum AccrualBasis {
    /** 100 c d / 365 capped at the coupon of the period; d actual days, leap days counted. Secondary market in Japan. */
    ACT_365F {
        @Override
        double accruedPer100(double couponRate, int frequency, long from, long to, double periods, double coupon) {
            return Math.min(100 * couponRate * (to - from) / 365, coupon);
        }
    },
    /** 100 c/f × Σ (days / days of the notional period); the issue terms' half-year pro rata (Act/Act, ICMA rule 251). */
    ICMA {
        @Override
        double accruedPer100(double couponRate, int frequency, long from, long to, double periods, double coupon) {
            return 100 * couponRate / frequency * periods;
        }
    },
    /** 100 c d / 360 with {@link DayCount#THIRTY_360}, odd coupons too; SEC-registered global yen notes. */
    THIRTY_360 {
        @Override
        double accruedPer100(double couponRate, int frequency, long from, long to, double periods, double coupon) {
            return 100 * couponRate * DayCount.THIRTY_360.years(from, to);
        }

        @Override
        double oddCouponPer100(double couponRate, int frequency, long from, long to, double periods) {
            return 100 * couponRate * DayCount.THIRTY_360.years(from, to);
        }
    },
    /** 100 c d / 360 with {@link DayCount#THIRTY_E_360}, odd coupons too; Euroyen bonds. */
    THIRTY_E_360 {
        @Override
        double accruedPer100(double couponRate, int frequency, long from, long to, double periods, double coupon) {
            return 100 * couponRate * DayCount.THIRTY_E_360.years(from, to);
        }

        @Override
        double oddCouponPer100(double couponRate, int frequency, long from, long to, double periods) {
            return 100 * couponRate * DayCount.THIRTY_E_360.years(from, to);
        }
    };

    /**
     * Accrued interest per 100.
     *
     * @param from epoch day on which the period began
     * @param to epoch day of settlement, excluded
     * @param periods the same time as a count of notional coupon periods
     * @param coupon the coupon of the whole period per 100
     */
    abstract double accruedPer100(double couponRate, int frequency, long from, long to, double periods, double coupon);

    /** Coupon per 100 of a period that is not one whole coupon period: half-year pro rata unless overridden. */
    double oddCouponPer100(double couponRate, int frequency, long from, long to, double periods) {
        return 100 * couponRate / frequency * periods;
    }
}
