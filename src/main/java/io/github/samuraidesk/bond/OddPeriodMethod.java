package io.github.samuraidesk.bond;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How the issue terms compute interest for a period that is not a whole coupon period (端数期間の利息). */
public enum OddPeriodMethod {
    /** D × c/f × Σ (days / days of the notional period) (半か年の日割); usual in domestic terms. */
    HALF_YEAR_PRO_RATA {
        @Override
        public BigDecimal amountPerBond(
                BigDecimal denominationYen, BigDecimal couponPercent, int frequency, OddPeriod period) {
            // one exact fraction, so that the only rounding is the cut below 1 yen
            BigDecimal numerator = BigDecimal.ZERO;
            BigDecimal denominator = BigDecimal.ONE;
            for (OddPeriod.Slice slice : period.slices()) {
                BigDecimal days = BigDecimal.valueOf(slice.days());
                BigDecimal notional = BigDecimal.valueOf(slice.notionalDays());
                numerator = numerator.multiply(notional).add(days.multiply(denominator));
                denominator = denominator.multiply(notional);
            }
            return denominationYen
                    .multiply(couponPercent)
                    .multiply(numerator)
                    .divide(denominator.multiply(BigDecimal.valueOf(100L * frequency)), 0, RoundingMode.DOWN);
        }
    },
    /** D × c × days / 365 over all days of interest, leap days counted, no cap at the regular coupon. */
    ACTUAL_365 {
        @Override
        public BigDecimal amountPerBond(
                BigDecimal denominationYen, BigDecimal couponPercent, int frequency, OddPeriod period) {
            return denominationYen
                    .multiply(couponPercent)
                    .multiply(BigDecimal.valueOf(period.days()))
                    .divide(BigDecimal.valueOf(36500), 0, RoundingMode.DOWN);
        }
    };

    /**
     * Interest of one bond in yen, cut below 1 yen.
     *
     * @param denominationYen D, face of one bond in yen
     * @param couponPercent c, annual coupon in percent
     * @param frequency f, coupons a year
     */
    public abstract BigDecimal amountPerBond(
            BigDecimal denominationYen, BigDecimal couponPercent, int frequency, OddPeriod period);
}
