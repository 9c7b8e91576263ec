package io.github.samuraidesk.bond;

import java.time.LocalDate;

/** Whether 29 February counts in the remaining years n = days/365 of the simple yield (単利の残存年数). */
public enum LeapDayRule {
    /** Never: the Ministry of Finance's auction yields since 2011 follow it. */
    SKIPPED {
        @Override
        public long daysBetween(LocalDate settle, LocalDate maturity) {
            return DayCount.ACT_365_NO_LEAP.days(settle, maturity);
        }
    },
    /** Not while one year or more remains, but under one year it does: dealers' simple-yield tables. */
    COUNTED_UNDER_ONE_YEAR {
        @Override
        public long daysBetween(LocalDate settle, LocalDate maturity) {
            return settle.plusYears(1).isAfter(maturity)
                    ? CouponGrid.days(settle, maturity)
                    : SKIPPED.daysBetween(settle, maturity);
        }
    };

    /** Days d with {@code settle < d <= maturity} that count. */
    public abstract long daysBetween(LocalDate settle, LocalDate maturity);
}
