package io.github.samuraidesk.bond;

import java.util.Optional;

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
    THIRTY_360(DayCount.THIRTY_360),
    /** 100 c d / 360 with {@link DayCount#THIRTY_E_360}, odd coupons too; Euroyen bonds. */
    THIRTY_E_360(DayCount.THIRTY_E_360);

    /** The day count of accrued interest, odd coupons and yields where it is months of 30 days. */
    private final Optional<DayCount> months;

    AccrualBasis() {
        this.months = Optional.empty();
    }

    AccrualBasis(DayCount months) {
        this.months = Optional.of(months);
    }

    /**
     * Accrued interest per 100.
     *
     * @param from epoch day on which the period began
     * @param to epoch day of settlement, excluded
     * @param periods the same time as a count of notional coupon periods
     * @param coupon the coupon of the whole period per 100
     */
    double accruedPer100(double couponRate, int frequency, long from, long to, double periods, double coupon) {
        return 100 * couponRate * months.orElseThrow().years(from, to);
    }

    /** Coupon per 100 of a period that is not one whole coupon period: half-year pro rata, or months of 30 days. */
    double oddCouponPer100(double couponRate, int frequency, long from, long to, double periods) {
        return 100 * couponRate * oddPeriod(frequency, from, to, periods) / frequency;
    }

    /** Coupon periods that an odd period is: the notional ones, or frequency × months of 30 days / 360. */
    double oddPeriod(int frequency, long start, long end, double notional) {
        return months.isEmpty() ? notional : frequency * months.get().years(start, end);
    }

    /**
     * Time from settlement to the coupon of a period, in coupon periods, on which compound yields run. A whole period
     * counts one, whatever its days, because its coupon is c/f; within it the days left count over its days. Days are
     * counted from the period's start, so that what has accrued and what is left make the whole.
     *
     * @param whole whether the period is one whole coupon period
     * @param notional notional coupon periods from settlement to {@code end}, read in an odd period only
     */
    double periodsLeft(int frequency, boolean whole, long start, long settle, long end, double notional) {
        if (months.isEmpty()) {
            return whole ? (double) (end - settle) / (end - start) : notional;
        }
        double left = daysLeft(months.get(), start, settle, end);
        return whole ? left / months.get().days(start, end) : frequency * left / 360;
    }

    /** Years from settlement to {@code end} on which the money-market yield of the last period runs. */
    double yearsLeft(long start, long settle, long end) {
        return months.isEmpty() ? (end - settle) / 365.0 : daysLeft(months.get(), start, settle, end) / 360.0;
    }

    private static long daysLeft(DayCount count, long start, long settle, long end) {
        return count.days(start, end) - count.days(start, settle);
    }
}
