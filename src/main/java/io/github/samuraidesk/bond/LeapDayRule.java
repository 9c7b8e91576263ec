package io.github.samuraidesk.bond;

import java.time.LocalDate;

/** Whether 29 February counts in the remaining years n = days/365 of the simple yield (単利の残存年数). */
public enum LeapDayRule {
    /** Never: the Ministry of Finance's auction yields since 2011 follow it. */
    SKIPPED {
        @Override
        public long daysBetween(LocalDate settle, LocalDate maturity) {
            return CouponGrid.days(settle, maturity) - leapDays(settle, maturity);
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

    private static long leapDays(LocalDate settle, LocalDate maturity) {
        return leapDaysThrough(maturity) - leapDaysThrough(settle);
    }

    private static long leapDaysThrough(LocalDate date) {
        long year = date.getYear();
        boolean past = date.getMonthValue() > 2 || date.getDayOfMonth() == 29 && date.getMonthValue() == 2;
        long through = past ? year : year - 1;
        return through / 4 - through / 100 + through / 400;
    }
}
